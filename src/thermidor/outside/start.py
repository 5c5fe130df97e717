"""A richer beginning: what it changes in the starting state."""

from .lever import Course

VILLAGE, TOWN = 130.4, 27.2  # million persons in 1913, as the frame's starting state has them
FARM_INCOME = 49.0  # of an income of 100 in 1913
# Assumption: eight times the income goes with .15 instead of .82 of the people in the village.
VILLAGE_SHRINKS = -0.82
FARM_GROWS = 0.15  # farm output rises little with income (assumption)

VILLAGERS = ("peasants", "kulaks")
TOWNSPEOPLE = ("workers", "idle", "employees", "specialists", "officials", "dependants")
PLANT = ("capital", "plant_capital", "unfinished")
SPENT = ("consumption_per_head", "town_consumption", "village_consumption", "consumption_habit")
TOTALS = ("gdp", "consumption", "useful_income", "income_per_head")


def richer(times: float) -> Course:
    """Return a start at so many times the income per head, the people kept whole.

    Fewer villagers, more townspeople, plant and technique such that town output makes up the income.
    """
    village = times**VILLAGE_SHRINKS
    town = (TOWN + VILLAGE * (1 - village)) / TOWN
    output = (100 * times - FARM_INCOME * times**FARM_GROWS) / (100 - FARM_INCOME)
    factors = {
        **dict.fromkeys(VILLAGERS, village),
        **dict.fromkeys(TOWNSPEOPLE, town),
        **dict.fromkeys(PLANT, output),
        **dict.fromkeys((*SPENT, *TOTALS), times),
        "technique": max(output / town, 0.1),
    }
    return Course(start=factors)

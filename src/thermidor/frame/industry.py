"""Production: plant by sector and vintage, labour, technology, what limits output."""

from dataclasses import dataclass

from jax import Array

from .axes import VINTAGES
from .field import flow, index, level, share, signal, stock

G = "GDP of 1913 = 100"
SECTOR = ("sector",)
CAPITAL = (45.0, 26.0, 24.0, 4.0, 13.0, 105.0)  # economy trial run (assumption): plant by sector in 1913
OUTPUT = (51.852, 31.707, 19.492, 2.885, 4.0, 24.719)  # value added of 1913 over its share in gross output


def _cohorts(survival: float = 0.93) -> tuple[float, ...]:
    """Return shares of plant by age (the oldest cohort holds all beyond it), mean age about 13 years."""
    shares = [(1 - survival) * survival**age for age in VINTAGES]
    return (*shares[:-1], 1 - sum(shares[:-1]))


def _plant() -> tuple[tuple[float, ...], ...]:
    """Return plant of the first year by sector and age."""
    return tuple(tuple(held * share for share in _cohorts()) for held in CAPITAL)


@dataclass(frozen=True, kw_only=True)
class Industry:
    """Plant, work and output (sector axis: agriculture, consumer, producer, arms, energy, services)."""

    capital: Array = stock(G, "plant in use by sector and age", _plant(), axis=("sector", "vintage"))
    unfinished: Array = stock(G, "building and plant under construction", 13.0)
    installed: Array = flow(G + " per year", "investment put into construction")
    depreciated: Array = flow(G + " per year", "plant worn out", axis=SECTOR)
    destroyed: Array = flow(G + " per year", "plant destroyed by war", axis=SECTOR)
    scrapped: Array = flow(G + " per year", "plant retired by decision", axis=SECTOR)
    converted: Array = flow(G + " per year", "plant lost in turning it to arms or back", axis=SECTOR)

    technique: Array = level(
        "index 1913=1", "technique in plant by year of making", (1.0,) * len(VINTAGES), axis=("vintage",)
    )
    plant_capital: Array = signal(G, "plant in use by sector", CAPITAL, axis=SECTOR)
    plant_age: Array = signal("year", "mean age of plant by sector", (12.0,) * 6, axis=SECTOR)
    plant_technique: Array = signal("index 1913=1", "mean technique of plant in use", (1.0,) * 6, axis=SECTOR)
    labour: Array = level("index, sum over non-farm sectors 1", "distribution of non-farm labour",
                          (0.0, 0.24, 0.17, 0.03, 0.04, 0.52), axis=SECTOR)  # fmt: skip
    labour_shift: Array = share("non-farm labour that changed sector this year")
    capacity: Array = signal(G + " per year", "gross output that plant and people allow", OUTPUT, axis=SECTOR)
    gross_output: Array = signal(G + " per year", "gross output", OUTPUT, axis=SECTOR)
    value_added: Array = signal(G + " per year", "value added",
                                (49.0, 13.0, 11.5, 1.5, 3.0, 22.0), axis=SECTOR)  # fmt: skip
    final_demand: Array = signal(G + " per year", "output left for final use",
                                 (38.053, 26.614, 9.533, 2.885, 0.787, 22.128), axis=SECTOR)  # fmt: skip
    disorder: Array = index("dislocation of transport and supply by war", 0.0)
    working_capital: Array = level(
        "index 1913=1", "materials and goods in process against need", 1.0, low=0.05, high=1.0
    )
    labour_effort: Array = signal("index 1913=1", "effective intensity of work", 1.0, low=0.2, high=1.5)
    labour_force: Array = signal(
        "million persons", "non-farm labour, camp and exile labour at its worth", 10.975
    )
    energy_intensity: Array = level(
        "index 1913=1", "energy used up per unit of output", 1.0, low=0.5, high=6.0
    )
    technology_gap: Array = share("1 - own income per head over that of the leading rival", 0.75)
    innovation_rate: Array = signal("share per year", "plant renewed with new technique", 0.05)
    industrial_output: Array = signal(
        "index 1913=100", "output of consumer, producer, arms and energy sectors", 100.0
    )
    labour_productivity: Array = signal("index 1928=100", "industrial output per worker", 100.0)
    war_damage: Array = share("plant destroyed by war this year")
    disorganisation: Array = index("break-down of coordination by drive, terror, reform or end", 0.0)

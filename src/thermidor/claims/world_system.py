"""Claims on capitalism at large: stagnation, reaction, colonies, and growth on either side."""

import numpy as np

from .claim import Claim, Measured, Moved
from .measures import difference, first_known, hazard_ratio
from .property import ends
from .view import View

FIVE = ("USA", "GBR", "DEU", "FRA", "JPN")
PEOPLE = 0.8  # per cent a year, growth of the population of the advanced countries 1928-50 (Maddison)
SPAN = (1917, 1951)


def _stagnant(v: View) -> np.ndarray:
    """Return 1 for years of the span in which stagnation stands above its median over them, per row."""
    index = v["capitalist_stagnation"].between(*SPAN)
    return (index > np.nanmedian(index, axis=1, keepdims=True)).astype(float)


def _new_orders_when_stagnant(v: View) -> np.ndarray:
    """Return the hazard of a new order in stagnant years over that in others: all, and without armies."""
    table = v.table("new_orders")
    years = np.arange(SPAN[0], SPAN[1] + 1)
    lists = [table, table[table["under_red_army"] == 0]]
    exposed = _stagnant(v)
    return np.concatenate([hazard_ratio(np.isin(years, rows["year"]) * np.ones_like(exposed), exposed)
                           for rows in lists])  # fmt: skip


def _wins(v: View) -> np.ndarray:
    return (v["wins_abroad"].between(*SPAN) > 0).astype(float)


def _wins_after_defeat(v: View) -> np.ndarray:
    """Return the hazard of a win in stagnant years within four of a defeat over that in other years."""
    lost = v["losses_abroad"].between(SPAN[0] - 4, SPAN[1]) > 0
    recent = np.stack([lost[:, i : i + 4].any(axis=1) for i in range(SPAN[1] - SPAN[0] + 1)], axis=1)
    return hazard_ratio(_wins(v), _stagnant(v) * recent)


def _order_after_defeat(v: View) -> np.ndarray:
    """Return the part of countries with a new order by 1951 among the defeated less that among others."""
    table = v.table("workers_defeats")
    found = []
    for defeat in ("defeat_low", "defeat_high"):
        for order in ("order_low", "order_high"):
            beaten = table[defeat] == 1
            found.append(table[order][beaten].mean() - table[order][~beaten].mean())
    return np.array(found)


def _least_armed_growth(v: View) -> np.ndarray:
    """Return growth 1951-73 of the two of five powers that spent least on arms against output."""
    output = {who: v.series(f"macro.output.gdp_total.{who}") for who in FIVE}
    burden = {
        who: float((v.series(f"macro.capabilities.nmc_milex.{who}").mean(1955, 1973)
                    / output[who].mean(1955, 1973))[0])
        for who in FIVE
    }  # fmt: skip
    least = sorted(FIVE, key=lambda who: burden[who])[:2]
    return np.mean([output[who].growth(1951, 1973) for who in least], axis=0)


def _democracies_lost(v: View) -> np.ndarray:
    table = v.table("democracies")
    return table[["y1951_low", "y1951_high"]].to_numpy(float).mean(axis=0) - table["y1920"].mean()


def _after_decolonisation(v: View) -> np.ndarray:
    """Return growth after less growth before the loss of colonies: Britain (1947), France (1962)."""
    britain, france = v.series("macro.output.gdp_total.GBR"), v.series("macro.output.gdp_total.FRA")
    return np.concatenate([britain.growth(1948, 1973) - britain.growth(1920, 1938),
                           france.growth(1962, 1973) - france.growth(1950, 1962)])  # fmt: skip


def _growth_by_closed_area(v: View) -> np.ndarray:
    """Return growth over closed area: slope in points a year per unit of the world's people."""
    table, growth = v.table("closed_area"), v["capitalist_growth"]
    spans = [(int(span[:4]), int(span[5:])) for span in table["what"]]
    rates = np.stack([growth.mean(*span) for span in spans], axis=1)
    off_mean = rates - rates.mean(axis=1, keepdims=True)
    areas = ends(table)
    areas = areas - areas.mean(axis=1, keepdims=True)
    return (off_mean[:, None] * areas).sum(axis=2) / np.maximum((areas**2).sum(axis=1), 1e-9)


def _premium(v: View, first: int, last: int) -> np.ndarray:
    """Return growth of Soviet income less that of the advanced countries, per cent a year."""
    return v["national_income"].growth(first, last) - v["capitalist_growth"].mean(first + 1, last)


def _premiums(v: View) -> np.ndarray:
    return np.stack([_premium(v, 1928, 1940), _premium(v, 1950, 1973), _premium(v, 1973, 1985)], axis=1)


def _europe(v: View) -> np.ndarray:
    """Return growth 1946-55, the mean of Britain, France and Germany."""
    return np.mean([v.series(f"macro.output.gdp_total.{who}").growth(1946, 1955)
                    for who in ("GBR", "FRA", "DEU")], axis=0)  # fmt: skip


def _useful_growth(v: View) -> np.ndarray:
    """Return growth of useful income per head 1928-50 less that of capitalist countries at like levels.

    Useful: less arms, and in the second reading less the waste estimated for later years as well, all of
    it taken as new since 1928. Comparators: the mean of nine countries.
    """
    per_head = v.series("gdp-per-head-ussr")
    arms = v.series("military-share-western-points").at(1950)
    waste = v.series("wastage-estimate").at(1966)
    table = v.table("comparators_1929_50")
    others = 100 * np.log(table["end"] / table["start"]).mean() / 21
    found = [100 * np.log(per_head.ratio(1950, 1928) * left) / 22 for left in (1 - arms, 1 - arms - waste)]
    return np.concatenate(found) - others


def _useful_growth_in_runs(v: View) -> np.ndarray:
    head = v["useful_income"].over(v["population"])
    return head.growth(1928, 1950) - (v["capitalist_growth"].mean(1929, 1950) - PEOPLE)


WORLD_SYSTEM: tuple[Claim, ...] = (
    Claim(
        "c000-decay-product",
        Measured(
            "hazard of a new order 1917-51 in years of high capitalist stagnation over that in other years;"
            " on the record all thirteen, and the five not set up under the Red Army; in runs upheavals won",
            first_known(_new_orders_when_stagnant, lambda v: hazard_ratio(_wins(v), _stagnant(v))),
            1.5,
        ),
        refuted_by="new orders as frequent in years without stagnation",
    ),
    Claim(
        "c000-capitalism-stagnates-except-war",
        Moved(
            "growth of capitalist output 1946-73 without military rivalry: nearly none; in runs it follows a"
            " given path unless a theory bends it",
            lambda _, after: after["capitalist_growth"].mean(1946, 1973),
            "no-military-rivalry",
            high=1.0,
            unit="per cent a year",
            natural=Measured(
                "growth 1951-73 of the two of five great economies that spent least on arms",
                _least_armed_growth,
                high=1.0,
                unit="per cent a year",
            ),
        ),
        refuted_by="fast growth where little is spent on arms",
    ),
    Claim(
        "c000-garrison-state-trend",
        Measured(
            "part of seventeen industrial countries that were democracies, 1951 less 1920; in runs the"
            " strength of fascism, 1920 less 1951",
            first_known(_democracies_lost, lambda v: -v["fascism"].change(1951, 1920)),
            high=-0.01,
        ),
        refuted_by="as many democracies in 1951 as in 1920",
    ),
    Claim(
        "c000-working-class-failure-opens-door",
        Measured(
            "hazard 1917-51 that an upheaval wins in stagnant years within four of a defeat over that in"
            " other years",
            _wins_after_defeat,
            1.5,
        ),
        refuted_by="new orders no likelier where workers had been beaten",
        record=Measured(
            "part of 27 countries with a new order by 1951, among those with a workers' defeat 1918-44 less"
            " that among the others; the slump was common to all",
            _order_after_defeat,
            0.1,
        ),
    ),
    Claim(
        "c000-growth-not-progress",
        Measured(
            "growth per head of useful income 1928-50 less that of capitalist countries at like levels (in"
            " runs of all advanced ones); on the record net of arms, and net of arms and waste",
            first_known(_useful_growth, _useful_growth_in_runs),
            high=0.0,
            unit="per cent a year",
        ),
        refuted_by="useful income growing faster than in capitalist countries at a like start",
    ),
    Claim(
        "c003-more-progressive-than-capitalism",
        Measured(
            "growth of income 1928-40 less that of advanced capitalist countries",
            lambda v: _premium(v, 1928, 1940),
            0.0,
            unit="per cent a year",
        ),
        refuted_by="slower growth than under capitalism in the years of the slump and the plans",
    ),
    Claim(
        "c003-superior-system",
        Measured(
            "growth of income less that of advanced capitalist countries: 1928-40, 1950-73, 1973-85",
            _premiums,
            0.0,
            unit="per cent a year",
        ),
        refuted_by="slower growth in each of the three periods",
    ),
    Claim(
        "c003-colonies-pillar",
        Measured(
            "growth of Britain and of France after the loss of colonies less growth before",
            _after_decolonisation,
            high=0.0,
            unit="per cent a year",
        ),
        refuted_by="faster growth without colonies",
    ),
    Claim(
        "c003-closed-area-aggravates",
        Moved(
            "rise of capitalist growth 1947-73 if the USSR leaves the states it entered",
            lambda before, after: difference(
                before["capitalist_growth"], after["capitalist_growth"], 1947, 1973
            ),
            "withdrawal-1945",
            0.05,
            unit="points a year",
            natural=Measured(
                "slope of capitalist growth on the closed part of the world's people, three periods",
                _growth_by_closed_area,
                high=0.0,
            ),
        ),
        refuted_by="capitalism growing as fast or faster as the closed area widens",
    ),
    Claim(
        "c003-no-reform-possible",
        Measured(
            "growth 1946-55 of Britain, France and Germany; in runs of all advanced countries, a given path"
            " unless a theory bends it",
            first_known(_europe, lambda v: v["capitalist_growth"].mean(1947, 1955)),
            high=0.5,
            unit="per cent a year",
        ),
        refuted_by="income growing in ruined Europe, from which reforms were paid",
    ),
)

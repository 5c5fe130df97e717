"""Claims on the powers: who joined against whom, what each sought in 1945, and why."""

import numpy as np

from .claim import Claim, Measured, Moved
from .measures import difference
from .property import ends
from .view import View

EXPORTS = "macro.trade.exports_to_north_america_share_gdp.RUS_STATE"


def _powers(v: View) -> np.ndarray:
    """Return the part of six powers at war with the Soviet state 1918-20 less that part 1941-45."""
    table = v.table("powers_against")
    first, second = (table[[f"{war}_low", f"{war}_high"]].mean().to_numpy() for war in ("first", "second"))
    return first - second


def _ceded_when_firm(v: View) -> np.ndarray:
    table = v.table("crises_1945_53")
    return ends(table[table["firm"] == 1]).mean(axis=1)


def _consumption_and_standing(v: View) -> np.ndarray:
    """Return consumption per head 1945 over 1940, one where acceptance of the regime did not rise."""
    risen = v["legitimacy"].at(1945) > v["legitimacy"].at(1940)
    fallen = v["mass_consumption"].ratio(1945, 1940)
    return np.where(risen, fallen, np.maximum(fallen, 1.0))


COALITION: tuple[Claim, ...] = (
    Claim(
        "c003-coalition-averted-by-rivalry",
        Measured(
            "part of six great powers at war with the Soviet state in 1918-20, their own war won, less that"
            " part in 1941-45, their own war raging (runs know no coalitions)",
            _powers,
            0.3,
        ),
        refuted_by="as many powers in arms together when they were rivals as when they were not",
    ),
    Claim(
        "c003-buffer-states",
        Measured(
            "population of dependent states, 1948",
            lambda v: v["satellite_area"].at(1948),
            50.0,
            unit="million persons",
        ),
        refuted_by="fewer than four in five of the aims listed reached by the end of 1948",
        record=Measured(
            "part of fifteen aims named in 1945 that were reached by the end of 1948",
            lambda v: ends(v.table("aims_of_1945")).mean(axis=1),
            0.8,
        ),
    ),
    Claim(
        "c003-us-uses-germany",
        Measured(
            "date of West Germany's entry into the alliance against the USSR",
            lambda v: v.event("west-germany-joins-alliance"),
            1945.5,
            1955.999,
            "year",
        ),
        refuted_by="Germany kept out of the western alliance for ten years",
    ),
    Claim(
        "c003-bureaucracy-cedes",
        Measured(
            "part of the crises of 1945-53 with a firm American stand in which Moscow gave way",
            _ceded_when_firm,
            0.7,
        ),
        refuted_by="three in ten such crises without a concession",
        weaker=Measured(
            "the same for every crisis of the two powers in 1945-53",
            lambda v: ends(v.table("crises_1945_53")).mean(axis=1),
            0.7,
        ),
    ),
    Claim(
        "c003-us-satisfied-for-now",
        Measured(
            "growth of the American economy 1946-55, if Soviet exports to North America stayed below one per"
            " cent of Soviet income (else nought)",
            lambda v: np.where(
                v.series(EXPORTS).peak(1947, 1955) < 1.0,
                v.series("macro.output.gdp_total.USA").growth(1946, 1955),
                0.0,
            ),
            3.0,
            unit="per cent a year",
        ),
        refuted_by="slow American growth, or trade with the USSR of weight",
    ),
    Claim(
        "c003-antagonism-not-class-based",
        Moved(
            "change of tension 1947-60 if the USSR leaves the states it entered: less power and closed area,"
            " the order at home unchanged",
            lambda before, after: difference(before["us_ussr_tension"], after["us_ussr_tension"], 1947, 1960),
            "withdrawal-1945",
            high=-0.1,
            natural=Measured(
                "part of four statified states that broke with Moscow which the USA then helped",
                lambda v: ends(v.table("estranged_states")).mean(axis=1),
                0.66,
            ),
        ),
        refuted_by="as much tension without expansion, or hostility to statified states outside the bloc",
    ),
    Claim(
        "c003-war-strengthened-stalin",
        Measured(
            "consumption per head 1945 over 1940, taken as one where acceptance did not rise",
            _consumption_and_standing,
            high=0.7,
        ),
        refuted_by="more than seven tenths of consumption kept, or less standing at the end of the war",
        record=Measured(
            "goods sold to households per head, 1945 over 1940 (standing is not recorded)",
            lambda v: ends(v.table("war_consumption"))[:, 0],
            high=0.7,
        ),
    ),
)

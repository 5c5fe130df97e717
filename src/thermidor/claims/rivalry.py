"""Claims on what the arms of rivals do to plan, work and tension, and on how the model spread."""

import numpy as np
from scipy.special import ndtri

from .claim import Claim, Measured, Moved, NotTestable
from .measures import difference, elasticity, response
from .series import Series
from .view import View

UPTURN = 1.1  # a rise by a tenth in a year


def _answer(effect: str, first: int, last: int):
    """Return what measures the per cent answer of a quantity to one per cent of rivals' arms."""

    def read(before: View, after: View) -> np.ndarray:
        rivals = before["rival_military"], after["rival_military"]
        return elasticity(*rivals, before[effect], after[effect], first, last)

    return read


def _slope_on_record(v: View) -> np.ndarray:
    """Return the slope of the log military share on the log of American arms a year before, 1932-87."""
    share = np.log(v.series("military-share-cow").between(1932, 1987))
    rival = np.log(v.series("rearmament-usa").between(1931, 1986))
    return np.array([_slopes(x, y) for x, y in zip(rival, share, strict=True)])


def _slopes(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return the central 90 % of slopes of a straight line, its errors taken as independent."""
    known = np.isfinite(x) & np.isfinite(y)
    if known.sum() < 4:
        return np.full(19, np.nan)
    dx, dy = x[known] - x[known].mean(), y[known] - y[known].mean()
    slope = (dx * dy).sum() / (dx**2).sum()
    error = np.sqrt(((dy - slope * dx) ** 2).sum() / (len(dx) - 2) / (dx**2).sum())
    return slope + error * ndtri(np.linspace(0.05, 0.95, 19))


def _food_on_arms(v: View) -> np.ndarray:
    """Return the slope of the yearly change in the supply of calories, per cent, on the military share."""
    food = np.log(v.series("calorie-supply").between(1961, 1985))
    arms = v.series("military-share-cow").between(1962, 1985)
    return np.array([_slopes(x, 100 * y) for x, y in zip(arms, np.diff(food, axis=1), strict=True)])


def _both_quarrel(v: View) -> np.ndarray:
    """Return the lesser count of armed disputes with Britain and with Germany, 1918-41."""
    place = "macro.conflict.militarized_disputes_with_{}.RUS_STATE".format
    return np.minimum(*(v.series(place(state)).total(1918, 1941) for state in ("gbr", "deu")))


def _tension_after_arms(v: View) -> np.ndarray:
    """Return the years from the first upturn of arms on either side after the war to that of tension."""
    arms = [v.series(name) for name in ("rearmament-usa", "military-share-cow")]
    first = np.min([_upturn(one) for one in arms], axis=0)
    return _upturn(v["us_ussr_tension"]) - first


def _upturn(series: Series) -> np.ndarray:
    growth = series.between(1947, 1955) / series.between(1946, 1954)
    return Series(growth, 1947).first_above(UPTURN, 1947)


def _threat_over_calm(v: View) -> np.ndarray:
    rows = v.table("military_share_small_states")
    return (rows["with_threat"] / rows["without"]).to_numpy(float)


def _exploited_more(before: View, after: View) -> np.ndarray:
    return response(before["exploitation_rate"], after["exploitation_rate"], 1951, 1989)


RIVALRY: tuple[Claim, ...] = (
    Claim(
        "c004-targets-reactive-arms",
        Moved(
            "per cent answer of the military share in 1951-85 to one per cent more arms of rivals: 0.3",
            _answer("military_share", 1951, 1985),
            by="doubled-rivalry",
            low=0.3,
            natural=Measured(
                "slope of the military share on American arms a year before, both in logarithms, 1932-87",
                _slope_on_record,
                low=0.3,
            ),
        ),
        refuted_by="an answer of less than 0.3 per cent to one per cent",
    ),
    Claim(
        "c004-military-central",
        Moved(
            "gain in mass consumption of 1931-85 where rivals do not arm: a tenth",
            lambda before, after: response(before["mass_consumption"], after["mass_consumption"], 1931, 1985),
            by="no-military-rivalry",
            low=0.1,
            natural=Measured(
                "slope of the growth of the food supply on the military share, 1962-85: negative",
                _food_on_arms,
                high=0,
            ),
        ),
        refuted_by="hardly more consumption where rivals do not arm",
    ),
    Claim(
        "c004-threat-britain-germany",
        Measured(
            "greatest expected threat of attack, 1918-41: half of certainty",
            lambda v: v["military_threat"].peak(1918, 1941),
            low=0.5,
        ),
        refuted_by="no armed dispute with one of the two between the wars",
        record=Measured(
            "lesser count of armed disputes with Britain and with Germany, 1918-41: two and more",
            _both_quarrel,
            low=2,
            unit="disputes",
        ),
    ),
    Claim(
        "c004-exploitation-set-by-us",
        Moved(
            "rise of the rate of exploitation in 1951-89 where rivals' arms double: 15 per cent",
            _exploited_more,
            by="doubled-rivalry",
            low=0.15,
        ),
        refuted_by="a rise of less than 15 per cent where rivals' arms double",
        weaker=Moved(
            "the same: any rise that can be told from none", _exploited_more, by="doubled-rivalry", low=0.01
        ),
        correction="before 1945 the rivals were Germany and Japan, not the USA (Correlates of War, outlays)",
    ),
    Claim(
        "c004-military-competition-cold-war",
        Moved(
            "fall of tension between the blocs in 1946-60 where rivals do not arm: 0.2 of its scale",
            lambda before, after: difference(before["us_ussr_tension"], after["us_ussr_tension"], 1946, 1960),
            by="no-military-rivalry",
            high=-0.2,
            natural=Measured(
                "years from the first upturn of arms after 1946 on either side to that of tension",
                _tension_after_arms,
                low=0,
                unit="years",
            ),
        ),
        refuted_by="tension as high without the arms, or ahead of them",
    ),
    Claim(
        "c004-us-threat-shapes-radicals",
        Measured(
            "military share of a small radical state under threat over that without: twice",
            _threat_over_calm,
            low=2,
        ),
        refuted_by="no higher share under threat",
    ),
    Claim(
        "c004-model-copied",
        Measured(
            "states under communist rule in 1980: more than 15",
            lambda v: v.series("communist-regimes").at(1980),
            low=16,
            unit="states",
        ),
        refuted_by="15 states or fewer",
    ),
    Claim(
        "c004-cliff-1947",
        Measured(
            "years after the end of 1947, by the publisher's dating and by the bulletin: none",
            lambda v: v.table("datings_of_cliff")["years_after_1947"].to_numpy(float),
            high=0,
            unit="years",
        ),
        refuted_by="a text written wholly in another year",
        correction="the duplicated bulletin is of June 1948; the publisher of 1974 says written in 1947",
    ),
    Claim(
        "c004-outcome-follows-process",
        NotTestable("a principle on how a revolution ought to be made and judged"),
        refuted_by="nothing observed could: it says what counts as the outcome",
    ),
    Claim(
        "c004-no-better-than-west",
        NotTestable("a judgement that weighs rights, consumption and lives against each other"),
        refuted_by="nothing observed could without weights",
    ),
)

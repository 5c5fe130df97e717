"""Claims on reform: who wanted markets, what they brought, and where such states drift."""

import numpy as np

from .claim import Claim, Measured, Moved
from .measures import difference, trend
from .series import Series
from .view import View

ACTS = ("sovnarkhoz-reform-1957", "economic-reform-1965", "plan-improvement-1979", "enterprise-law-1987")


def _drifting(v: View) -> np.ndarray:
    """Return the lesser trend of market weight and of the hazard of restoration, to 1985 and to 1991."""
    ends = [
        np.minimum(trend(v["regulator_market"], 1957, last), trend(v["restoration_hazard"], 1957, last))
        for last in (1985, 1991)
    ]
    return np.stack(ends, axis=1)


def _recorded_drift(v: View) -> np.ndarray:
    owned = v["nationalised_share"]
    return np.concatenate([-trend(owned, 1957, last) for last in (1985, 1991)])


def _opened(v: View) -> np.ndarray:
    """Return the part of the states so ruled in 1991 that drifted or fell since, low and high reading."""
    rows = v.table("model_states_since_1991")
    return np.array([rows["drift_low"].mean(), rows["drift_high"].mean()])


def _slack_before_acts(v: View) -> np.ndarray:
    """Return mean growth in the five years before reform acts less that of 1951-89, % a year."""
    income = v["national_income"]
    before = [_grown(income, int(v.event(act)[0]) - 5, int(v.event(act)[0])) for act in ACTS]
    return np.mean(before, axis=0) - income.growth(1951, 1989)


def _grown(income: Series, first: int, last: int) -> np.ndarray:
    """Return growth between two years, NaN where they lie outside the series."""
    known = income.first <= first and last <= income.years[-1]
    return income.growth(first, last) if known else np.full(len(income.values), np.nan)


def _turn(income: Series, year: int) -> np.ndarray:
    """Return growth in the three years after a year less that in the three before."""
    return _grown(income, year, year + 3) - _grown(income, year - 3, year)


def _excess(income: Series, year: np.ndarray) -> np.ndarray:
    """Return the turn at a year, one per row, less the mean turn of all years 1953-86; NaN if never."""
    usual = np.nanmean([_turn(income, one) for one in range(1953, 1987)], axis=0)
    turns = {one: _turn(income, int(one)) for one in np.unique(year[np.isfinite(year)])}
    return np.array([turns[y][row] if y in turns else np.nan for row, y in enumerate(year)]) - usual


def _after_reform(v: View) -> np.ndarray:
    return _excess(v["national_income"], v["reform"].first_above(0.2, 1954))


def _after_acts(v: View) -> np.ndarray:
    income = v.series("macro.output.gdp_total.USSR_TERR")  # runs on past the end, as a wrong date would
    years = [np.floor(v.event(act)) for act in ("sovnarkhoz-reform-1957", "enterprise-law-1987")]
    return np.concatenate([_excess(income, year) for year in years])


def _jobless_after(v: View) -> np.ndarray:
    later = v.table("unemployment_after_plan")[["low", "high"]].to_numpy(float).ravel()
    before = v.table("unemployment_under_plan")["high"].max()
    return later - before


REFORM: tuple[Claim, ...] = (
    Claim(
        "c002-society-in-transition-to-capitalism",
        Measured("lesser of the trends of market weight and of the hazard of restoration from 1957, to "
                 "1985 and to 1991: rising", _drifting, low=1e-5, unit="per year"),
        refuted_by="no drift to the market before the end",
        record=Measured("fall of state ownership from 1957, to 1985 and to 1991", _recorded_drift, low=1e-5,
                        unit="per year"),
    ),
    Claim(
        "c002-remaining-states-drift",
        Measured("part of the five states still so ruled in 1991 that widened private enterprise by law "
                 "or fell: "
                 "all", _opened, low=1.0),
        refuted_by="one state that stayed as it was",
        weaker=Measured("the same: most", _opened, low=0.6),
    ),
    Claim(
        "c002-market-wing",
        Moved("officials for markets 1970-90 if growth loses its oil rent: more",
              lambda a, b: difference(a["restoration_faction"], b["restoration_faction"], 1970, 1990),
              "no-oil-rent", low=0.001,
              natural=Measured("growth in the five years before reform acts less that of 1951-89: lower",
                               _slack_before_acts, high=0.0, unit="% per year")),
        refuted_by="reforms in years of undisturbed growth",
    ),
    Claim(
        "c002-marketisation-unemployment",
        Moved("unemployment 1968-80 if the reform of 1965 is carried through: higher",
              lambda a, b: difference(a["unemployment"], b["unemployment"], 1968, 1980),
              "full-market-reform-1965", low=0.01,
              natural=Measured("unemployment in Russia 1994-96 less the highest estimate under the plan",
                               _jobless_after, low=0.01)),
        refuted_by="markets without unemployment",
    ),
    Claim(
        "c002-reforms-created-problems",
        Measured("growth in the three years after reform began less that in the three before, beside the "
                 "usual slowing of 1953-86: lower", _after_reform, high=0.0, unit="% per year"),
        refuted_by="growth after a reform that slows no more than usual",
        record=Measured("the same for 1957 and 1987", _after_acts, high=0.0, unit="% per year"),
    ),
)  # fmt: skip

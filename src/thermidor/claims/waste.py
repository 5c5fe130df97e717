"""Claims on exploitation, waste and crisis: what the order takes, loses and leaves."""

import numpy as np
import pandas as pd

from .claim import Claim, Measured, NotTestable
from .history import packaged
from .measures import correlation, first_known, log_trend
from .property import ends
from .series import Series
from .view import View

CRISIS = range(1952, 1977)  # first years of the fifteen-year windows after the essay's date
IDLE = (1930, 1940)


def _surplus_over_consumption(table: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """Return surplus over consumption of the USSR 1937 and the greatest of the others, each least first."""
    rates = 1 / table[["high", "low"]].to_numpy(float) - 1
    own = (table["what"] == "USSR").to_numpy()
    return rates[own][0], rates[~own].max(axis=0)


def _rate_recorded(v: View) -> np.ndarray:
    own, others = _surplus_over_consumption(v.table("consumption_shares"))
    return own / others[::-1]


def _rate(v: View) -> np.ndarray:
    others = _surplus_over_consumption(packaged().tables["consumption_shares"])[1]  # the record's yardstick
    return v["exploitation_rate"].mean(1930, 1952)[:, None] / others


def _windows(series: Series) -> np.ndarray:
    """Return trend growth of every fifteen-year window, shape (row, window)."""
    return np.stack([log_trend(series, first, first + 14) for first in CRISIS], axis=1)


def idle_and_armed(output: Series, arms: float) -> np.ndarray:
    """Return the part of American output lost 1930-50: below the line from 1929 to 1941, and to arms."""
    years = np.arange(IDLE[0], IDLE[1] + 1)
    step = np.log(output.ratio(1941, 1929))[:, None] * (years - 1929) / 12
    lost = 1 - output.between(*IDLE) / (output.at(1929)[:, None] * np.exp(step))
    return (lost.sum(axis=1) + arms) / 21


def _american_loss(output: Series) -> np.ndarray:
    """Return the same at two costs of arms: a twentieth throughout, or two fifths in four years as well."""
    costs = (21 * 0.05, 4 * 0.4 + 17 * 0.05)
    return np.concatenate([idle_and_armed(output, arms) for arms in costs])


def _waste_recorded(v: View) -> np.ndarray:
    """Return Soviet waste in output over American: defects of 1930, and the estimate for the 1960s."""
    early = ends(v.table("soviet_waste"))[:, 0]
    late = v.series("wastage-estimate").at(1966)
    output = v.series("macro.output.gdp_total.USA")
    loss = _american_loss(Series(output.values[:1], output.first))
    return np.concatenate([early, late])[:, None] / loss


def _waste(v: View) -> np.ndarray:
    rows = packaged().series["macro.output.gdp_total.USA"]  # the record's yardstick
    output = Series(rows.set_index("year")["value"].loc[1913:1999].to_numpy(float)[None, :])
    return v["waste_share"].mean(1930, 1950)[:, None] / _american_loss(output)


def _surplus_growth(v: View) -> Series:
    surplus = v["surplus_product"]
    return Series(np.diff(np.log(np.maximum(surplus.values, 1e-6)), axis=1), surplus.first + 1)


def _income_in_both_periods(v: View) -> np.ndarray:
    income = v["national_income"]
    return np.stack([income.growth(1933, 1960), income.growth(1975, 1990)], axis=1)


WASTE: tuple[Claim, ...] = (
    Claim(
        "c000-exploitation-unparalleled",
        Measured(
            "surplus over consumption, USSR (record 1937, runs 1930-52) over the greatest of three capitalist"
            " powers of 1938 at both ends",
            first_known(_rate_recorded, _rate),
            1.0,
            unit="ratio",
        ),
        refuted_by="as great a surplus over consumption in a capitalist country of the time",
    ),
    Claim(
        "c000-permanent-crisis",
        Measured(
            "greatest trend of consumption per head over fifteen years within 1952-90; on the record the mean"
            " of 1960-82",
            first_known(
                lambda v: v.series("consumption-growth-1960-82").at(1970),
                lambda v: _windows(v["mass_consumption"]).max(axis=1),
            ),
            high=0.0,
            unit="per cent a year",
        ),
        refuted_by="fifteen years of growing consumption after 1951",
        weaker=Measured(
            "least trend over fifteen years within 1952-90: a crisis in one of the windows; on the record of"
            " income per head",
            first_known(
                lambda v: _windows(v.series("gdp-per-head-ussr")).min(axis=1),
                lambda v: _windows(v["mass_consumption"]).min(axis=1),
            ),
            high=0.0,
            unit="per cent a year",
        ),
    ),
    Claim(
        "c000-wastes-more-than-capitalism",
        Measured(
            "waste in output (record: defects of 1930, estimate of 1966; runs: 1930-50) over the part of"
            " American output of 1930-50 lost to idleness and arms, at two costs of arms",
            first_known(_waste_recorded, _waste),
            1.0,
            unit="ratio",
        ),
        refuted_by="slump and arms costing capitalism as much",
    ),
    Claim(
        "c000-useless-output-criterion",
        NotTestable("a standard of progress; it defines useful income, used in other claims"),
        refuted_by="nothing: it is a definition",
    ),
    Claim(
        "c000-self-undermining",
        Measured(
            "correlation over 1935-85 of growth of the surplus with the share wasted; no lever moves waste"
            " alone",
            lambda v: correlation(_surplus_growth(v), v["waste_share"], 1935, 1985),
            high=-0.3,
        ),
        refuted_by="surplus growing as fast while waste rises",
        record=Measured(
            "growth of income 1933-60 and 1975-90: neither, if waste undermines the rulers",
            _income_in_both_periods,
            high=0.0,
            unit="per cent a year",
        ),
    ),
)

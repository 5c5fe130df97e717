"""Claims on police: what it regulates, what it costs, whom it strikes."""

import numpy as np
import pandas as pd

from .claim import Claim, Measured, Moved
from .history import Measure, packaged
from .measures import correlation, first_known, response
from .property import ends
from .series import Series
from .view import View


def _three_uses(v: View) -> np.ndarray:
    """Return arms, administration and the ruling group in income, the mean of the plan years.

    Nought where command is not the ruling regulator.
    """
    uses = sum(v[f"{use}_share"].mean(1931, 1985) for use in ("military", "apparatus", "elite_consumption"))
    return np.where(v["regulator_command"].mean(1931, 1985) > 0.8, uses, 0.0)


def _three_uses_recorded(v: View) -> np.ndarray:
    """Return the same, the top hundredth standing for the ruling group, at two costs of office."""
    known = v["military_share"].mean(1932, 1985) + v.series("top-one-percent-share").mean(1928, 1985)
    return known[:, None] + ends(v.table("administration_share"))[:, 0]


def _others(table: pd.DataFrame) -> np.ndarray:
    """Return the greatest rate of the mixed dictatorships listed, at its low and at its high end."""
    return ends(table[table["what"].str.startswith("mixed")]).max(axis=1)


def _yardstick() -> np.ndarray:
    """Return the others' rates as the record has them, for runs to be held against."""
    return _others(packaged().tables["repression_rates"])


def _recorded_rate(years: str) -> Measure:
    """Return a measure: the Soviet rate of a period over the greatest of the others, the ends crossed."""

    def measure(v: View) -> np.ndarray:
        table = v.table("repression_rates")
        own = ends(table[table["what"] == f"USSR {years}"])[:, 0]
        return own / _others(table)[::-1]

    return measure


def _least_rate(v: View) -> np.ndarray:
    """Return the least yearly rate in years of state ownership without democracy, over the others'."""
    span = (1930, 1985)
    met = (v["nationalised_share"].between(*span) > 0.9) & (v["soviet_democracy"].between(*span) < 0.1)
    rate = np.where(met, v["repression"].between(*span), np.inf).min(axis=1)
    return np.where(met.any(axis=1), rate, np.nan)[:, None] / _yardstick()


def _worst_rate(v: View) -> np.ndarray:
    """Return the greatest mean rate of three years running in 1930-52, over the others'."""
    rate = v["repression"].between(1930, 1952)
    three_years = np.lib.stride_tricks.sliding_window_view(rate, 3, axis=1).mean(axis=2)
    return three_years.max(axis=1)[:, None] / _yardstick()


def _staff(v: View) -> np.ndarray:
    """Return Soviet staff per head over German: narrow to narrow, wide to wide, wide to narrow."""
    table = v.table("security_staff").set_index("what")
    per_head = table[["narrow", "wide"]].div(table["people"], axis=0)
    own, other = per_head.loc["USSR"], per_head.loc["Germany"]
    return np.array(
        [own["narrow"] / other["narrow"], own["wide"] / other["wide"], own["wide"] / other["narrow"]]
    )


def _slowing(v: View) -> Series:
    """Return the fall of steel output against the year before, in logarithms."""
    steel = v.series("steel-output")
    change = -np.diff(np.log(np.maximum(steel.values, 1e-9)), axis=1)
    return Series(change, steel.first + 1)


POLICE: tuple[Claim, ...] = (
    Claim(
        "c000-neither-market-nor-democracy",
        Measured(
            "arms, administration and the ruling group together in income, mean of 1931-85, nought where"
            " command does not rule; on the record the top hundredth stands for the ruling group",
            first_known(_three_uses_recorded, _three_uses),
            0.3,
        ),
        refuted_by="less than three tenths of income for the purposes of those who command",
    ),
    Claim(
        "c000-police-only-means",
        Moved(
            "income 1954-60 if police means are cut by nine tenths with command kept, as a change",
            lambda before, after: response(before["national_income"], after["national_income"], 1954, 1960),
            "police-relaxed-1953",
            high=-0.1,
            natural=Measured(
                "growth of income 1953-60, when political sentences fell to a small part with command kept",
                lambda v: v["national_income"].growth(1953, 1960),
                high=0.0,
                unit="per cent a year",
            ),
        ),
        refuted_by="an economy that runs on when police means are cut",
        weaker=Moved(
            "effort at work 1954-60 in the same runs, as a change: police means bear on it at all",
            lambda a, b: response(a["labour_effort"], b["labour_effort"], 1954, 1960),
            "police-relaxed-1953",
            high=-0.005,
        ),
    ),
    Claim(
        "c000-undemocratic-concentration-inevitably-oppressive",
        Measured(
            "least yearly rate of political repression under state ownership without democracy (record:"
            " 1957-85) over the greatest rate of four mixed dictatorships, at both ends of its range",
            first_known(_recorded_rate("1957-1985"), _least_rate),
            1.0,
            unit="ratio",
        ),
        refuted_by="a mixed dictatorship that represses more than an undemocratic state economy",
        weaker=Measured(
            "the same for the worst three years running, deportations counted on the record",
            first_known(_recorded_rate("1930-1932"), _worst_rate),
            1.0,
            unit="ratio",
        ),
    ),
    Claim(
        "c000-huge-surveillance-machine",
        Measured(
            "security staff per head, USSR 1939 over Germany 1944, by narrow and wide counts",
            _staff,
            1.0,
            unit="ratio",
        ),
        refuted_by="as much staff per head in another state of the time",
    ),
    Claim(
        "c000-scapegoats-lower-ranks",
        Measured(
            "correlation over 1929-53 of officials purged with the plan missed a year before; branches are"
            " not told apart",
            lambda v: correlation(v["purge_rate"], v["plan_shortfall"], 1929, 1952, lag=1),
            0.2,
        ),
        refuted_by="purges unrelated to failures",
        record=Measured(
            "correlation over 1929-52 of political sentences with the fall of steel output a year before",
            lambda v: correlation(v["repression"], _slowing(v), 1929, 1951, lag=1),
            0.2,
        ),
    ),
)

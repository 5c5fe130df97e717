"""Claims on the dependent states of Eastern Europe: what was taken and what was paid."""

import numpy as np

from .claim import Claim, Measured
from .measures import first_known
from .view import View

DOLLARS_1980 = 3.46  # US consumer prices of 1980 over those of 1949 (Bureau of Labor Statistics)
HEAD_1949 = 0.27  # thousand dollars of 1949: income per head of the six states, middle of satellite_income
PERIODS = ((1946, 1955), (1956, 1970), (1971, 1985))


def _least_recorded(v: View) -> np.ndarray:
    """Return the lesser of the net transfers of 1945-60 and of 1974-78 (a subsidy is negative)."""
    return np.minimum(v.series("extraction-1945-60").at(1950), v.series("subsidies-1974-80").at(1976))


def _least(v: View) -> np.ndarray:
    return np.minimum.reduce([v["satellite_extraction"].mean(*period) for period in PERIODS])


def _taken_recorded(v: View) -> np.ndarray:
    """Return the net gain of 1945-60 in income: over nine and over sixteen years, at both incomes."""
    table = v.table("satellite_income")
    income = np.array([(table["people"] * table[end]).sum() for end in ("head_low", "head_high")])
    gain = v.series("soviet.satellites.soviet_net_gain.Total").at(1950)
    return np.concatenate([gain / years / income for years in (9, 16)])


def _taken(v: View) -> np.ndarray:
    income = v["satellite_area"].mean(1946, 1953) * HEAD_1949 * DOLLARS_1980
    return v["satellite_extraction"].mean(1946, 1953) / np.maximum(income, 1e-9)


SATELLITES: tuple[Claim, ...] = (
    Claim(
        "c000-conquest-to-compensate",
        Measured(
            "least net transfer from dependent states among three periods 1946-85 (record: 1945-60 and"
            " 1974-78)",
            first_known(_least_recorded, _least),
            0.01,
            unit="bn dollars a year",
        ),
        refuted_by="a period in which the USSR paid for its dependent states and went on",
        weaker=Measured(
            "net transfer from dependent states after the war alone",
            first_known(
                lambda v: v.series("extraction-1945-60").at(1950),
                lambda v: v["satellite_extraction"].mean(1946, 1955),
            ),
            0.01,
            unit="bn dollars a year",
        ),
    ),
    Claim(
        "c000-satellites-ravaged",
        Measured(
            "net transfer from six dependent states 1945-53 in their income",
            first_known(_taken_recorded, _taken),
            0.02,
        ),
        refuted_by="less than a fiftieth of their income taken",
    ),
)

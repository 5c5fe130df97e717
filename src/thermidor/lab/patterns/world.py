"""Patterns of the world block."""

import numpy as np

from ...claims.view import Run
from .pattern import Pattern

INF = float("inf")


def _transfer_turns(run: Run) -> np.ndarray:
    return run["satellite_extraction"].first_below(0.0, 1946)


def _upheavals(run: Run, first: int, last: int) -> np.ndarray:
    yearly = run.fields["upheaval"].sum(-1)
    return yearly[:, first - 1913 : last - 1912].sum(1)


WORLD: tuple[Pattern, ...] = (
    Pattern("wave-1918", "upheavals abroad 1918-23", lambda r: _upheavals(r, 1918, 1923), 5, 14,
            "upheaval-outcomes", 1923),
    Pattern("fascism", "year fascism holds a great power", lambda r: r["fascism"].first_above(0.5, 1918),
            1922, 1936, "general knowledge", 1936),
    Pattern("satellites-held", "population of dependent states 1950, millions",
            lambda r: r["satellite_area"].at(1950), 60.0,
            120.0, "satellites: population of the six states", 1950),
    Pattern("satellites-statified", "nationalised share in dependent states 1950",
            lambda r: r["satellite_statified"].at(1950), 0.8, 1.0, "canon notes; no series", 1950),
    Pattern("transfer-sign", "year in which the transfer from dependent states turns negative",
            _transfer_turns, 1953, 1974, "extraction-1945-60, subsidies-1974-80", 1974),
    Pattern("transfer-extracted", "mean transfer from dependent states 1946-52 is positive", lambda r:
            r["satellite_extraction"].mean(1946, 1952), 0.05, INF, "extraction-1945-60", 1952),
    Pattern("subsidies-seventies", "mean subsidy 1974-80, bn dollars a year (minus)",
            lambda r: r["satellite_extraction"].mean(1974, 1980), -16.0, -3.0, "subsidies-1974-80", 1980),
    Pattern("satellite-revolts", "revolts in dependent states 1950-85",
            lambda r: r["satellite_revolts"].total(1950, 1985), 2, 6, "armed-interventions", 1985),
)  # fmt: skip

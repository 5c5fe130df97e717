"""How much arithmetic could be done for a plan in a given year, and how many balances that is."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

import pandas as pd

NOMENCLATURE = 12_000_000  # identifiable products (Nove, The Soviet Economic System, 1986; unverified)
INPUTS = 20  # inputs of a product; an assumption
CAMPAIGN = 60 * 8 * 3600  # seconds: sixty working days in which a plan is drawn up; an assumption
KINDS = ("record", "recalled", "estimate")


@dataclass(frozen=True, slots=True)
class Power:
    """Hold operations a second of the machine, or the office, of a year.

    ``kind``: on record in a source that was read, recalled from one that was not, or an estimate of ours.
    """

    year: int
    machine: str
    operations: float
    kind: str
    source: str


@cache
def powers() -> tuple[Power, ...]:
    """Return the packaged table, by year."""
    with (files("thermidor") / "data" / "planning" / "computing.csv").open(encoding="utf-8") as file:
        rows = cast(list[dict[str, object]], pd.read_csv(file).to_dict("records"))
    return tuple(Power(**row) for row in rows)  # pyright: ignore[reportArgumentType]


def rounds_of(power: Power, balances: int, inputs: int = INPUTS) -> float:
    """Return the rounds of sparse balances that fit into a campaign (two operations an input)."""
    return power.operations * CAMPAIGN / (2 * inputs * balances)


def balances_of(power: Power, rounds: int, inputs: int = INPUTS) -> int:
    """Return the balances, up to the whole nomenclature, of which so many rounds fit into a campaign."""
    return min(NOMENCLATURE, int(power.operations * CAMPAIGN / (2 * inputs * rounds)))


def inverted(power: Power) -> int:
    """Return the products of a dense table that can be inverted in a campaign (two thirds n^3)."""
    return int((power.operations * CAMPAIGN * 1.5) ** (1 / 3))

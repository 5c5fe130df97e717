"""Write forcings.csv, policy.csv and economy_record.csv.

Usage: python -m tools.forcing.make HISTORY_FOLDER
"""

import sys
from pathlib import Path

import pandas as pd

from .economy import economy
from .knots import filled
from .outside import recorded
from .policy import policy

TARGET = Path(__file__).parents[2] / "src" / "thermidor" / "data" / "forcing"
SHARES = (
    "area_occupied", "capital_destroyed", "credit", "first_war_shadow", "herds_lost", "intervention",
    "invasion", "medicine", "rivalry", "schooling", "second_war_shadow", "slump", "soviet_power",
    "war_on_own_soil", "warheads_both",
)  # fmt: skip


def main(folder: Path) -> None:
    """Write the three tables."""
    rows = pd.concat([filled("forcing"), recorded(folder)]).drop_duplicates(["name", "year"], keep="last")
    _write(_kept_in_bounds(rows), "forcing", "forcings.csv", ["low", "value", "high"])
    _write(policy(), "signal", "policy.csv", ["value"])
    _write(economy(folder), "signal", "economy_record.csv", ["value"])


def _kept_in_bounds(rows: pd.DataFrame) -> pd.DataFrame:
    shares = rows["name"].isin(SHARES)
    bounded = rows[["low", "value", "high"]].clip(0, 1)
    return rows.assign(**{c: rows[c].where(~shares, bounded[c]) for c in bounded})


def _write(rows: pd.DataFrame, first: str, file: str, numbers: list[str]) -> None:
    table = rows.rename(columns={"name": first}).sort_values([first, "year"])
    for column in numbers:
        table[column] = [f"{value:.6g}" for value in table[column] + 0.0]
    table[[first, "year", *numbers, "kind", "source"]].to_csv(TARGET / file, index=False, lineterminator="\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

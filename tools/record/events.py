"""Dated events and windows, each read off the recorded series by a rule.

A year is typed only where no file has it; those events stand in events_unverified.csv and are never scored.
"""

from pathlib import Path

import pandas as pd

from .book import Record
from .patterns_economy import economy, village
from .patterns_polity import coercion, democracy, party, regime, world

COLUMNS = ["event", "variable", "year_from", "year_to", "low", "value", "high", "unit", "rule"]
COLUMNS += ["estimate_of", "scored", "source"]
UNREAD = Path(__file__).parent / "events_unverified.csv"


def events(record: pd.DataFrame, history: pd.DataFrame) -> pd.DataFrame:
    """Return all events, one row each, sorted by first year; scored ones are read from the files."""
    book = Record(record)
    patterns = (village, economy, coercion, party, democracy, regime, world, _famines)
    made = [row for pattern in patterns for row in pattern(book)] + _upheavals(history)
    table = pd.concat([pd.DataFrame(made).assign(scored=True), pd.read_csv(UNREAD)], ignore_index=True)[
        COLUMNS
    ]
    for side in ("low", "value", "high"):
        table[side] = table[side].map(lambda x: x if pd.isna(x) else float(f"{x:.6g}"))
    return table.sort_values(["year_from", "event"], kind="stable").reset_index(drop=True)


def _famines(book: Record) -> list[dict]:
    """Date a famine by the year its total is printed for and the year before."""
    made = []
    for name in ("famine-1921-22", "famine-1932-33", "famine-1946-47"):
        last = int(book.rows(name).index[0])
        size = book.size(name, last)
        made.append(
            book.event(name, "famine_deaths", (last - 1, last), "total of the event", name, size=size)
        )
    return made


def _upheavals(history: pd.DataFrame) -> list[dict]:
    rows = history[history["series"] == "upheaval_outcome"].sort_values(["year", "entity"])
    same = {"variable": "world_revolution", "unit": "outcome 1, 0 or -1", "estimate_of": "coded"}
    same |= {"rule": "dated chronology; outcome coded by the compiler"}
    return [
        {"event": f"upheaval: {r.entity}", "year_from": r.year, "year_to": r.year_end, "source": r.source}
        | {"low": r.value, "value": r.value, "high": r.value}
        | same
        for r in rows.itertuples()
    ]

"""The raw history folder, read as one tidy table: nothing is computed here."""

from pathlib import Path

import pandas as pd

COLUMNS = ["file", "series", "entity", "year", "year_end", "value", "unit", "estimate_of", "citation"]
TOPICS = {
    "macro": "agriculture capabilities conflict education energy famine output polity population society "
    "trade unrest",
    "soviet": "agriculture annexations classes_party coercion defence demography elite_pay growth industry "
    "investment labour plan_fulfilment revolutions satellites state_finance trade wages_prices",
}
MEMORY = "soviet/from_memory.csv"


def read_history(folder: Path) -> pd.DataFrame:
    """Read the topic files of the history folder into one table, one row per printed figure."""
    names = [f"{part}/{topic}.csv" for part, topics in TOPICS.items() for topic in topics.split()]
    tables = [_read(folder, name) for name in [*names, MEMORY]]
    return pd.concat(tables, ignore_index=True)[COLUMNS]


def _read(folder: Path, name: str) -> pd.DataFrame:
    table = pd.read_csv(folder / name).rename(columns={"year_start": "year", "source": "citation"})
    table = table.rename(columns={"believed_source": "citation"})
    table["file"] = name
    table["unit"] = table["unit"].str.replace(r"^coded by this \w+", "coded by the compiler", regex=True)
    if name.startswith("macro/"):
        kind = "coded" if name == "macro/polity.csv" else "western"
        return table.assign(year_end=table["year"], estimate_of=kind)
    return table.assign(estimate_of="unverified") if name == MEMORY else table


def pick(history: pd.DataFrame, spec: dict) -> pd.DataFrame:
    """Return the rows a canon entry names (file, series, entity), without its window of years."""
    rows = history[(history["file"] == spec["file"]) & (history["series"] == spec["series"])]
    everywhere = str(spec["entity"]).startswith("all entities")
    return rows if everywhere else rows[rows["entity"] == spec["entity"]]


def window(rows: pd.DataFrame, spec: dict) -> pd.DataFrame:
    """Return the rows whose first year lies in the window the canon entry names."""
    years = spec.get("years", spec)
    return rows[rows["year"].between(years["first"], years["last"])]

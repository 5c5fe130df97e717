"""Source series: every raw figure an observation, a rule or a target rests on, in its own unit."""

import fnmatch
import re
from collections.abc import Callable

import pandas as pd

from .observe import KEYS, Series
from .raw import MEMORY

FIRST, LAST = 1885, 2012


def slug(text: str) -> str:
    """Return a text fit for a series id."""
    return re.sub(r"[^A-Za-z0-9+-]+", "_", text).strip("_")


def drop_suspect(history: pd.DataFrame, drops: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the history without suspect spots, and the table of drops with the number of rows each took."""
    taken = pd.Series(0, index=drops.index)
    keep = pd.Series(True, index=history.index)
    for drop in drops.itertuples():
        inside = _inside(history, drop)
        taken[drop.Index] = int(inside.sum())
        keep &= ~inside if pd.isna(drop.observation) else True
    return history[keep], drops.assign(rows=taken)


def _inside(history: pd.DataFrame, drop) -> pd.Series:
    inside = (
        (history["file"] == drop.file)
        & (history["series"] == drop.series)
        & (history["entity"] == drop.entity)
    )
    inside &= history["year"].between(drop.year_from, drop.year_to)
    return inside if pd.isna(drop.value_at_most) else inside & (history["value"] <= drop.value_at_most)


def wanted(history: pd.DataFrame, canon: dict, extra: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of every series the canon or the table of extra targets names."""
    named = pd.DataFrame(_specs(canon))
    keys = pd.MultiIndex.from_frame(history[["file", "series", "entity"]])
    keep = pd.Series(keys.isin(pd.MultiIndex.from_frame(named)), index=history.index)
    names, entities = set(history["series"]), set(history["entity"])
    for line in extra.itertuples():
        keep |= (
            (history["file"] == line.file)
            & history["series"].isin(fnmatch.filter(names, line.series))
            & history["entity"].isin(fnmatch.filter(entities, line.entity))
        )
    keep &= history["year"].between(FIRST, LAST) & (history["year_end"] <= LAST)
    return history[keep]


def _specs(canon: dict) -> list[dict]:
    specs = []
    for entry in canon["observations"]:
        specs += [entry["series"], *entry.get("with", []), *entry.get("rivals", [])]
        specs += [entry[side] for side in ("low", "high") if side in entry]
    specs += [
        {"file": "macro/energy.csv", "series": f"crude_oil_price_{kind}", "entity": "WORLD"}
        for kind in ("nominal", "real")
    ]
    return [{k: s[k] for k in ("file", "series", "entity")} for s in specs]


def collected(rows: pd.DataFrame, kind_of: dict[tuple, str]) -> list[Series]:
    """Return one series per file, name and entity (and unit, where one name holds two kinds of unit)."""
    made = []
    for (file, name, entity), group in rows.groupby(["file", "series", "entity"], sort=True):
        kinds = group["unit"].str.split().str[0]
        for kind, part in group.groupby(kinds):
            tail = "" if kinds.nunique() == 1 else f".{slug(kind)}"
            made.append(_source_series(file, name, entity, tail, part, kind_of))
    return made


def _source_series(file: str, name: str, entity: str, tail: str, part: pd.DataFrame, kind_of: dict) -> Series:
    stem = "memory" if file == MEMORY else file[:-4].replace("/", ".")
    groups = part.groupby(KEYS)
    table = pd.DataFrame(
        {
            "low": groups["value"].min(),
            "value": groups["value"].median(),
            "high": groups["value"].max(),
            "unit": groups["unit"].first(),
            "estimate_of": groups["estimate_of"].first(),
            "source": groups["source"].agg(lambda keys: ";".join(dict.fromkeys(keys))),
        }
    ).reset_index()
    own = kind_of.get((file, name, entity))
    if file.startswith("macro/") and own:
        table["estimate_of"] = own
    role = "unverified" if file == MEMORY else "source"
    about = {"role": role, "observation": "", "variable": "", "raw_file": file, "raw_series": name}
    table = table.assign(entity=entity, quality="unrated")
    return Series(f"{stem}.{name}.{slug(entity)}{tail}", table, about)


def by_id(made: list[Series]) -> Callable[[str], pd.Series]:
    """Return a function from series id to its values by year, for the coding rules."""
    found = {series.id: series for series in made}

    def get(name: str) -> pd.Series:
        if name not in found:
            raise KeyError(f"coding rule needs {name}, which is not among the source series")
        return found[name].rows.set_index("year")["value"]

    return get

"""From raw history and canon to the finished tables of the record, in one visible order."""

import fnmatch
import sys
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import yaml

sys.path.insert(0, str(Path(__file__).parents[2] / "src"))

from thermidor.record.coding import RULES

from . import citation, library, recipes, scoring
from .events import events
from .observe import Series, observe
from .raw import MEMORY, read_history

HERE = Path(__file__).parent
RECORD = [
    "series",
    "entity",
    "year",
    "year_end",
    "low",
    "value",
    "high",
    "unit",
    "estimate_of",
    "quality",
    "scored",
    "source",
]


@dataclass(frozen=True)
class Tables:
    """The tables of the record, ready to be written."""

    record: pd.DataFrame
    series: pd.DataFrame
    observations: pd.DataFrame
    events: pd.DataFrame
    sources: pd.DataFrame
    dropped: pd.DataFrame
    coding_rules: list[dict]

    def summary(self) -> str:
        """Return the counts in a few lines."""
        roles = self.series.groupby("role").size().to_dict()
        uses = self.observations.groupby("use").size().to_dict()
        built = self.series[self.series["role"] == "observation"]["observation"].nunique()
        scored = int(self.record["scored"].sum())
        return (
            f"{len(self.series)} series {roles}, {len(self.record)} rows ({scored} scored), "
            f"{built} of {len(self.observations)} observations built {uses}, {len(self.events)} events, "
            f"{len(self.sources)} sources"
        )


def build(history_folder: Path, canon_folder: Path) -> Tables:
    """Return all tables; raise with the list of observations that could not be built, if any."""
    canon = yaml.safe_load((canon_folder / "observations.yaml").read_text(encoding="utf-8"))
    raw = citation.add_keys(read_history(history_folder))
    drops = pd.read_csv(HERE / "drops.csv")
    extra = pd.read_csv(HERE / "extra.csv", keep_default_na=False)
    history, dropped = library.drop_suspect(raw, drops)
    sources = library.collected(library.wanted(history, canon, extra), _kinds(canon))
    memory = library.collected(_in_range(history[history["file"] == MEMORY]), {})
    coded = _coded(sources)
    observed = _observed(canon, raw, drops, coded)
    everything = [*observed, *coded.values(), *sources, *memory]
    record = _record(everything)
    observations = _observations(canon, record)
    record["scored"] = scoring.mark_scored(record, observations)
    catalogue = _catalogue(everything, record, observations, extra)
    return Tables(
        record=record[RECORD],
        series=catalogue,
        observations=observations,
        events=events(record, history),
        sources=citation.sources(raw, {"not-read", *record["source"].str.split(";").explode()}),
        dropped=dropped,
        coding_rules=canon["coding_rules"],
    )


def _in_range(rows: pd.DataFrame) -> pd.DataFrame:
    return rows[rows["year"].between(library.FIRST, library.LAST)]


def _kinds(canon: dict) -> dict[tuple, str]:
    """Return what kind of estimate the canon says a raw series is (the first observation that uses it)."""
    kinds: dict[tuple, str] = {}
    for entry in canon["observations"]:
        raw = entry["series"]
        kinds.setdefault((raw["file"], raw["series"], raw["entity"]), entry["kind"])
    return kinds


def _coded(sources: list[Series]) -> dict[str, Series]:
    get = library.by_id(sources)
    used: dict[str, list[str]] = {}
    by_id = {series.id: series for series in sources}

    def noted(rule: str):
        def look(name: str) -> pd.Series:
            used.setdefault(rule, []).append(name)
            return get(name)

        return look

    made = {}
    for name, rule in RULES.items():
        table = rule(noted(name)).dropna().rename_axis("year").reset_index()
        keys = dict.fromkeys(k for i in used[name] for s in by_id[i].rows["source"] for k in s.split(";"))
        variable = {"repression_shape": "repression", "participation": "soviet_democracy"}.get(name, name)
        rows = table.assign(
            year_end=table["year"],
            entity=_place(name),
            unit=_coded_unit(name),
            estimate_of="coded",
            quality="unrated",
            source=";".join(keys),
        )
        about = {"role": "coded", "observation": "", "variable": variable, "raw_file": "", "raw_series": name}
        made[name] = Series(f"coded.{name}", rows, about)
    return made


def _place(rule: str) -> str:
    return "WORLD" if rule in ("revolution_wave", "capitalist_stagnation") else "RUS_STATE"


def _coded_unit(rule: str) -> str:
    return "sentences per 1000 persons" if rule == "repression" else "index 0-1"


def _observed(canon: dict, raw: pd.DataFrame, drops: pd.DataFrame, coded: dict[str, Series]) -> list[Series]:
    """Return all observations; those without a rule or with a fault are named together."""
    made, faults = [], []
    history, _ = library.drop_suspect(raw, drops)
    for entry in canon["observations"]:
        try:
            if entry["id"] in recipes.CODED:
                made.append(_from_rule(entry, coded[recipes.CODED[entry["id"]]]))
            else:
                made += observe(entry, raw, history, drops)
        except (ValueError, KeyError, IndexError) as fault:
            faults.append(f"{entry['id']}: {type(fault).__name__} {fault}")
    if faults:
        raise ValueError("observations not built:\n" + "\n".join(faults))
    return made


def _from_rule(entry: dict, rule: Series) -> Series:
    years = entry["years"]
    rows = rule.rows[rule.rows["year"].between(years["first"], years["last"])]
    rows = rows.assign(unit=_rule_unit(entry, rows), quality=entry["quality"])
    raw = entry["series"]
    about = {
        "role": "observation",
        "observation": entry["id"],
        "variable": entry["variable"],
        "raw_file": raw["file"],
        "raw_series": raw["series"],
    }
    return Series(entry["id"], rows, about)


def _rule_unit(entry: dict, rows: pd.DataFrame) -> str:
    return rows["unit"].iloc[0] if entry["unit"] in ("event", "0-1") else entry["unit"]


def _record(everything: list[Series]) -> pd.DataFrame:
    tables = [series.rows.assign(series=series.id) for series in everything]
    record = pd.concat(tables, ignore_index=True)
    for side in ("low", "value", "high"):
        record[side] = record[side].map(lambda x: float(f"{x:.10g}")) + 0.0  # no minus zero
    record[["year", "year_end"]] = record[["year", "year_end"]].astype(int)
    return record.sort_values(["series", "year", "year_end"], kind="stable").reset_index(drop=True)


def _observations(canon: dict, record: pd.DataFrame) -> pd.DataFrame:
    groups = scoring.score_groups(canon)
    unit = record.drop_duplicates("series").set_index("series")["unit"]
    rows = [
        {
            "id": e["id"],
            "variable": e["variable"],
            "area": e["area"],
            "unit": unit[e["id"]],
            "source_unit": e["source_unit"],
            "transformation": e["transformation"],
            "kind": e["kind"],
            "quality": e["quality"],
            "use": e["use"],
            "score_group": groups.get(e["id"], ""),
            "claims_series": ";".join(e["claims_series"]),
            "reason": e["reason"],
            "caveat": e["caveat"],
        }
        for e in canon["observations"]
    ]
    return pd.DataFrame(rows)


def _catalogue(
    everything: list[Series], record: pd.DataFrame, observations: pd.DataFrame, extra: pd.DataFrame
) -> pd.DataFrame:
    groups = record.groupby("series")
    span = pd.DataFrame(
        {
            "entity": groups["entity"].first(),
            "unit": groups["unit"].first(),
            "first": groups["year"].min(),
            "last": groups["year_end"].max(),
            "rows": groups.size(),
            "scored": groups["scored"].sum(),
        }
    )
    about = pd.DataFrame({s.id: s.about for s in everything}).T.rename_axis("series")
    table = about.join(span).reset_index()
    use = observations.set_index("id")["use"]
    table["use"] = table["observation"].where(table["role"] == "observation", "").map(use).fillna("none")
    return _name_targets(table, extra).sort_values("series").reset_index(drop=True)


def _name_targets(table: pd.DataFrame, extra: pd.DataFrame) -> pd.DataFrame:
    """Give extra source series the canon variable they are a target of."""
    for line in extra[extra["variable"] != ""].itertuples():
        fits = (table["raw_file"] == line.file) & (table["role"] == "source")
        fits &= table["raw_series"].map(lambda name, p=line.series: fnmatch.fnmatchcase(name, p))
        table.loc[fits & (table["variable"] == ""), "variable"] = line.variable
    return table

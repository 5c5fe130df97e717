"""The record as a terminal table and as JSON: what the command `thermidor record` prints."""

import pandas as pd
from rich.table import Table

from . import table as tables


def table(series: str | None = None) -> Table:
    """Return the catalogue of observations, or all rows of one series; raise ThermidorError if unknown."""
    return _catalogue() if series is None else _rows(tables.find(series))


def _catalogue() -> Table:
    about = tables.catalogue()
    about = about[about["role"] == "observation"].merge(
        tables.observations()[["id", "quality"]], left_on="series", right_on="id"
    )
    made = Table(title=f"The record: {len(about)} observations of {about['variable'].nunique()} variables")
    for column in ("series", "variable", "years", "rows", "unit", "quality", "use"):
        made.add_column(column, overflow="fold")
    for row in about.sort_values(["variable", "series"]).itertuples():
        years = f"{row.first}-{row.last}"
        made.add_row(row.series, row.variable, years, str(row.rows), row.unit, row.quality, row.use)
    return made


def _rows(series: str) -> Table:
    rows = tables.series(series)
    made = Table(title=series, caption=_caption(series, rows))
    for column in ("year", "low", "value", "high", "estimate of", "scored", "source"):
        made.add_column(column, overflow="fold")
    for row in rows.itertuples():
        numbers = [f"{x:.6g}" for x in (row.low, row.value, row.high)]
        made.add_row(_years(row), *numbers, row.estimate_of, "yes" if row.scored else "no", row.source)
    return made


def _years(row) -> str:
    return str(row.year) if row.year == row.year_end else f"{row.year}-{row.year_end}"


def _caption(series: str, rows: pd.DataFrame) -> str:
    """Return entity, unit, caveat and citations: nothing is shown without its source."""
    lines = [f"{rows['entity'].iloc[0]}; {rows['unit'].iloc[0]}"]
    known = tables.observations()
    for row in known[known["id"] == series].itertuples():
        lines += [f"{row.transformation}. Caveat: {row.caveat}"]
    cited = tables.sources().set_index("source").loc[_keys(rows)]
    return "\n".join([*lines, *(f"{s.Index}: {s.citation}" for s in cited.itertuples())])


def _keys(rows: pd.DataFrame) -> list[str]:
    return list(dict.fromkeys(k for keys in rows["source"] for k in keys.split(";")))


def as_json(series: str | None = None) -> dict:
    """Return the same as plain data: the catalogue, or one series with its rows, meaning and citations."""
    if series is None:
        return {"series": tables.catalogue().to_dict("records")}
    name = tables.find(series)
    rows, about = tables.series(name), tables.catalogue().set_index("series").loc[name]
    known = tables.observations()
    known = known[known["id"] == name]
    cited = tables.sources().set_index("source").loc[_keys(rows)].reset_index()
    return {
        "series": name,
        "about": {k: v if isinstance(v, str) else int(v) for k, v in about.items()},
        "observation": known.to_dict("records")[0] if len(known) else None,
        "rows": rows.drop(columns="series").to_dict("records"),
        "sources": cited.to_dict("records"),
    }

"""Write the tables as packaged files with their descriptor, and the generated page on coding rules."""

import csv
import json
from pathlib import Path

import pandas as pd

from .build import Tables
from .descriptor import descriptor
from .rules_page import rules_page

NAMES = ("record", "series", "observations", "events", "sources", "dropped")
PAGE = Path("docs/coding-rules.md")


def write(tables: Tables, folder: Path) -> None:
    """Write every table as CSV and datapackage.json; the packaged folder also renews the docs page."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        _csv(getattr(tables, name), folder / f"{name}.csv")
    text = json.dumps(descriptor(tables), indent=1, ensure_ascii=False) + "\n"
    (folder / "datapackage.json").write_text(text, encoding="utf-8")
    if folder.parts[-3:] == ("thermidor", "data", "record"):
        PAGE.write_text(rules_page(tables), encoding="utf-8")


def _csv(table: pd.DataFrame, path: Path) -> None:
    table.to_csv(path, index=False, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)

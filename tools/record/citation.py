"""Source keys: every printed citation of the raw files becomes one row of sources.csv."""

import re
from pathlib import Path

import pandas as pd

MACRO = Path(__file__).parent / "macro_sources.csv"
FACTS = "single figures quoted as facts; the work itself remains under its own copyright"
OWID = "CC BY 4.0 for the compilation; single figures quoted as facts"


def add_keys(history: pd.DataFrame) -> pd.DataFrame:
    """Return the history with a `source` column: the bracketed key, else one made from the citation."""
    printed = history["citation"]
    macro = printed.str.extract(r"\[([A-Za-z0-9-]+)\]$")[0]
    made = _made_keys(sorted(set(printed[macro.isna()])))
    return history.assign(source=macro.fillna(printed.map(made)))


def _made_keys(citations: list[str]) -> dict[str, str]:
    """Return a key per citation; those whose first words are alike are numbered in alphabetical order."""
    keys: dict[str, str] = {}
    seen: dict[str, int] = {}
    for citation in citations:
        words = re.sub(r"[^A-Za-z0-9]+", "-", citation.split(" | ")[0]).strip("-").lower()
        stem = words[:48].rsplit("-", 1)[0] if len(words) > 48 else words
        seen[stem] = seen.get(stem, 0) + 1
        keys[citation] = stem if seen[stem] == 1 else f"{stem}-{seen[stem]}"
    return keys


def sources(history: pd.DataFrame, used: set[str]) -> pd.DataFrame:
    """Return one row per used source: key, citation, address, licence."""
    own = pd.read_csv(MACRO)
    rows = history[history["source"].isin(used - set(own["source"]))].drop_duplicates("source")
    unknown = rows[rows["file"].str.startswith("macro/")]
    if len(unknown):
        raise ValueError(f"macro_sources.csv has no row for {sorted(unknown['source'])}")
    split = rows["citation"].str.split(" | ", n=1, regex=False)
    address = split.str[1].fillna("")
    licence = address.str.contains("owid").map({True: OWID, False: FACTS})
    made = pd.DataFrame(
        {"source": rows["source"], "citation": split.str[0], "address": address, "licence": licence}
    )
    table = pd.concat([own[own["source"].isin(used)], made])
    return table.sort_values("source").reset_index(drop=True)

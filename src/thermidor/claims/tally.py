"""Counts over the board: what the record says of each essay, and each theory of its own essay's claims."""

import pandas as pd

from .asserted import asserted
from .verdict import AGAINST, BORNE_OUT, OPEN

TOLD = (BORNE_OUT, AGAINST, OPEN)
RECORD = "record"


def about(found: pd.DataFrame) -> pd.DataFrame:
    """Return the board as stated, with essay, theory, kind, forecast, slip and first reading in each row."""
    said = asserted()
    stated = found[found["reading"] == "stated"].copy()
    for column in ("seed", "theory", "kind", "priority", "forecast", "slip", "first"):
        stated[column] = [getattr(said[claim], column) for claim in stated["claim"]]
    return stated


def by_essay(found: pd.DataFrame) -> pd.DataFrame:
    """Return verdicts of the record by essay; forecasts and retrodictions apart, slips counted nowhere.

    Columns: theory, forecast, borne out, against, open, other.
    """
    rows = about(found)
    rows = rows[(rows["witness"] == RECORD) & (rows["slip"] == "")]
    return _counted(rows, ["theory", "forecast"])


def own(found: pd.DataFrame) -> pd.DataFrame:
    """Return, by theory, what its own runs say of the claims of its own essay."""
    rows = about(found)
    rows = rows[(rows["witness"] == rows["theory"]) & (rows["slip"] == "")]
    return _counted(rows, ["theory"])


def agreeing(found: pd.DataFrame) -> pd.DataFrame:
    """Return, by theory, on how many claims its runs and the record agree and differ, slips left out.

    Columns: theory, yes, no.
    """
    rows = about(found)
    rows = rows[(rows["witness"] != RECORD) & (rows["slip"] == "")]
    parts = rows.groupby("witness", sort=False)["agrees"]
    return pd.DataFrame(
        [{"theory": w, "yes": int((p == "yes").sum()), "no": int((p == "no").sum())} for w, p in parts]
    )


def cited(found: pd.DataFrame) -> str:
    """Return how many of the record's verdicts rest on figures from works that were not opened here."""
    rows = about(found)
    told = rows[(rows["witness"] == RECORD) & rows["verdict"].isin((BORNE_OUT, AGAINST))]
    unopened = int((told["cited"] != "").sum())
    return (
        f"†: rests on dates or figures cited from works not opened here ({unopened} of {len(told)} verdicts)."
    )


def first_readings(found: pd.DataFrame) -> pd.DataFrame:
    """Return the record's computed verdicts beside the first readings of the canon, as a table of counts."""
    rows = about(found)
    rows = rows[rows["witness"] == RECORD]
    return pd.crosstab(rows["first"], rows["verdict"])


def differing(found: pd.DataFrame) -> pd.DataFrame:
    """Return the claims whose computed verdict on the record is not that of the first reading."""
    rows = about(found)
    return rows[(rows["witness"] == RECORD) & (rows["first"] != rows["verdict"])]


def _counted(rows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    counts = []
    for key, part in rows.groupby(keys, sort=False):
        told = {verdict: int((part["verdict"] == verdict).sum()) for verdict in TOLD}
        names = dict(zip(keys, key, strict=True))
        counts.append(names | told | {"other": len(part) - sum(told.values())})
    return pd.DataFrame(counts)

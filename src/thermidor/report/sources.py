"""Where the recorded numbers come from."""

from collections.abc import Iterable

import pandas as pd

from ..record import sources
from .html import slug, tag, text


def keys(record: pd.DataFrame) -> list[str]:
    """Return the source keys of recorded rows, each once."""
    return list(dict.fromkeys(key for row in record["source"] for key in str(row).split(";") if key))


def bibliography(records: Iterable[pd.DataFrame]) -> str:
    """Return citation, place and licence of every source of the given rows, in order of key."""
    used = sorted({key for record in records for key in keys(record)}, key=str.lower)
    known = sources().set_index("source")
    return tag("dl", "\n".join(_entry(key, known) for key in used), class_="sources")


def _entry(key: str, known: pd.DataFrame) -> str:
    term = tag("dt", tag("code", text(key)), id=f"source-{slug(key)}")
    if key not in known.index:
        return term + tag("dd", "not in the list of sources")
    row = known.loc[key]
    told = (row["citation"], row["address"], f"Licence: {row['licence']}")
    return term + tag(
        "dd", text(" ".join(f"{one.rstrip('. ')}." for one in map(str, told) if one.strip(". ")))
    )

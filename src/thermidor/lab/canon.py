"""The canon's ids as packaged tables, and where each of them lives in the code."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import pandas as pd

from ..frame.derived import DERIVED
from ..frame.state import METAS
from ..theories import THEORIES
from .belief import mechanism_id, mechanisms


@cache
def table(name: str) -> pd.DataFrame:
    """Return one packaged table: 'variables', 'mechanisms' or 'slots'."""
    with (files("thermidor") / "data" / "canon" / f"{name}.csv").open() as file:
        return pd.read_csv(file, keep_default_na=False)


def mechanism_homes() -> Mapping[str, tuple[str, ...]]:
    """Return, for every mechanism id of the canon, the mechanisms of the model that realise it."""
    homes: dict[str, list[str]] = {one: [] for one in table("mechanisms")["id"]}
    for one in mechanisms():
        for canon in one.canon:
            homes.setdefault(canon, []).append(mechanism_id(one))
    return {canon: tuple(places) for canon, places in homes.items()}


def variable_homes() -> Mapping[str, str]:
    """Return, for every variable of the canon, 'state' or 'derived'; nothing if it has no home."""
    known = table("variables")["id"]
    return {v: "state" if v in METAS else "derived" if v in DERIVED else "" for v in known}


def slot_homes() -> pd.DataFrame:
    """Return theory, slot, the canon's closures, the closures in use, and whether the slot is inherited."""
    rows = table("slots").copy()
    filled = [THEORIES[t].slots.get(s) for t, s in zip(rows["theory"], rows["slot"], strict=True)]
    rows["closures"] = [" ".join(mechanism_id(c) for c in f.closures) if f else "" for f in filled]
    rows["inherited"] = [f.inherited if f else "" for f in filled]
    rows["home"] = [f is not None for f in filled]
    return rows


def unknown_canon_ids() -> list[str]:
    """Return ids that mechanisms claim and the canon does not have."""
    known = set(table("mechanisms")["id"])
    return sorted({c for one in mechanisms() for c in one.canon} - known)

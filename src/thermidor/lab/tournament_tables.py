"""What the tournament found, as tables: by horizon, by freeze, by series, as weights, and of the end."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from io import StringIO
from itertools import combinations
from pathlib import Path

import pandas as pd

from ..files import write_text
from ..score import difference
from ..theories import THEORIES
from .frozen_stamp import stamp
from .theory_entrants import FROZEN, KNOWN, name
from .tournament import FEW, HORIZONS, NULL, stacked, standings

Tables = Mapping[str, pd.DataFrame]
DECISIVE = 0.25  # a series decides a weight if the weight moves by as much without it
FIELDS = {
    "all, forcing frozen": (FROZEN, True), "all, forcing known": (KNOWN, True),
    "the five, forcing frozen": (FROZEN, False), "the five, forcing known": (KNOWN, False),
}  # fmt: skip


def tables(found: pd.DataFrame, ends: pd.DataFrame, null: str = NULL) -> Tables:
    """Return all tables of a tournament from its scores and those of the end."""
    return {
        "standings": standings(found, null),
        "freezes": gains(found, "freeze", "series", null),
        "series": gains(found, "series", "freeze", null),
        "pairs": pairs(found),
        "weights": weights(found),
        "ends": ends,
    }


def gains(found: pd.DataFrame, by: str, over: str, null: str = NULL) -> pd.DataFrame:
    """Return paired gains over the null in log score and CRPS, per horizon, entrant and value of ``by``.

    A group is one value of ``over``. ``verdict``: of the log score, as in :func:`standings`.
    """
    rows: list[dict[str, object]] = []
    keys = ["freeze", "series", "year"]
    for horizon, (near, far) in HORIZONS.items():
        within = found[(found["ahead"] >= near) & (found["ahead"] <= far)]
        base = within[within["entrant"] == null]
        both = within.merge(base[[*keys, "log score", "crps"]], on=keys, suffixes=("", " null"))
        for (entrant, value), own in both.groupby(["entrant", by], sort=False):
            rows.append({"horizon": horizon, "entrant": entrant, by: value} | _gap(own, over))
    return pd.DataFrame(rows)


def _gap(own: pd.DataFrame, over: str) -> dict[str, object]:
    groups = list(own[over])
    log = difference(own["log score"].to_numpy(), own["log score null"].to_numpy(), groups)
    crps = difference(-own["crps"].to_numpy(), -own["crps null"].to_numpy(), groups)
    verdict = "open" if log.groups < FEW else "tie" if log.tied else "better" if log.mean > 0 else "worse"
    return {
        "gain": log.mean, "error": log.error, "verdict": verdict, "crps gain": crps.mean,
        "groups": log.groups, "data": len(own),
    }  # fmt: skip


def pairs(found: pd.DataFrame) -> pd.DataFrame:
    """Return paired gains in log score of one theory over another, per horizon and variant of forcing.

    A group is a series frozen at one date; ``gain`` is that of ``one`` over ``other``. No rows without them.
    """
    rows: list[dict[str, object]] = []
    for variant in (FROZEN, KNOWN):
        for first, second in combinations(THEORIES, 2):
            two = found[found["entrant"].isin((name(first, variant), name(second, variant)))]
            if two["entrant"].nunique() < 2:
                continue
            over = gains(two.assign(all="all", group=_group(two)), "all", "group", name(second, variant))
            own = over[over["entrant"] == name(first, variant)].drop(columns=["entrant", "all"])
            rows += own.assign(forcing=variant, one=first, other=second).to_dict("records")
    return pd.DataFrame(rows)


def _group(rows: pd.DataFrame) -> pd.Series:
    return rows["freeze"].astype(str) + " " + rows["series"]


def weights(found: pd.DataFrame) -> pd.DataFrame:
    """Return stacking weights among all entrants and among the five theories alone, per horizon.

    ``decided``: leaving one series (``by``) out moves the weight by a quarter of the whole or more.
    """
    theories = {variant: {name(one, variant) for one in THEORIES} for variant in (KNOWN, FROZEN)}
    own = set().union(*theories.values())
    entrants = set(found["entrant"])
    made = []
    for field, (variant, with_rivals) in FIELDS.items():
        among = theories[variant] | (entrants - own if with_rivals else set())
        if not theories[variant] <= entrants:
            continue
        part = found[found["entrant"].isin(among)]
        for horizon in HORIZONS:
            made.append(stacked(part, horizon).assign(field=field, horizon=horizon))
    if not made:
        made = [stacked(found, horizon).assign(field="all", horizon=horizon) for horizon in HORIZONS]
    table = pd.concat(made, ignore_index=True)
    far = (table["weight"] - table[["least", "most"]].T).abs().max()
    return table.assign(decided=far >= DECISIVE)


def keep(made: Tables, folder: Path, how: Mapping[str, object]) -> list[Path]:
    """Write tables as CSV, with a note of how they were made; raise ThermidorError if they cannot be."""
    notes = json.dumps({"stamp": stamp()} | dict(how), indent=1)
    written = [write_text(folder / "tables.json", notes + "\n")]
    for key, table in made.items():
        written.append(write_text(folder / f"{key}.csv", table.round(4).to_csv(index=False)))
    return written


@cache
def packaged(key: str) -> pd.DataFrame:
    """Return one of the tables shipped with the software; no rows if there is none."""
    place = files("thermidor") / "data" / "tournament" / f"{key}.csv"
    return pd.read_csv(StringIO(place.read_text(encoding="utf-8"))) if place.is_file() else pd.DataFrame()


def kept(keys: Sequence[str] = ("standings", "freezes", "series", "pairs", "weights", "ends")) -> Tables:
    """Return all tables shipped with the software."""
    return {key: packaged(key) for key in keys}


def about() -> dict[str, object]:
    """Return how the tables shipped with the software were made; nothing, if there are none."""
    place = files("thermidor") / "data" / "tournament" / "tables.json"
    return json.loads(place.read_text(encoding="utf-8")) if place.is_file() else {}


def fresh() -> bool:
    """Return whether the tables shipped were made under the laws and the record of this version."""
    return about().get("stamp") == stamp()

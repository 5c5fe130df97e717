"""One observation of the canon becomes one series; its rivals stand beside it as their own."""

from dataclasses import dataclass

import pandas as pd

from . import recipes
from .raw import pick, window
from .shapes import Shape

KEYS = ["year", "year_end"]
EVERY_ROW = {"upheaval_outcome"}  # a rate over events needs each of them, not one per year


@dataclass(frozen=True)
class Series:
    """A finished series: rows of the record, and what the catalogue says of it."""

    id: str
    rows: pd.DataFrame
    about: dict


def observe(entry: dict, raw: pd.DataFrame, history: pd.DataFrame, drops: pd.DataFrame) -> list[Series]:
    """Return the observation and its rivals; raise if the canon's count does not hold in the raw files.

    `history` is `raw` without its suspect spots.
    """
    spec = entry["series"] | {"years": entry["years"]}
    _check_count(entry, _window(raw, spec, entry["id"]))
    found = _window(history, spec, entry["id"])
    main = _leave_out(_join(entry, found, history), drops, entry["id"])
    partners = _partners(entry, history, drops)
    shape = recipes.RECIPES[entry["id"]]
    rows = _shaped(main, partners, shape)
    if rows.empty:
        raise ValueError("the transformation leaves no rows")
    rows, loose = _band(entry, rows, main, history, partners)
    bounds = [pick(history, entry[side]) for side in ("low", "high") if side in entry]
    result = [
        Series(entry["id"], _finish(rows, entry, main, [*partners, *bounds]), _about(entry, "observation"))
    ]
    for spec in [*_rivals(entry), *loose]:
        result += _rival(entry, spec, history, drops, partners)
    return result


def _window(history: pd.DataFrame, spec: dict, name: str) -> pd.DataFrame:
    rows = window(pick(history, spec), spec)
    unit = recipes.ONLY_UNIT.get(name)
    return _one_unit(rows if unit is None else rows[rows["unit"].str.startswith(unit)])


def _one_unit(rows: pd.DataFrame) -> pd.DataFrame:
    factor = pd.Series(1.0, index=rows.index)
    for unit, number in recipes.UNIT_FACTOR.items():
        factor[rows["unit"] == unit] = number
    return rows.assign(value=rows["value"] * factor)


def _check_count(entry: dict, rows: pd.DataFrame) -> None:
    periods = len(rows[["year"]].drop_duplicates())
    spans = len(rows[["year", "year_end", "entity"]].drop_duplicates())
    if entry["years"]["count"] not in (periods, spans):
        raise ValueError(
            f"{entry['id']}: the canon counts {entry['years']['count']} years, the files hold {periods}"
        )


def _leave_out(rows: pd.DataFrame, drops: pd.DataFrame, name: str) -> pd.DataFrame:
    for drop in drops[drops["observation"] == name].itertuples():
        inside = rows["year"].between(drop.year_from, drop.year_to) & (rows["series"] == drop.series)
        rows = rows[~inside]
    return rows


def _join(entry: dict, rows: pd.DataFrame, history: pd.DataFrame) -> pd.DataFrame:
    if entry["id"] not in recipes.JOINED:
        return rows
    specs = [s for s in entry.get("rivals", []) if (entry["id"], s["series"]) not in recipes.JOIN_NOT]
    rest = [pick(history, spec) for name, spec in recipes.JOIN_REST.items() if name == entry["id"]]
    inverted = [r.assign(value=100 - r["value"]) for r in rest]
    return pd.concat([rows, *(pick(history, spec) for spec in specs), *inverted])


def _rivals(entry: dict) -> list[dict]:
    rivals = entry.get("rivals", [])
    if entry["id"] in recipes.RIVALS_ARE_PARTNERS:
        return []
    if entry["id"] in recipes.JOINED:
        return [s for s in rivals if (entry["id"], s["series"]) in recipes.JOIN_NOT]
    return rivals


def _partners(entry: dict, history: pd.DataFrame, drops: pd.DataFrame) -> list[pd.DataFrame]:
    specs = entry.get("with", []) + recipes.WITH.get(entry["id"], [])
    if entry["id"] in recipes.RIVALS_ARE_PARTNERS:
        return [_one_unit(window(pick(history, spec), spec)) for spec in entry["rivals"]]
    return [_one_unit(pick(history, spec)) for spec in specs]


def collapse(rows: pd.DataFrame, how: str = "median") -> pd.DataFrame:
    """Return one row per period: several variants give their middle, least and greatest."""
    groups = rows.groupby(KEYS)["value"]
    return pd.DataFrame({"low": groups.min(), "value": groups.agg(how), "high": groups.max()})


def _shaped(main: pd.DataFrame, partners: list[pd.DataFrame], shape: Shape) -> pd.DataFrame:
    """Return the shaped record with its band, ordered low to high (an inverse turns them round)."""
    if set(main["series"]) & EVERY_ROW:
        value = shape(main.set_index(KEYS)["value"].sort_index(), [])
        return pd.DataFrame({"low": value, "value": value, "high": value})
    how = "last" if main["series"].nunique() > 1 else "mean" if main["entity"].nunique() > 1 else "median"
    others = [collapse(p)["value"] for p in partners]
    sides = collapse(main, how).apply(lambda side: shape(side, others)).dropna(subset=["value"])
    return pd.DataFrame({"low": sides.min(axis=1), "value": sides["value"], "high": sides.max(axis=1)})


def _band(
    entry: dict, rows: pd.DataFrame, main: pd.DataFrame, history: pd.DataFrame, partners: list[pd.DataFrame]
) -> tuple[pd.DataFrame, list[dict]]:
    """Widen the band by the partner estimates of overlapping years; partners of other years are returned."""
    loose = []
    for spec in (entry[side] for side in ("low", "high") if side in entry):
        if spec["series"] == entry["series"]["series"]:
            continue
        bound = _bound(entry, spec, history, partners)
        rows, met = _widen(rows, bound)
        own = (entry["id"], spec["series"]) in recipes.OWN_OBSERVATION
        loose += [] if own or met == len(bound) else [spec]
    if entry["id"] in recipes.OTHER_BOUND:
        others = [collapse(p)["value"] for p in partners]
        rows, _ = _widen(rows, recipes.OTHER_BOUND[entry["id"]](collapse(main)["value"], others))
    return rows, loose


def _bound(entry: dict, spec: dict, history: pd.DataFrame, partners: list[pd.DataFrame]) -> pd.Series:
    bound = _one_unit(window(pick(history, spec), spec))
    shape = recipes.OTHER_SHAPE.get((entry["id"], spec["series"]), recipes.RECIPES[entry["id"]])
    values = collapse(bound)["value"]
    if spec.get("transformation") == "added to the votes":
        values = (
            values
            + collapse(_window(history, entry["series"] | {"years": entry["years"]}, entry["id"]))["value"]
        )
    return shape(values, [collapse(p)["value"] for p in partners])


def _widen(rows: pd.DataFrame, bound: pd.Series) -> tuple[pd.DataFrame, int]:
    rows, met = rows.copy(), 0
    for (first, last), value in bound.items():
        years, ends = rows.index.get_level_values(0), rows.index.get_level_values(1)
        over = (years <= last) & (ends >= first)
        if not over.any():  # a partner counted a year earlier or later still bounds the only record there is
            over = ((years - last <= 1) & (first - ends <= 1)) & (len(rows) == 1)
        rows.loc[over, "low"] = rows.loc[over, "low"].clip(upper=value)
        rows.loc[over, "high"] = rows.loc[over, "high"].clip(lower=value)
        met += bool(over.any())
    return rows, met


def _finish(
    rows: pd.DataFrame, entry: dict, main: pd.DataFrame, partners: list[pd.DataFrame]
) -> pd.DataFrame:
    sources = list(dict.fromkeys([*main["source"], *(s for p in partners for s in p["source"])]))
    return rows.reset_index().assign(
        entity=recipes.ENTITY.get(entry["id"], main["entity"].iloc[0]),
        unit=recipes.UNIT.get(entry["id"], entry["unit"]),
        estimate_of=entry["kind"],
        quality=entry["quality"],
        source=";".join(sources),
    )


def _about(entry: dict, role: str, spec: dict | None = None) -> dict:
    raw = spec or entry["series"]
    return {
        "role": role,
        "observation": entry["id"],
        "variable": entry["variable"],
        "raw_file": raw["file"],
        "raw_series": raw["series"],
    }


def _rival(
    entry: dict, spec: dict, history: pd.DataFrame, drops: pd.DataFrame, partners: list[pd.DataFrame]
) -> list[Series]:
    shape = recipes.OTHER_SHAPE.get((entry["id"], spec["series"]), recipes.RECIPES[entry["id"]])
    if shape is None:
        return []
    found = _leave_out(_one_unit(window(pick(history, spec), spec)), drops, entry["id"])
    if found.empty:
        return []
    rows = _finish(_shaped(found, partners, shape), entry, found, []).assign(
        entity=found["entity"].iloc[0], quality="unrated", estimate_of=found["estimate_of"].iloc[0]
    )
    if (entry["id"], spec["series"]) == ("strikers-empire", "strikers_share_of_workers"):
        rows = rows.assign(unit=entry["unit"])
    name = rival_id(entry, spec)
    return [Series(name, rows, _about(entry, "rival", spec))]


def rival_id(entry: dict, spec: dict) -> str:
    """Return the id of a rival: its observation and its own series, with the entity where that is needed."""
    same = [s for s in entry.get("rivals", []) if s["series"] == spec["series"]]
    twin = spec["series"] == entry["series"]["series"] or len(same) > 1
    tail = f"{spec['series']}_{spec['entity']}" if twin else spec["series"]
    return f"{entry['id']}~{tail}".replace(" ", "_")

"""A few numbers that sum a run up, beside history on the same luck, and a sentence made from them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..claims.series import LAST_YEAR, interval
from ..claims.view import Run
from ..frame.state import METAS
from ..lab.patterns import PATTERNS
from ..lab.score import EVENTS
from ..outside import YEARS
from ..report.number import number, percent, spread, year
from ..theories import THEORIES
from .recorded import recorded

AMOUNT, YEAR = "amount", "year"
STILL = 0.005  # a change below this share is told as none


@dataclass(frozen=True, slots=True)
class Headline:
    """One number per draw; of a year, NaN where the event never comes."""

    id: str
    label: str
    unit: str
    kind: str
    measure: Callable[[Run], np.ndarray]


def _income(at: int) -> Headline:
    read = lambda run: run["income_per_head"].at(at)  # noqa: E731
    label = f"National income per head, {at}"
    return Headline(f"income-{at}", label, METAS["income_per_head"].unit, AMOUNT, read)


def _deaths(id: str, label: str, field: str) -> Headline:
    return Headline(id, label, "million persons", AMOUNT, lambda run: run[field].total(YEARS[0], LAST_YEAR))


HEADLINES = (
    _income(1939),
    _income(1989),
    Headline("consumption-1985", "Mass consumption per head, 1985", "index 1928=100", AMOUNT,
             lambda run: run["mass_consumption"].at(1985)),
    _deaths("famine", "Deaths by famine, all years", "starved"),
    _deaths("repressed", "Executions and excess deaths in camps and exile", "executed"),
    Headline("democracy-lost", "Soviet democracy lost", "", YEAR, EVENTS["soviet democracy lost"]),
    Headline("ended", "End of the order", "", YEAR, lambda run: run["ended"].first_above(0.5, 1918)),
)  # fmt: skip


def quickly(run: Run) -> dict[str, np.ndarray]:
    """Return every headline of a run, shape (draw,)."""
    return {one.id: np.asarray(one.measure(run), float) for one in HEADLINES}


def measured(run: Run) -> dict[str, np.ndarray]:
    """Return every headline of a run, and how many patterns of history each draw meets; shape (draw,)."""
    return quickly(run) | {"patterns": np.sum([one.met(run) for one in PATTERNS], axis=0, dtype=float)}


def table(run: Mapping[str, np.ndarray], base: Mapping[str, np.ndarray]) -> list[dict[str, Any]]:
    """Return the headlines of a run beside those of history, as plain data."""
    return [
        {
            "id": one.id, "label": one.label, "unit": one.unit, "kind": one.kind, "run": _told(run[one.id]),
            "base": _told(base[one.id]), "change": _change(run[one.id], base[one.id]),
        }
        for one in HEADLINES
    ]  # fmt: skip


def patterns(run: Mapping[str, np.ndarray], base: Mapping[str, np.ndarray]) -> dict[str, float]:
    """Return how many patterns of history a draw meets on average, in the run and in history."""
    met, before = float(run["patterns"].mean()), float(base["patterns"].mean())
    return {"met": met, "base": before, "of": len(PATTERNS)}


def sentence(theory: str, changed: int, rows: list[dict[str, Any]]) -> str:
    """Return what a run says, in words made from its headlines."""
    by = {row["id"]: row for row in rows}
    name, first = THEORIES[theory].name, by["income-1939"]
    levers = "no lever changed" if not changed else f"{changed} lever{'s' if changed > 1 else ''} changed"
    label = f"{first['label'][0].lower()}{first['label'][1:]}"
    told = [f"{name}, {levers}: {label} is {_amount(first['run'])} {first['unit']}{_record(first['id'])}"]
    if changed:
        told += [f"against {_amount(first['base'])} on the same luck in history ({_by(first)})"]
    ends = f"the order ends {_ending(by['ended']['run'])}"
    before = f" (history: {_ending(by['ended']['base'])})" if changed else ""
    return f"{', '.join(told)}; {ends}{before}."


def _amount(told: Mapping[str, Any]) -> str:
    return spread(*(_number(told[name]) for name in ("median", "low", "high")))


def _by(row: Mapping[str, Any]) -> str:
    before, change = _number(row["base"]["median"]), _number(row["change"])
    share = change / abs(before) if before else float("nan")
    if abs(share) < STILL:
        return "draw by draw no change at the median"
    return f"draw by draw {number(abs(change))} {'more' if change > 0 else 'less'} at the median"


def _record(name: str) -> str:
    return f" (record: {number(recorded()[name]['value'])})"


def _ending(told: Mapping[str, Any]) -> str:
    if not told["share"]:
        return "in no draw"
    return f"in {percent(told['share'])} of draws, median year {year(told['median'])}"


def _told(values: np.ndarray) -> dict[str, float | None]:
    middle, low, high = interval(values)
    share = float(np.isfinite(values).mean())
    return {"low": _plain(low), "median": _plain(middle), "high": _plain(high), "share": share}


def _change(run: np.ndarray, base: np.ndarray) -> float | None:
    change = run - base
    known = change[np.isfinite(change)]
    return float(np.median(known)) if len(known) else None


def _plain(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None


def _number(value: float | None) -> float:
    return float("nan") if value is None else value

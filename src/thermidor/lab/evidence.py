"""What evidence would decide: how much each datum would tell of which theory is right.

For every variable of the canon the best year or span is chosen on one half of the draws; what it tells is
estimated on the other half, so that choosing adds nothing. All theories are as fitted and equally likely
beforehand; the record they were fitted to is thereby known, and what it holds is marked as spent.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import pandas as pd

from ..outside import shelf
from ..outside.scenario import HISTORY
from ..score.information import bootstrap, by_neighbours, information
from ..theory import Theory
from .observables import (
    DATA,
    SPANS,
    SPENT,
    Datum,
    Observable,
    arrays,
    held,
    means,
    observables,
    scale,
    status,
)
from .runs import frames
from .setting import under

DRAWS = 200
BOOTSTRAPS = 40
NEAR_BEST = 0.8
Told = Callable[[str], object]
Readings = Mapping[str, np.ndarray]  # by variable: (theory, draw, year)
COLUMNS = (
    "variable", "meaning", "unit", "kind", "status", "years", "first", "last", "bits", "error", "neighbours",
    "holds", "marks", "marks_bits", "scenario",
)  # fmt: skip


def readings(theories: Sequence[Theory], scenario_id: str, draws: int, seed: int) -> dict[str, np.ndarray]:
    """Return the canon's variables of all theories under a scenario: (theory, draw, year)."""
    done = frames(theories, under(shelf.scenario(scenario_id)), draws, seed)
    each = [arrays(done[one.id]) for one in theories]
    return {name: np.stack([one[name] for one in each]) for name in each[0]}


def ranking(
    found: Readings, theories: Sequence[str], wanted: Sequence[Observable] | None = None,
    record: Callable[[str], Mapping[int, str]] = held, seed: int = 1,
) -> pd.DataFrame:  # fmt: skip
    """Return one row per observable and status (new or spent): its best datum and what that would tell.

    Columns: COLUMNS. ``bits``: mutual information of theory and datum, ``error``: its bootstrap error,
    ``neighbours``: the same by another estimator, ``holds``: the years in which a single reading tells at
    least NEAR_BEST as much, ``marks``: the theory that is told best.
    """
    rows = []
    for one in wanted or observables():
        known = record(one.id)
        by_status: dict[str, list[Datum]] = {}
        for datum in DATA:
            by_status.setdefault(status(datum, known), []).append(datum)
        for what, data in by_status.items():
            row = _best(one, found[one.id], data, theories, seed)
            rows += [row | {"status": what, "scenario": HISTORY}] if row else []
    return _sorted(pd.DataFrame(rows, columns=list(COLUMNS)))


def _best(
    one: Observable, values: np.ndarray, data: Sequence[Datum], theories: Sequence[str], seed: int
) -> dict[str, object] | None:
    """Return the row of the best of some data, or None for a variable that never varies."""
    scaled, error = scale(one, means(values, tuple(data)))
    if not np.isfinite(scaled).all() or np.ptp(scaled) == 0:
        return None
    look, judge = _halves(scaled)
    seen = information(look, error).mean(axis=0)
    best = int(seen.argmax())
    own = judge[..., [best]]
    told = _told(own, error, seed) | _marked(own, error, theories)
    holds = [
        d.first for d, s in zip(data, seen, strict=True) if d.first == d.last and s > NEAR_BEST * seen[best]
    ]
    datum = data[best]
    about = {"variable": one.id, "meaning": one.meaning, "unit": one.unit, "kind": one.kind}
    when = {"years": datum.years, "first": datum.first, "last": datum.last, "holds": _ranges(holds)}
    return about | when | told


def _halves(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the draws to choose by and the draws to judge by: pairs of draws in turn."""
    turn = np.arange(values.shape[1]) // 2 % 2
    return values[:, turn == 0], values[:, turn == 1]


def _told(draws: np.ndarray, error: float, seed: int) -> dict[str, float]:
    """Return what a datum tells, its error, and the same by neighbours; ``draws``: (theory, draw, 1)."""
    return {
        "bits": float(information(draws, error).mean()),
        "error": float(bootstrap(draws, error, BOOTSTRAPS, seed)[0]),
        "neighbours": by_neighbours(draws[..., 0], error, seed),
    }


def _marked(draws: np.ndarray, error: float, theories: Sequence[str]) -> dict[str, object]:
    """Return the theory of which a datum tells most, and how much."""
    by_theory = information(draws, error)[:, 0]
    best = int(by_theory.argmax())
    return {"marks": theories[best], "marks_bits": float(by_theory[best])}


def counterfactual_ranking(
    base: Readings, runs: Callable[[str], Readings], scenarios: Sequence[str], theories: Sequence[str],
    wanted: Sequence[Observable] | None = None, seed: int = 1, told: Told = lambda _: None,
) -> pd.DataFrame:  # fmt: skip
    """Return one row per scenario: the change against history, on the same luck, that would tell most.

    Columns: COLUMNS, and ``at_home``: what history's own datum of the same variable and years would tell,
    from the same draws, and ``beyond``: how much more the scenario tells, with its error in ``beyond_error``.
    """
    rows = []
    for scenario_id in scenarios:
        row = _best_change(base, runs(scenario_id), theories, list(wanted or observables()), seed)
        told(scenario_id)
        rows += [row | {"scenario": scenario_id, "status": "counterfactual"}] if row else []
    more = ["at_home", "at_home_error", "beyond", "beyond_error"]
    return _sorted(pd.DataFrame(rows, columns=[*COLUMNS, *more]), "beyond")


def _best_change(
    base: Readings, runs: Readings, theories: Sequence[str], wanted: list[Observable], seed: int
) -> dict[str, object] | None:
    best: tuple[float, Observable, int] | None = None
    for one in wanted:
        pair = _change(one, base[one.id], runs[one.id])
        if pair is None:
            continue
        gain = _tells(pair[0], pair[2]) - _tells(pair[1], pair[2] / np.sqrt(2))
        place = int(gain.argmax())
        if best is None or gain[place] > best[0]:
            best = float(gain[place]), one, place
    return None if best is None else _change_row(best[1], best[2], base, runs, theories, seed)


def _change(
    one: Observable, base: np.ndarray, run: np.ndarray
) -> tuple[np.ndarray, np.ndarray, float] | None:
    """Return the change and history's values on the scale of comparison, and the error of a change.

    A change is read from two readings, so its error is that of both.
    """
    before, after = means(base, SPANS), means(run, SPANS)
    scaled, error = scale(one, np.concatenate([before, after], axis=1))
    if not np.isfinite(scaled).all():
        return None
    home, there = np.split(scaled, 2, axis=1)
    return (there - home, home, error * np.sqrt(2)) if np.ptp(there - home) else None


def _tells(values: np.ndarray, error: float) -> np.ndarray:
    """Return what data tell by the draws to choose by; less than nothing is noise."""
    return np.maximum(information(_halves(values)[0], error).mean(axis=0), 0.0)


def _change_row(
    one: Observable, place: int, base: Readings, runs: Readings, theories: Sequence[str], seed: int
) -> dict[str, object]:
    pair = _change(one, base[one.id], runs[one.id])
    assert pair is not None
    change, home = (_halves(values[..., [place]])[1] for values in pair[:2])
    error, datum = pair[2], SPANS[place]
    told, at_home = _told(change, error, seed), _told(home, error / np.sqrt(2), seed)
    about = {"variable": one.id, "meaning": one.meaning, "unit": one.unit, "kind": one.kind}
    when = {"years": datum.years, "first": datum.first, "last": datum.last, "holds": ""}
    apart = max(told["bits"], 0.0) - max(at_home["bits"], 0.0)
    noise = float(np.hypot(told["error"], at_home["error"]))
    beside = {"at_home": at_home["bits"], "at_home_error": at_home["error"]}
    marks = _marked(change, error, theories)
    return about | when | told | marks | beside | {"beyond": apart, "beyond_error": noise}


def top(table: pd.DataFrame, kind: str, count: int = 20) -> pd.DataFrame:
    """Return the best new data of a kind; what the record already holds is left out."""
    return table[(table["kind"] == kind) & (table["status"] != SPENT)].head(count)


def _sorted(table: pd.DataFrame, by: str = "bits") -> pd.DataFrame:
    return table.sort_values(by, ascending=False, kind="stable").reset_index(drop=True)


def _ranges(years: Sequence[int]) -> str:
    """Return years as ranges, e.g. '1921-24, 1930'."""
    found: list[list[int]] = []
    for year in sorted(years):
        if found and year == found[-1][1] + 1:
            found[-1][1] = year
        else:
            found.append([year, year])
    return ", ".join(str(a) if a == b else f"{a}-{b % 100:02}" for a, b in found)

r"""Gradients through the model, and how far they may be trusted.

For every open parameter the tangent of the whole run is taken by JAX (jvp), along a tenth of its range; what
an outcome makes of it follows by a small step. Beside it the parameter is moved by that tenth in earnest, on
the same luck. Where chances are thrown (:math:`u < h`) or gates open, a tangent sees nothing of what a move
does: the share of the moves that gradients foretell,
:math:`1 - \sum (\Delta - \delta)^2 / \sum \Delta^2`, says whether they are of use.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

import jax
import numpy as np
import pandas as pd

from ..claims.series import FIRST_YEAR
from ..claims.view import Run
from ..run import rows, simulate
from .ensemble import BATCH, Batch, Frames, Setting, batch, run_batches, serials
from .outcomes import Outcome
from .sensitivity import Space
from .setting import closed

STEP = 0.1  # of a parameter's range: the move in earnest
SMALL = 1e-4  # of STEP: the step by which an outcome follows a tangent
USEFUL = 0.5
CLOSE = 0.2  # a gradient is right if it foretells a move within a fifth
LEAST = 0.01  # of the greatest move: smaller ones are not counted among those foretold right
YEARS_SHOWN = (1920, 1925, 1928, 1930, 1932, 1936, 1940, 1953, 1970, 1985, 1991)


@dataclass(frozen=True, slots=True)
class Gradients:
    """Gradients by parameter, and the share of moves that they foretell.

    ``table``: parameter, gradient (change over the whole range), error (over luck), moved (the same by moves
    in earnest). ``foretold``: 1 if gradients tell all, nought or less if they mislead, NaN if nothing moves;
    ``by_year``: the same of the field that is asked for, year by year; ``right``: the share of moves, each
    counted once, that are foretold within CLOSE, so that a few jumps do not hide that most is smooth.
    """

    table: pd.DataFrame
    foretold: float
    right: float
    by_year: dict[int, float]

    @property
    def useful(self) -> bool:
        """Return whether gradients foretell most of what a move of a tenth does."""
        return self.foretold > USEFUL


def gradients(
    given: Space, asked: Outcome, draws: int, seed: int, told: Callable[[int], object] = lambda _: None
) -> Gradients:
    """Return gradients of an outcome along every open parameter, each in the middle of its range.

    ``draws``: courses of luck, the same for every parameter.
    """
    count, setting = len(given.names), closed()
    whole = [
        _piece(given, setting, asked, seed, part, draws, told) for part in _parts(count * draws)
    ]  # fmt: skip
    along, earnest = (np.concatenate([one[i] for one in whole]).reshape(count, draws) for i in (0, 1))
    table = pd.DataFrame(
        {"parameter": list(given.names), "gradient": along.mean(axis=1) / STEP, "error": _error(along) / STEP,
         "moved": earnest.mean(axis=1) / STEP}
    )  # fmt: skip
    order = table["gradient"].abs().sort_values(ascending=False, kind="stable").index
    by_year = _by_year([one[2] for one in whole]) if asked.field else {}
    told_of = foretold(along, earnest), right(along, earnest)
    return Gradients(table.loc[order].reset_index(drop=True), *told_of, by_year)


def foretold(along: np.ndarray, earnest: np.ndarray) -> float:
    """Return the share of the moves (sum of squares) that gradients foretell; NaN if nothing moves."""
    whole = float((earnest**2).sum())
    return 1 - float(((earnest - along) ** 2).sum()) / whole if whole > 0 else np.nan


def right(along: np.ndarray, earnest: np.ndarray) -> float:
    """Return the share of the moves, each counted once, that gradients foretell within CLOSE."""
    seen = np.abs(earnest) > LEAST * np.abs(earnest).max()
    close = np.abs(earnest - along) <= CLOSE * np.abs(earnest)
    return float(close[seen].mean()) if seen.any() else np.nan


def _parts(count: int) -> list[np.ndarray]:
    return [np.arange(i, min(i + BATCH, count)) for i in range(0, count, BATCH)]


def _piece(
    given: Space, setting: Setting, asked: Outcome, seed: int, part: np.ndarray, draws: int,
    told: Callable[[int], object],
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:  # fmt: skip
    """Return moves along tangents and in earnest for some runs, and both of the field by year.

    Run ``i`` moves parameter ``i // draws`` on luck ``i % draws``; the last runs repeat to fill the size for
    which the programme is compiled.
    """
    full = np.resize(part, BATCH)
    middle = np.full((BATCH, len(given.names)), 0.5)
    moved = middle.copy()
    moved[np.arange(BATCH), full // draws] += STEP
    here, there = (
        batch(given.theory, setting, serials(draws)[full % draws], seed, given.ranks(p))
        for p in (middle, moved)
    )
    base, tangent = _tangent(here, there, setting)
    far = run_batches([there], setting)
    near = {name: base[name] + SMALL * tangent[name] for name in base}
    size = len(part)
    at = [asked.values(Run(fields))[:size] for fields in (base, near, far)]
    told(size)
    paths = np.zeros((2, size, 0))
    if asked.field:
        one, little, much = (Run(fields)[asked.field].values[:size] for fields in (base, near, far))
        paths = np.stack([(little - one) / SMALL, much - one])
    return (at[1] - at[0]) / SMALL, at[2] - at[0], paths


def _tangent(here: Batch, there: Batch, setting: Setting) -> tuple[Frames, Frames]:
    """Return runs of a batch and their tangents towards another one on the same luck."""
    toward = jax.tree.map(
        lambda a, b: np.asarray(b, float) - np.asarray(a, float),
        (here.model, here.start),
        (there.model, there.start),
    )
    outside = (setting.forcing, setting.levers, here.luck, dict(setting.drive))
    both = _programme()(here.model, here.start, *toward, *outside)
    return _fields(both[0]), _fields(both[1])


@cache
def _programme() -> Callable[..., Any]:
    def both(model: Any, start: Any, model_dot: Any, start_dot: Any, *outside: Any) -> Any:
        return jax.jvp(lambda m, s: simulate(m, s, *outside), (model, start), (model_dot, start_dot))

    return jax.jit(both)


def _fields(array: Any) -> Frames:
    whole = np.asarray(array).transpose(2, 0, 1)
    return {n: whole[..., a:b].reshape(*whole.shape[:2], *form) for n, (a, b, form) in rows().items()}


def _by_year(paths: list[np.ndarray]) -> dict[int, float]:
    whole = np.concatenate(paths, axis=1)
    return {year: foretold(*whole[..., year - FIRST_YEAR]) for year in YEARS_SHOWN}


def _error(values: np.ndarray) -> np.ndarray:
    if values.shape[1] < 2:
        return np.full(len(values), np.nan)
    return values.std(axis=1, ddof=1) / np.sqrt(values.shape[1])

"""History matching in waves, with the surviving share of prior belief reported.

Nested cuts (subset simulation, Au and Beck 2001, with implausibility as the level; McCulloch et al.
2022 for history matching of simulation models): every wave keeps the better half of the particles,
which halves the volume, and moves them by Crank-Nicolson steps that leave the prior unchanged and
are accepted only inside the cut. Luck is drawn anew with every step, so that no draw is kept for
its luck alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.special import ndtr, ndtri

from ..errors import ThermidorError

EDGE = 1e-9
ACCEPTED = 0.4  # share of steps accepted for which their length is right
Misfit = Callable[[np.ndarray, np.ndarray], np.ndarray]


@dataclass(frozen=True, slots=True)
class Wave:
    """One wave: the cut in implausibility, the share of prior belief inside it, accepted steps."""

    number: int
    cut: float
    volume: float
    accepted: float


@dataclass(frozen=True, slots=True)
class Particles:
    """Parameter ranks (particle, parameter), serial numbers of luck, and implausibility."""

    ranks: np.ndarray
    serial: np.ndarray
    misfit: np.ndarray


@dataclass(frozen=True, slots=True)
class Plan:
    """How hard to search: particles, waves at most, steps a wave, length of a step, the cut to reach."""

    size: int = 500
    waves: int = 5
    steps: int = 6
    length: float = 0.25
    goal: float = 0.85
    seed: int = 1


def match(
    names: Sequence[str], misfit: Misfit, plan: Plan, tell: Callable[[Wave], None]
) -> tuple[Particles, list[Wave]]:
    """Return particles inside the last cut, and the waves that led there.

    ``misfit`` takes ranks (particle, parameter) and serial numbers, and returns one implausibility
    per particle; what is not finite counts as infinitely implausible.
    """
    if not names:
        raise ThermidorError("nothing to match: no parameter is open", "match")
    dice = np.random.default_rng(plan.seed)
    now, used = _first(len(names), misfit, plan, dice), plan.size
    waves: list[Wave] = []
    for number in range(1, plan.waves + 1):
        cut = max(float(np.median(now.misfit)), plan.goal)
        inside = now.misfit <= cut
        volume = (waves[-1].volume if waves else 1.0) * float(inside.mean())
        now, used, accepted = _wave(now, cut, misfit, plan, dice, used)
        plan = replace(plan, length=plan.length * float(np.exp(accepted - ACCEPTED)))
        waves.append(Wave(number, cut, volume, accepted))
        tell(waves[-1])
        if cut <= plan.goal:
            break
    return now, waves


def _first(width: int, misfit: Misfit, plan: Plan, dice: np.random.Generator) -> Particles:
    ranks = dice.uniform(EDGE, 1 - EDGE, (plan.size, width))
    serial = np.arange(plan.size)
    return Particles(ranks, serial, _finite(misfit(ranks, serial)))


def _wave(
    now: Particles, cut: float, misfit: Misfit, plan: Plan, dice: np.random.Generator, used: int
) -> tuple[Particles, int, float]:
    """Return particles spread anew inside the cut, serial numbers used so far, share accepted."""
    seeds = np.flatnonzero(now.misfit <= cut)
    now = _rows(now, np.resize(seeds, plan.size))
    taken = []
    for _ in range(plan.steps):
        tried = _step(now, plan.length, dice, used)
        used += plan.size
        tried = Particles(tried.ranks, tried.serial, _finite(misfit(tried.ranks, tried.serial)))
        good = tried.misfit <= cut
        now = _either(good, tried, now)
        taken.append(float(good.mean()))
    return now, used, float(np.mean(taken))


def _step(now: Particles, length: float, dice: np.random.Generator, used: int) -> Particles:
    """Return a Crank-Nicolson step: normal scores shrink a little and take fresh noise."""
    lengths = length * np.exp(dice.normal(0, 0.7, (len(now.ranks), 1)))
    kept = np.sqrt(np.maximum(1 - lengths**2, 0.0))
    score = kept * ndtri(now.ranks) + np.minimum(lengths, 1.0) * dice.normal(size=now.ranks.shape)
    ranks = np.clip(ndtr(score), EDGE, 1 - EDGE)
    return Particles(ranks, np.arange(used, used + len(ranks)), np.full(len(ranks), np.inf))


def _either(mask: np.ndarray, one: Particles, other: Particles) -> Particles:
    pick = lambda a, b: np.where(mask.reshape(-1, *(1,) * (a.ndim - 1)), a, b)  # noqa: E731
    return Particles(
        pick(one.ranks, other.ranks), pick(one.serial, other.serial), pick(one.misfit, other.misfit)
    )


def _rows(now: Particles, rows: np.ndarray) -> Particles:
    return Particles(now.ranks[rows], now.serial[rows], now.misfit[rows])


def _finite(values: np.ndarray) -> np.ndarray:
    return np.where(np.isfinite(values), values, np.inf)

"""Quality of posteriors: our search beside pyABC, side by side, on a problem whose answer is known.

Three parameters with prior N(0, I), four data, A theta + luck + allowed error, all Gaussian. Both searches
are given the simulator with its luck and the allowed error, and aim at the same posterior: ours by the path
of `thermidor fit` (bank, emulator, direct likelihood of eight runs, tempered SMC), pyABC by its exact
stochastic acceptor with a normal kernel and its own tempering (Schaelte and Hasenauer 2020).

An *effective sample* is measured, not claimed: the variance of the posterior over the mean squared error of
its estimated mean, over repeated searches. A bias counts as error.

Usage: python benchmarks/fit_quality.py [REPEATS]
"""

import logging
import sys
import tempfile
import time
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np

from thermidor.fit.directions import Directions
from thermidor.fit.emulator import emulator
from thermidor.fit.likelihood import Direct
from thermidor.fit.simulate import Task
from thermidor.fit.smc import Plan, sample

MATRIX = np.array([[1.0, 0.3, 0.0], [0.2, -1.0, 0.1], [0.5, 0.5, 0.0], [0.0, 1.0, 0.8]])
LUCK, ALLOWED = 0.4, 0.5  # standard deviations
DATUM = np.array([1.2, -0.9, 0.7, 1.0])
SIZE, WIDTH = MATRIX.shape
NAMES = tuple(f"p{i}" for i in range(WIDTH))
BANK, RUNS, PARTICLES = 1000, 8, 256
COST = 1e-3  # CPU seconds that a run of the full model takes; the simulator here takes none


@dataclass(frozen=True)
class Found:
    """What a search found: mean and deviation by parameter, CPU seconds, runs of the simulator."""

    mean: np.ndarray
    deviation: np.ndarray
    seconds: float
    runs: int


def truth() -> tuple[np.ndarray, np.ndarray]:
    """Return mean and deviation of the posterior."""
    covariance = np.linalg.inv(np.eye(WIDTH) + MATRIX.T @ MATRIX / (LUCK**2 + ALLOWED**2))
    return covariance @ MATRIX.T @ DATUM / (LUCK**2 + ALLOWED**2), np.sqrt(np.diag(covariance))


class Simulator:
    """The simulator, counting its runs."""

    def __init__(self, seed: int) -> None:
        self.dice = np.random.default_rng(seed)
        self.runs = 0

    def __call__(self, scores: np.ndarray) -> np.ndarray:
        self.runs += len(scores)
        return scores @ MATRIX.T + LUCK * self.dice.standard_normal((len(scores), SIZE))

    def spread(self, tasks: list[Task]) -> Iterator[tuple[int, np.ndarray]]:
        for at, task in enumerate(tasks):
            yield at, self(task.scores)


def ours(seed: int) -> Found:
    """Search as `thermidor fit` does."""
    began, simulator = time.process_time(), Simulator(seed)
    scores = np.random.default_rng([seed, 1]).standard_normal((BANK, WIDTH))
    learned = emulator(scores, simulator(scores))
    as_is = Directions(np.eye(SIZE), ALLOWED**2 * np.eye(SIZE), np.ones(SIZE))
    direct = Direct("known", 0, seed, RUNS, DATUM, as_is, learned, simulator.spread)
    found = sample(direct, WIDTH, Plan(PARTICLES, seed=seed)).scores
    return Found(found.mean(0), found.std(0), time.process_time() - began, simulator.runs)


def theirs(seed: int) -> Found:
    """Search with pyABC, on one core so that CPU time is all counted."""
    import pyabc

    np.random.seed(seed)  # noqa: NPY002 (pyABC throws NumPy's global dice)
    began, simulator = time.process_time(), Simulator(seed)

    def model(at: dict[str, float]) -> dict[str, np.ndarray]:
        return {"y": simulator(np.array([[at[name] for name in NAMES]]))[0]}

    search = pyabc.ABCSMC(
        model,
        pyabc.Distribution(**{name: pyabc.RV("norm", 0, 1) for name in NAMES}),
        pyabc.IndependentNormalKernel(var=np.full(SIZE, ALLOWED**2)),
        population_size=PARTICLES,
        eps=pyabc.Temperature(),
        acceptor=pyabc.StochasticAcceptor(),
        sampler=pyabc.sampler.SingleCoreSampler(),
    )
    with tempfile.TemporaryDirectory() as folder:
        search.new(f"sqlite:///{Path(folder) / 'runs.db'}", {"y": DATUM})
        history = search.run(max_nr_populations=8)
        at, weights = history.get_distribution()
    values = at[list(NAMES)].to_numpy()
    mean = weights @ values
    deviation = np.sqrt(weights @ (values - mean) ** 2)
    return Found(mean, deviation, time.process_time() - began, simulator.runs)


def effective(found: list[Found]) -> float:
    """Return how many exact draws of the posterior would err as much as these searches' means do."""
    mean, deviation = truth()
    return float(1 / np.mean([((one.mean - mean) / deviation) ** 2 for one in found]))


def told(name: str, found: list[Found]) -> np.ndarray:
    """Print what searches found; return effective samples a CPU second, with a free and with a dear model."""
    samples = effective(found)
    seconds, runs = np.mean([one.seconds for one in found]), np.mean([one.runs for one in found])
    rates = samples / np.array([seconds, seconds + COST * runs])
    mean, deviation = (np.mean([getattr(one, of) for one in found], axis=0) for of in ("mean", "deviation"))
    click.echo(f"{name}: mean {mean.round(3)}, deviation {deviation.round(3)}")
    click.echo(
        f"  {samples:.0f} effective samples from {seconds:.2f} CPU s and {runs:.0f} runs of the simulator"
    )
    click.echo(f"  a CPU second: {rates[0]:.1f} as it is, {rates[1]:.1f} if a run took {1000 * COST:g} ms")
    return rates


def main(repeats: int) -> None:
    """Search so many times with both, and print both beside the truth."""
    try:
        import pyabc  # noqa: F401
    except ImportError:
        click.echo(
            "skipped: pyABC is not installed; it is needed by this benchmark alone (pip install pyabc)"
        )
        return
    logging.disable(logging.WARNING)
    warnings.simplefilter("ignore")
    ours(0)  # compiles
    mean, deviation = truth()
    click.echo(f"truth: mean {mean.round(3)}, deviation {deviation.round(3)}")
    rates = [
        told(name, [search(seed) for seed in range(1, repeats + 1)])
        for name, search in (("thermidor", ours), ("pyabc", theirs))
    ]
    free, dear = rates[0] / rates[1]
    click.echo(f"ratio, thermidor to pyabc: {free:.3g} as it is, {dear:.3g} if a run took {1000 * COST:g} ms")
    click.echo(f"{repeats} searches each: a ratio is uncertain by about {np.sqrt(4 / (WIDTH * repeats)):.0%}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)

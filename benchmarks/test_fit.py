"""Model evaluations a second inside a fit, beside the bare ensemble in the same run."""

import numpy as np
from pytest_benchmark.fixture import BenchmarkFixture

from thermidor.fit.directions import Directions
from thermidor.fit.emulator import Emulator, terms
from thermidor.fit.free import WIDTH
from thermidor.fit.likelihood import Direct
from thermidor.fit.simulate import threads
from thermidor.fit.smc import Plan, sample
from thermidor.fit.summary import layout
from thermidor.lab.ensemble import prior_batch, run_batches, serials
from thermidor.lab.setting import closed
from thermidor.theories import THEORIES

THEORY, UNTIL, AXES = "state-capitalism", 1992, 15
PARTICLES, RUNS = 100, 8
EVALUATIONS = PARTICLES * RUNS * 5  # a search of one stage: the prior and four moves


def likelihood() -> Direct:
    """Return a direct likelihood of the usual size, flat enough for one stage: what it costs is the runs."""
    seen = layout(UNTIL)
    axes = np.eye(len(seen.names))[:, :AXES]
    width = len(terms(np.zeros((1, WIDTH)))[0])
    flat = Emulator(np.zeros((width, AXES)), np.zeros((1 + WIDTH, AXES)), np.eye(AXES))
    along = Directions(axes, 1e3 * np.eye(AXES), np.ones(AXES))
    return Direct(THEORY, UNTIL, 1, RUNS, np.zeros(AXES), along, flat, threads(2))


def told(benchmark: BenchmarkFixture) -> None:
    if benchmark.stats:
        benchmark.extra_info["runs_per_second"] = EVALUATIONS / benchmark.stats["min"]


def test_bare_ensemble(benchmark: BenchmarkFixture) -> None:
    """As many runs of the full model with nothing but their results kept in NumPy, in batches as a fit's."""
    given, theory, size = closed(), THEORIES[THEORY], PARTICLES * RUNS

    def bare() -> int:
        parts = (prior_batch(theory, given, serials(size, i * size), 1) for i in range(EVALUATIONS // size))
        return sum(len(run_batches([one], given)["gdp"]) for one in parts)

    assert benchmark.pedantic(bare, rounds=2, warmup_rounds=1) == EVALUATIONS
    told(benchmark)


def test_inside_a_fit(benchmark: BenchmarkFixture) -> None:
    """A search of one stage on the direct likelihood: body, luck, runs, summaries, weights, moves."""
    direct, plan = likelihood(), Plan(PARTICLES, 4)
    last = benchmark.pedantic(sample, (direct, WIDTH, plan), rounds=2, warmup_rounds=1)
    assert (last.number, last.power) == (1, 1.0)
    told(benchmark)

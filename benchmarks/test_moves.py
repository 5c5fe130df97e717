"""Moves of a lever: 64 draws by the straight-line programme, beside the same draws by XLA, in one run."""

import numpy as np
from pytest_benchmark.fixture import BenchmarkFixture

from thermidor.lab.ensemble import prior_batch, serials
from thermidor.lab.runs import find
from thermidor.lab.setting import closed
from thermidor.run import simulate
from thermidor.studio import moves
from thermidor.studio.engine import SMALL

SETTING = closed()
DRAWN = prior_batch(find("degenerated-workers-state")[0], SETTING, serials(SMALL), 1)


def test_straight(benchmark: BenchmarkFixture) -> None:
    ready, one, given = moves.programme(DRAWN, SETTING), moves.laid(DRAWN), moves.outside(SETTING)
    benchmark.group = "a move"
    told = benchmark(lambda: moves.run(ready, one, SMALL, given, lambda told: told["gdp"], lambda: False))
    assert np.isfinite(told).all()


def test_xla(benchmark: BenchmarkFixture) -> None:
    outside = (SETTING.forcing, SETTING.levers, DRAWN.luck, dict(SETTING.drive))
    benchmark.group = "a move"
    told = benchmark(lambda: simulate(DRAWN.model, DRAWN.start, *outside).block_until_ready())
    assert told.shape[-1] == SMALL

"""Speed of the engine, beside a plain NumPy kernel and the memory bandwidth of the same run.

``make bench`` prints ratios; nothing here fails on a slow machine.
"""

import jax
import jax.numpy as jnp
import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from thermidor.lab.ensemble import BATCH, prior_batch, run_batches, serials
from thermidor.lab.runs import find
from thermidor.lab.setting import closed
from thermidor.run import simulate

SETTING = closed()
THEORY = find("degenerated-workers-state")[0]


@pytest.mark.parametrize("draws", [BATCH, 4 * BATCH, 16 * BATCH])
def test_full_model(benchmark: BenchmarkFixture, draws: int) -> None:
    """Draws of the full model, results in NumPy; cost should be linear in draws."""
    one = prior_batch(THEORY, SETTING, serials(draws), 1)
    run_batches([one], SETTING)
    benchmark.extra_info["draws"] = draws
    result = benchmark.pedantic(run_batches, ([one], SETTING), rounds=3)
    benchmark.extra_info["draws_per_second"] = draws / benchmark.stats["min"] if benchmark.stats else None
    assert result["gdp"].shape[0] == draws


@pytest.mark.parametrize("years", [29, 58, 87])
def test_years(benchmark: BenchmarkFixture, years: int) -> None:
    """One batch over a part of the span; cost should be linear in years."""
    one = prior_batch(THEORY, SETTING, serials(BATCH), 1)
    cut = lambda tree: jax.tree.map(lambda leaf: jnp.asarray(leaf)[:years], tree)  # noqa: E731
    luck = {name: dice[:, :years] for name, dice in one.luck.items()}
    given = (one.model, one.start, cut(SETTING.forcing), cut(SETTING.levers), luck, cut(dict(SETTING.drive)))
    simulate(*given).block_until_ready()
    rows = benchmark.pedantic(lambda: simulate(*given).block_until_ready(), rounds=3)
    assert (rows.shape[0], rows.shape[2]) == (years, BATCH)


def test_calibration_kernel(benchmark: BenchmarkFixture) -> None:
    """Plain NumPy: a thousand fused multiply-adds and exponentials over a batch, year by year."""
    state = np.linspace(0.1, 1.0, BATCH)

    def kernel() -> np.ndarray:
        now = state
        for _ in range(SETTING.years * 12):
            now = np.exp(-0.1 * now) * 0.5 + now * 0.5
        return now

    assert np.isfinite(benchmark.pedantic(kernel, rounds=5)).all()


def test_memory_bandwidth(benchmark: BenchmarkFixture) -> None:
    """Copy 256 MB: twice that crosses the bus."""
    source = np.ones(32 * 1024 * 1024)
    target = np.empty_like(source)
    benchmark.extra_info["bytes"] = 2 * source.nbytes
    benchmark.pedantic(np.copyto, (target, source), rounds=5)
    assert target[-1] == 1.0

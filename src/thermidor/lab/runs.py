"""Run theories under a scenario: the call behind the command line, the notebook and the report."""

from collections.abc import Iterable, Sequence

import numpy as np
import xarray as xr

from ..errors import ThermidorError, unknown
from ..outside import YEARS, scenario
from ..theories import THEORIES
from ..theory import Theory
from .belief import quantiles
from .calibrate import ranks_for
from .dataset import dataset
from .ensemble import Batch, Frames, Progress, Setting, batch, run_batches, serials
from .setting import under

MOST_DRAWS = 100_000


def find(ids: str | Iterable[str] = "all") -> list[Theory]:
    """Return theories by id; 'all' is every one. Raises ThermidorError for an unknown id."""
    if ids == "all":
        return list(THEORIES.values())
    wanted = [ids] if isinstance(ids, str) else list(ids)
    for one in wanted:
        if one not in THEORIES:
            raise unknown("theory", "theory", one, THEORIES, "thermidor theories")
    return [THEORIES[one] for one in wanted]


def frames(
    theories: Sequence[Theory], setting: Setting, draws: int, seed: int = 1, prior: bool = False,
    progress: Progress | None = None,
) -> dict[str, Frames]:  # fmt: skip
    """Run theories in one go; return fields (draw, year, ...) by theory id. Luck and ranks are shared."""
    batches = [_batch(theory, setting, serials(_checked(draws)), seed, prior) for theory in theories]
    together = run_batches(batches, setting, progress)
    cut = lambda i: {n: v[i * draws : (i + 1) * draws] for n, v in together.items()}  # noqa: E731
    return {theory.id: cut(i) for i, theory in enumerate(theories)}


def run(
    theory: str | Iterable[str] = "all", scenario_id: str = "historical-baseline", draws: int = 200,
    seed: int = 1,
    prior: bool = False, progress: Progress | None = None,
) -> xr.Dataset:  # fmt: skip
    """Run theories under a scenario and return labelled data with dims (theory, draw, year, ...).

    ``prior``: draw parameters from their priors instead of the packaged ensemble. Raises
    ThermidorError for an unknown theory or scenario and for a number of draws out of range.
    """
    chosen = scenario(scenario_id)
    done = frames(find(theory), under(chosen), draws, seed, prior, progress)
    source = "prior" if prior else "packaged ensemble"
    return dataset(done, list(YEARS), scenario=chosen.id, seed=seed, draws=draws, parameters=source)


def _batch(theory: Theory, setting: Setting, serial: np.ndarray, seed: int, prior: bool) -> Batch:
    ranks = quantiles(theory, seed, serial)
    return batch(theory, setting, serial, seed, ranks if prior else ranks_for(theory, serial, ranks))


def _checked(draws: int) -> int:
    if not 1 <= draws <= MOST_DRAWS:
        raise ThermidorError("number of draws out of range", "draws", draws, f"Take 1 to {MOST_DRAWS}.")
    return draws

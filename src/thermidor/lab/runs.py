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
from .ensemble import Frames, Progress, Setting, batch, run_batches, serials
from .setting import under

MOST_DRAWS = 100_000
FITTED = "packaged ensemble, eight free parameters from the posterior on the whole record"
Ranks = dict[str, np.ndarray]


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
    progress: Progress | None = None, fitted: bool = False,
) -> dict[str, Frames]:  # fmt: skip
    """Run theories in one go; return fields (draw, year, ...) by theory id. Luck and ranks are shared."""
    ranks = _prior if prior else _fitted if fitted else _packaged
    serial = serials(_checked(draws))
    batches = [batch(one, setting, serial, seed, ranks(one, serial, seed)) for one in theories]
    together = run_batches(batches, setting, progress)
    cut = lambda i: {n: v[i * draws : (i + 1) * draws] for n, v in together.items()}  # noqa: E731
    return {theory.id: cut(i) for i, theory in enumerate(theories)}


def run(
    theory: str | Iterable[str] = "all", scenario_id: str = "historical-baseline", draws: int = 200,
    seed: int = 1,
    prior: bool = False, progress: Progress | None = None, fitted: bool = False,
) -> xr.Dataset:  # fmt: skip
    """Run theories under a scenario and return labelled data with dims (theory, draw, year, ...).

    ``prior``: draw parameters from their priors instead of the packaged ensemble; ``fitted``: draw the eight
    free ones from the packaged posteriors on the whole record. Raises ThermidorError for an unknown theory
    or scenario, for a number of draws out of range, and for both at once.
    """
    if prior and fitted:
        raise ThermidorError("parameters are either unfitted or fitted", "prior, fitted")
    chosen = scenario(scenario_id)
    done = frames(find(theory), under(chosen), draws, seed, prior, progress, fitted)
    source = "prior" if prior else FITTED if fitted else "packaged ensemble"
    return dataset(done, list(YEARS), scenario=chosen.id, seed=seed, draws=draws, parameters=source)


def _prior(theory: Theory, serial: np.ndarray, seed: int) -> Ranks:
    return quantiles(theory, seed, serial)


def _packaged(theory: Theory, serial: np.ndarray, seed: int) -> Ranks:
    return ranks_for(theory, serial, quantiles(theory, seed, serial))


def _fitted(theory: Theory, serial: np.ndarray, seed: int) -> Ranks:
    from .fitted import fitted  # imported here as its stamp of the laws comes from runs kept on disk

    return _packaged(theory, serial, seed) | fitted(theory.id).take(serial)


def _checked(draws: int) -> int:
    if not 1 <= draws <= MOST_DRAWS:
        raise ThermidorError("number of draws out of range", "draws", draws, f"Take 1 to {MOST_DRAWS}.")
    return draws

r"""What moves an outcome: Morris screening of all open parameters, Sobol indices of the foremost, chance.

A parameter goes through the middle 90 per cent of what the fit leaves of it (of its prior, if asked), one
apart from another. Morris: :math:`\mu^*`, the mean size of the change of the outcome over that range, each
trajectory on luck of its own. Sobol: first-order and total shares of variance, with luck as one more input.
Sources: Morris 1991; Campolongo, Cariboni and Saltelli 2007; Saltelli 2002; computed by SALib.
"""

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from SALib.analyze import morris as morris_analysis
from SALib.analyze import sobol as sobol_analysis
from SALib.sample import morris as morris_sample
from SALib.sample import sobol as sobol_sample

from ..claims.view import Run
from ..theory import Theory
from .belief import priors
from .calibrate import packaged
from .ensemble import BATCH, batch, run_batches
from .outcomes import Outcome
from .setting import closed

LOW, HIGH = 0.05, 0.95
LEVELS = 4
CHANCE = "chance"
LUCKS = 1000  # different courses of luck that the Sobol input 'chance' chooses from
GROUP = 2 * BATCH
UNIFORM = np.sqrt(1 / 12)  # spread of a rank of which nothing is known
UNPINNED = 0.9
Answer = Callable[[np.ndarray, np.ndarray], np.ndarray]
"""What gives outcomes (run,) for places of parameters (run, parameter), each in 0-1, and luck (run,)."""


@dataclass(frozen=True, slots=True)
class Space:
    """The open parameters of a theory and where their ranks may lie: sorted ranks (draw, parameter)."""

    theory: Theory
    names: tuple[str, ...]
    known: np.ndarray

    def ranks(self, places: np.ndarray) -> dict[str, np.ndarray]:
        """Return prior ranks by parameter for places 0-1 in the range of each, shape (run, parameter)."""
        at = LOW + (HIGH - LOW) * np.clip(places, 0.0, 1.0)
        return {n: np.quantile(self.known[:, i], at[:, i]) for i, n in enumerate(self.names)}

    @property
    def pinned(self) -> pd.Series:
        """Return the spread of each parameter's rank over that of its prior: 1 if the record says nothing."""
        return pd.Series(self.known.std(axis=0) / UNIFORM, index=list(self.names))


def space(theory: Theory, prior: bool = False) -> Space:
    """Return the parameters of a theory as fitted, or over their priors."""
    names = tuple(priors(theory))
    fitted = dict(zip(packaged(theory.id).names, packaged(theory.id).ranks.T, strict=True))
    plain = (np.arange(500) + 0.5) / 500
    held = [plain if prior or n not in fitted else np.asarray(fitted[n], float) for n in names]
    size = min(map(len, held))
    known = [np.quantile(one, (np.arange(size) + 0.5) / size) for one in held]
    return Space(theory, names, np.stack(known, axis=1))


def answer(given: Space, asked: Outcome, seed: int, told: Callable[[int], object] = lambda _: None) -> Answer:
    """Return what runs the model at places of the parameters and reads the outcome."""
    setting = closed()

    def run(places: np.ndarray, luck: np.ndarray) -> np.ndarray:
        found = []
        for i in range(0, len(places), GROUP):
            part = slice(i, i + GROUP)
            one = batch(given.theory, setting, luck[part], seed, given.ranks(places[part]))
            found.append(asked.values(Run(run_batches([one], setting))))
            told(len(found[-1]))
        return np.concatenate(found)

    return run


def screened(names: Sequence[str], run: Answer, trajectories: int, seed: int) -> pd.DataFrame:
    """Return one row per parameter, the foremost first: the Morris measures.

    Columns: parameter, size (mean size of the change over the range), error (of it), change (its mean, with
    sign), bend (its spread: where large, the parameter acts with others or by thresholds).
    """
    problem = _problem(names)
    places = morris_sample.sample(problem, trajectories, num_levels=LEVELS, seed=seed)
    luck = np.repeat(np.arange(trajectories), len(names) + 1)
    values = run(places, luck)
    found = morris_analysis.analyze(problem, places, values, num_levels=LEVELS, conf_level=0.68, seed=seed)
    columns = {"size": "mu_star", "error": "mu_star_conf", "change": "mu", "bend": "sigma"}
    table = pd.DataFrame(
        {"parameter": list(names)} | {k: np.asarray(found[v], float) for k, v in columns.items()}
    )
    return table.sort_values("size", ascending=False, kind="stable").reset_index(drop=True)


def shares(names: Sequence[str], chosen: Sequence[str], run: Answer, size: int, seed: int) -> pd.DataFrame:
    """Return one row per chosen parameter and one for chance: Sobol shares of the variance, with errors.

    Parameters that are not chosen stay at the middle of their range. Columns: parameter, alone, alone_error,
    total, total_error; empty if the outcome does not vary. ``size``: a power of two.
    """
    problem = _problem([*chosen, CHANCE])
    sample = sobol_sample.sample(problem, size, calc_second_order=False, seed=seed)
    places = np.full((len(sample), len(names)), 0.5)
    places[:, [list(names).index(one) for one in chosen]] = sample[:, :-1]
    values = run(places, np.minimum((sample[:, -1] * LUCKS).astype(int), LUCKS - 1))
    columns = ("parameter", "alone", "alone_error", "total", "total_error")
    if np.ptp(values) == 0:
        return pd.DataFrame(columns=list(columns))
    scaled = (values - values.mean()) / values.std()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # resamples in which nothing varies
        found = sobol_analysis.analyze(problem, scaled, calc_second_order=False, conf_level=0.68, seed=seed)
    told = {"alone": "S1", "alone_error": "S1_conf", "total": "ST", "total_error": "ST_conf"}
    table = pd.DataFrame(
        {"parameter": [*chosen, CHANCE]} | {k: np.asarray(found[v]) for k, v in told.items()}
    )
    return table.sort_values("total", ascending=False, kind="stable").reset_index(drop=True)


def unpinned(pinned: pd.Series) -> pd.Series:
    """Return the parameters that the record leaves as wide as their prior, with the share of width left."""
    return pinned[pinned > UNPINNED].sort_values(ascending=False)


def _problem(names: Sequence[str]) -> dict[str, object]:
    return {"num_vars": len(names), "names": list(names), "bounds": [[0.0, 1.0]] * len(names)}

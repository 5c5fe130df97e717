"""Twins: data made by each theory, all fitted to it: who is told from whom, which parameters come back.

Each twin is a run that no emulator has seen, at parameters from the prior, read with the allowed error. All
five theories are fitted to it by the same search as history, on the emulated likelihood.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from scipy.special import softmax

from .calibration import contraction, rank, uniformity, verdict
from .free import NAMES, WIDTH
from .smc import Stage, sample
from .study import TWIN_PLAN, Study


@dataclass(frozen=True, slots=True)
class Twins:
    """What twins tell.

    ``log_evidence`` (true theory, twin, fitted theory); ``ranks`` and ``contraction`` (theory, twin,
    parameter) of the true theory's own fit; ``truth`` and ``mean`` scores likewise.
    """

    theories: tuple[str, ...]
    log_evidence: np.ndarray
    ranks: np.ndarray
    contraction: np.ndarray
    truth: np.ndarray
    mean: np.ndarray

    @property
    def replicates(self) -> int:
        """Return the number of twins of each theory."""
        return self.log_evidence.shape[1]

    @property
    def confusion(self) -> np.ndarray:
        """Return by true theory (row) the share of twins that a theory (column) has most evidence for."""
        found = self.log_evidence.argmax(axis=2)
        each = np.arange(len(self.theories))
        return (found[:, :, None] == each).mean(axis=1)

    @property
    def probability(self) -> np.ndarray:
        """Return the mean posterior chance of each theory (column), by true theory, all equal before."""
        return softmax(self.log_evidence, axis=2).mean(axis=1)


def twins(study: Study, theories: Sequence[str], replicates: int, told: Callable[[int], object]) -> Twins:
    """Return what ``replicates`` twins of each theory tell; ``told`` hears of each fit."""
    names = tuple(theories)
    data = {name: data_of(study, name, replicates) for name in names}
    log_evidence = np.empty((len(names), replicates, len(names)))
    own = {key: np.empty((len(names), replicates, WIDTH)) for key in ("rank", "contraction", "mean")}
    for i, true in enumerate(names):
        for r, datum in enumerate(data[true]):
            for j, fitted in enumerate(names):
                found = _fitted(study, fitted, datum, r)
                log_evidence[i, r, j] = found.log_evidence
                told(1)
                if i == j:
                    dice = np.random.default_rng([study.seed, 6, i, r])
                    own["rank"][i, r] = rank(study.spare[true].scores[r], found.scores, dice)
                    own["contraction"][i, r] = contraction(found.scores)
                    own["mean"][i, r] = found.scores.mean(0)
    truth = np.stack([study.spare[name].scores[:replicates] for name in names])
    return Twins(names, log_evidence, own["rank"], own["contraction"], truth, own["mean"])


def data_of(study: Study, theory: str, replicates: int) -> np.ndarray:
    """Return data made by a theory, along the directions, shape (twin, direction): runs read with error."""
    number = list(study.spare).index(theory)
    dice = np.random.default_rng([study.seed, 5, number])
    runs = study.spare[theory].summaries[:replicates]
    error = dice.multivariate_normal(
        np.zeros(runs.shape[1]), study.layout.noise(), len(runs), method="cholesky"
    )
    return study.directions.along(runs + error)


def recovery(found: Twins) -> pd.DataFrame:
    """Return per theory and parameter: chance of ranks so uneven, contraction, recovery, verdict."""
    rows = []
    for i, theory in enumerate(found.theories):
        for p, name in enumerate(NAMES):
            chance = uniformity(found.ranks[i, :, p])
            contracted = float(found.contraction[i, :, p].mean())
            link = float(np.corrcoef(found.truth[i, :, p], found.mean[i, :, p])[0, 1])
            rows.append({"theory": theory, "parameter": name, "uniform": chance, "contraction": contracted,
                         "correlation": link, "verdict": verdict(chance, contracted)})  # fmt: skip
    return pd.DataFrame(rows)


def _fitted(study: Study, theory: str, datum: np.ndarray, number: int) -> Stage:
    plan = replace(TWIN_PLAN, seed=study.seed + number)
    return sample(study.emulated(theory, datum), WIDTH, plan)

"""Blocks before the loop: the economy on recorded policy, polity and world on the recorded economy."""

import numpy as np

from ..claims.series import FIRST_YEAR
from ..claims.view import Run
from .belief import quantiles
from .block import BODY, ECONOMY, LAST_YEAR, packaged
from .ensemble import Frames, Setting, batch, run_batches, serials
from .observe import OBSERVED, Observed
from .runs import find
from .setting import economy_alone, polity_alone

TOLERANCES = (1.0, 2.0)


def economy_block(draws: int, seed: int = 1) -> dict[str, Frames]:
    """Run the economy under recorded policy, parameters from the fit of the body."""
    return {BODY.id: _run([BODY], economy_alone(), draws, seed)}


def polity_block(draws: int, seed: int = 1) -> dict[str, Frames]:
    """Run polity and world of every theory on the recorded economy, frozen where the end may be at work."""
    theories = find()
    together = _run(theories, polity_alone(), draws, seed)
    pieces = {name: np.split(values, len(theories)) for name, values in together.items()}
    return {t.id: {name: piece[i] for name, piece in pieces.items()} for i, t in enumerate(theories)}


def targets_met(fields: Frames) -> tuple[int, ...]:
    """Return how many recorded figures of the economy there are, and how many the median run meets.

    A figure is met within one tolerance (the error allowed to the series), and within two.
    """
    distances = np.concatenate([_distance(one, Run(fields)) for one in OBSERVED if one.series in ECONOMY])
    return (len(distances), *(int((distances <= limit).sum()) for limit in TOLERANCES))


def _distance(one: Observed, run: Run) -> np.ndarray:
    record = one.record()
    record = record[record["year"] <= LAST_YEAR]
    model = np.median(one.model(run)[:, record["year"].to_numpy() - FIRST_YEAR], axis=0)
    value = record["value"].to_numpy(float)
    return np.abs(model - value if one.absolute else np.log(np.maximum(model, 1e-9) / value)) / one.error


def _run(theories: list, setting: Setting, draws: int, seed: int) -> Frames:
    serial, body = serials(draws), packaged()
    batches = []
    for theory in theories:
        plain = quantiles(theory, seed, serial)
        batches.append(batch(theory, setting, serial, seed, body.ranks(plain) if body else plain))
    return run_batches(batches, setting)

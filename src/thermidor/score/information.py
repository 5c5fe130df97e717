r"""How much a datum would tell of which theory is right: mutual information, in bits.

With theories equally likely beforehand and :math:`q(k|y)` what a reader would then believe,

.. math:: I \ge \frac1K \sum_k \mathrm E_{y|k} \log_2 \frac{q(k|y)}{1/K}

(Barber and Agakov 2003), equal where :math:`q` is right. Here :math:`q` comes from densities of draws, each
spread by the error of observation and by Silverman's width, of one half of the draws; the mean is taken over
the other half, so that theories that do not differ give nought or a little less, never more by over-fitting.
``by_neighbours`` is another estimate for a check (Ross 2014).
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree
from scipy.special import digamma

from .sample import silverman

BINS = 256
CHUNK = 400  # data taken together
MARGIN = 4.0  # widths of the kernel beyond the outermost draws


@dataclass(frozen=True, slots=True)
class _Grid:
    """Draws on a grid: places in bins (theory, draw, datum), errors (datum,) and, by half, widths in bins."""

    place: np.ndarray
    fine: np.ndarray
    wide: tuple[np.ndarray, np.ndarray]


def information(draws: np.ndarray, error: np.ndarray | float) -> np.ndarray:
    """Return bits by theory and datum; their mean over theories is the mutual information.

    ``draws``: (theory, draw, datum), finite; ``error``: standard error of observation (datum,) in the same
    unit, above nought. At most log2 of the number of theories.
    """
    even = np.ones(draws.shape[1])
    parts = [_bits(grid, even) for grid in _grids(draws, error)]
    return np.concatenate(parts, axis=1) if parts else np.zeros((len(draws), 0))


def bootstrap(draws: np.ndarray, error: np.ndarray | float, times: int, seed: int) -> np.ndarray:
    """Return the standard error of the mutual information by datum: draws are thrown again, half by half."""
    luck, size = np.random.default_rng(seed), draws.shape[1]
    thrown = [_thrown(luck, size) for _ in range(times)]
    found = [
        np.std([_bits(g, one).mean(axis=0) for one in thrown], axis=0, ddof=1) for g in _grids(draws, error)
    ]
    return np.concatenate(found) if found else np.zeros(0)


def _thrown(luck: np.random.Generator, size: int) -> np.ndarray:
    """Return how often each draw is taken."""
    weights = np.zeros(size)
    for part in (0, 1):
        own = np.arange(part, size, 2)
        np.add.at(weights, luck.choice(own, len(own)), 1.0)
    return weights


def by_neighbours(draws: np.ndarray, error: float, seed: int, near: int = 5) -> float:
    """Return the mutual information of one datum by nearest neighbours, in bits, of (theory, draw)."""
    luck = np.random.default_rng(seed)
    noisy = draws + error * luck.standard_normal(draws.shape)
    all_values = cKDTree(noisy.reshape(-1, 1))
    within = []
    for own in noisy:
        reach = cKDTree(own[:, None]).query(own[:, None], near + 1)[0][:, -1]
        within.append(all_values.query_ball_point(own[:, None], reach * (1 - 1e-9), return_length=True))
    count = np.concatenate(within)  # itself counted, so the neighbours within reach plus one
    nats = digamma(noisy.size) - digamma(noisy.shape[1]) + digamma(near) - digamma(count).mean()
    return float(nats / np.log(2))


def _grids(draws: np.ndarray, error: np.ndarray | float) -> Iterator[_Grid]:
    values = np.asarray(draws, float)
    errors = np.broadcast_to(np.asarray(error, float), values.shape[-1:])
    for i in range(0, values.shape[-1], CHUNK):
        yield _grid(values[..., i : i + CHUNK], errors[i : i + CHUNK])


def _grid(values: np.ndarray, error: np.ndarray) -> _Grid:
    kernels = [silverman(values[:, part::2].swapaxes(0, 1)) for part in (0, 1)]
    margin = MARGIN * np.hypot(error, np.max(kernels, axis=(0, 1)))
    low = values.min(axis=(0, 1)) - margin
    step = (values.max(axis=(0, 1)) + margin - low) / (BINS - 1)
    fine = np.maximum(error / step, 0.5)
    one, two = (np.hypot(fine, kernel / step) for kernel in kernels)
    return _Grid((values - low) / step, fine, (one, two))


def _bits(grid: _Grid, weights: np.ndarray) -> np.ndarray:
    found = []
    counts = [_counts(grid.place[:, part::2], weights[part::2]) for part in (0, 1)]
    for part in (0, 1):
        judge = _spread(counts[1 - part], grid.wide[1 - part])
        data = _spread(counts[part], np.broadcast_to(grid.fine, grid.wide[part].shape))
        found.append((_told(judge, grid.place.shape[1]) * data).sum(axis=-1))
    return (found[0] + found[1]) / 2


def _told(density: np.ndarray, draws: int) -> np.ndarray:
    """Return log2 of belief over prior by theory, datum and bin; no half of draws can make belief certain."""
    least = 2 / draws
    mean = np.maximum(density.mean(axis=0), 1e-300)
    return np.log2((1 - least) * density / mean + least)


def _counts(place: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return shares of draws by theory, datum and bin; a draw between two bins is divided."""
    theories, _, data = place.shape
    first = np.clip(np.floor(place).astype(int), 0, BINS - 2)
    beyond = place - first
    row = (np.arange(theories)[:, None, None] * data + np.arange(data)) * BINS
    weight = np.broadcast_to(weights[None, :, None], place.shape)
    found = np.zeros(theories * data * BINS)
    for shift, part in ((0, 1 - beyond), (1, beyond)):
        found += np.bincount((row + first + shift).ravel(), (weight * part).ravel(), len(found))
    return found.reshape(theories, data, BINS) / weights.sum()


def _spread(counts: np.ndarray, width: np.ndarray) -> np.ndarray:
    """Return counts spread by normal kernels of a width (theory, datum) in bins; sums are kept."""
    waves = np.exp(-2 * (np.pi * np.fft.rfftfreq(BINS) * width[..., None]) ** 2)
    return np.maximum(np.fft.irfft(np.fft.rfft(counts) * waves, BINS), 0.0)

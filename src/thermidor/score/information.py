r"""How much a datum would tell of which theory is right: mutual information, in bits.

With theories equally likely beforehand and :math:`q(k|y)` what a reader would then believe,

.. math:: I \ge \frac1K \sum_k \mathrm E_{y|k} \log_2 \frac{q(k|y)}{1/K}

(Barber and Agakov 2003), equal where :math:`q` is right. Here :math:`q` comes from densities of draws, each
spread by the error of observation and by Silverman's width, of one half of the draws; the mean is taken over
the other half, so that theories that do not differ give nought or a little less, never more by over-fitting.
``by_neighbours`` is another estimate for a check (Ross 2014).
"""

import numpy as np
from scipy.spatial import cKDTree
from scipy.special import digamma

from .sample import silverman

BINS = 256
CHUNK = 400  # data taken together
MARGIN = 4.0  # widths of the kernel beyond the outermost draws


def information(
    draws: np.ndarray, error: np.ndarray | float, weights: np.ndarray | None = None
) -> np.ndarray:
    """Return bits by theory and datum; their mean over theories is the mutual information.

    ``draws``: (theory, draw, datum), finite; ``error``: standard error of observation (datum,) in the same
    unit, above nought; ``weights``: (draw,), as a bootstrap gives. At most log2 of the number of theories.
    """
    values = np.asarray(draws, float)
    errors = np.broadcast_to(np.asarray(error, float), values.shape[-1:])
    given = np.ones(values.shape[1]) if weights is None else np.asarray(weights, float)
    parts = [slice(i, i + CHUNK) for i in range(0, values.shape[-1], CHUNK)]
    if not parts:
        return np.zeros((len(values), 0))
    return np.concatenate([_bits(values[..., part], errors[part], given) for part in parts], axis=1)


def bootstrap(draws: np.ndarray, error: np.ndarray | float, times: int, seed: int) -> np.ndarray:
    """Return the standard error of the mutual information by datum: draws are thrown again, half by half."""
    luck, size = np.random.default_rng(seed), draws.shape[1]
    found = []
    for _ in range(times):
        weights = np.zeros(size)
        for part in (0, 1):
            own = np.arange(part, size, 2)
            np.add.at(weights, luck.choice(own, len(own)), 1.0)
        found.append(information(draws, error, weights).mean(axis=0))
    return np.std(found, axis=0, ddof=1)


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


def _bits(values: np.ndarray, error: np.ndarray, weights: np.ndarray) -> np.ndarray:
    halves = [_densities(values, error, weights, part) for part in (0, 1)]
    told = [_told(halves[1 - part][0], values.shape[1]) * halves[part][1] for part in (0, 1)]
    return (told[0].sum(axis=-1) + told[1].sum(axis=-1)) / 2


def _told(density: np.ndarray, draws: int) -> np.ndarray:
    """Return log2 of belief over prior by theory, datum and bin; no half of draws can make belief certain."""
    least = 2 / draws
    mean = np.maximum(density.mean(axis=0), 1e-300)
    return np.log2((1 - least) * density / mean + least)


def _densities(
    values: np.ndarray, error: np.ndarray, weights: np.ndarray, part: int
) -> tuple[np.ndarray, np.ndarray]:
    """Return what a half of the draws gives as density to judge by, and as data to be judged."""
    own, heavy = values[:, part::2], weights[part::2]
    kernel = np.array([silverman(one) for one in own])
    widest = np.hypot(error, np.max([silverman(one[p::2]) for one in values for p in (0, 1)], axis=0))
    low = values.min(axis=(0, 1)) - MARGIN * widest
    step = (values.max(axis=(0, 1)) + MARGIN * widest - low) / (BINS - 1)
    counts = _counts((own - low) / step, heavy)
    fine = np.maximum(error / step, 0.5)
    return _spread(counts, np.hypot(fine, kernel / step)), _spread(
        counts, np.broadcast_to(fine, kernel.shape)
    )


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

r"""All series pull each other, held near random walks: Bayesian vector autoregression, Minnesota prior.

.. math:: y_t = c + B y_{t-1} + u_t, \quad u \sim \mathcal N(0, \Sigma), \quad
   \mathrm E\,B = I, \quad \mathrm{sd}\,B_{ij} = \lambda\,\sigma_i / \sigma_j

Conjugate normal-inverse-Wishart by dummy observations (Litterman 1986; Banbura, Giannone and Reichlin 2010).
One lag; only pairs of years in which every series is recorded count, so that no gap is filled. Draws that
explode are set aside, the tamest kept where too few do not.

>>> from .history import Past
>>> years, luck = np.arange(1950, 1990), np.random.default_rng(1)
>>> walks = {n: Past(n, "", years, np.exp(np.cumsum(0.03 + 0.01 * luck.normal(size=40)))) for n in "ab"}
>>> got = Bvar().forecast(History.of(walks, 1985), 1986, 1000, 1).draws["a"][:, 0]
>>> bool(abs(np.log(np.median(got) / walks["a"].value[35]) - 0.03) < 0.02)
True
"""

from dataclasses import dataclass

import numpy as np

from .history import History
from .panel import members, table
from .rival import Forecast, ahead, dice


@dataclass(frozen=True, slots=True)
class Bvar:
    """First-order vector autoregression with ``tightness`` around random walks.

    ``drift``: deviation of the constant, in deviations of a year's change; ``explosive``: greatest root kept.
    """

    id: str = "bvar"
    label: str = "Bayesian vector autoregression"
    source: str = "Litterman 1986; Banbura, Giannone and Reichlin 2010"
    tightness: float = 0.2
    least: int = 8
    drift: float = 1.0
    explosive: float = 1.0

    def speaks(self, history: History) -> tuple[str, ...]:
        """Return the annual series, if there are two and enough pairs of years."""
        names = members(history)
        return names if len(names) > 1 and len(_pairs(history, names)[0]) >= self.least else ()

    def forecast(self, history: History, last: int, draws: int, seed: int) -> Forecast:
        """Return draws of all annual series together."""
        rng, years, names = dice(self.id, history, seed), ahead(history, last), self.speaks(history)
        if not names:
            return Forecast(self.id, history.until, years, seed, {})
        before, after = _pairs(history, names)
        spread = np.maximum((after - before).std(axis=0, ddof=1), 1e-4)
        origin = after[-1]
        coefficients, roots = self._draws((before - origin) / spread, (after - origin) / spread, draws, rng)
        path, now = [], np.zeros((draws, len(names)))
        for _ in years:
            ones = np.concatenate([now, np.ones((draws, 1))], axis=1)
            shock = np.einsum("dij,dj->di", roots, rng.standard_normal(now.shape))
            now = np.einsum("dk,dki->di", ones, coefficients) + shock
            path.append(now)
        inner = origin + spread * np.stack(path, axis=1)
        told = {n: history[n].outer(np.clip(inner[:, :, i], -50, 50)) for i, n in enumerate(names)}
        return Forecast(self.id, history.until, years, seed, told)

    def _draws(
        self, before: np.ndarray, after: np.ndarray, draws: int, rng: np.random.Generator
    ) -> tuple[np.ndarray, np.ndarray]:
        """Return coefficients (draw, regressor, series), roots of the covariance; exploding ones last."""
        from scipy.stats import invwishart  # half a second, spared those who only read results

        size = before.shape[1]
        prior_x = np.vstack([np.eye(size, size + 1) / self.tightness, np.eye(1, size + 1, size) / self.drift])
        prior_y = np.vstack([np.eye(size) / self.tightness, np.zeros((1, size))])
        x = np.vstack([prior_x, np.column_stack([before, np.ones(len(before))])])
        y = np.vstack([prior_y, after])
        inverse = np.linalg.inv(x.T @ x)
        mean = inverse @ x.T @ y
        scale = np.eye(size) + (y - x @ mean).T @ (y - x @ mean)
        many = 2 * draws
        sigma = invwishart.rvs(size + 2 + len(before), scale, many, rng).reshape(many, size, size)
        roots = np.linalg.cholesky(sigma)
        noise = np.linalg.cholesky(inverse) @ rng.standard_normal((many, size + 1, size))
        found = mean + noise @ roots.transpose(0, 2, 1)
        largest = np.abs(np.linalg.eigvals(found[:, :size, :])).max(axis=1)
        tame = np.argsort(np.maximum(largest, self.explosive), kind="stable")[:draws]
        return found[tame], roots[tame]


def _pairs(history: History, names: tuple[str, ...]) -> tuple[np.ndarray, np.ndarray]:
    """Return the values of the years before and after, where both are recorded for all series."""
    _, values = table(history, names)
    whole = np.asarray(np.isfinite(values).all(axis=1))
    both = np.flatnonzero(whole[1:] & whole[:-1])
    return values[both], values[both + 1]

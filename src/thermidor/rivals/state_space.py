r"""Three unseen factors move all series: dynamic factor model of their yearly changes.

.. math:: \Delta y_t = \mu + \Lambda f_t + \varepsilon_t, \qquad f_t = A f_{t-1} + \eta_t

Fitted by expectation-maximisation with gaps in the record left as gaps (Banbura and Modugno 2014; statsmodels
``DynamicFactorMQ``). Parameters are taken as known once fitted, so that the sample is a little too sure of
itself. A purely statistical yardstick: three components are reported to explain nearly all of fifty years of
Russian indicators.

>>> from .history import Past
>>> years, luck = np.arange(1950, 1986), np.random.default_rng(1).normal(size=(36, 5))
>>> steps = 0.03 + 0.01 * (luck[:, :1] + luck[:, 1:])  # one common factor
>>> walks = {f"s{i}": Past("", "", years, np.exp(np.cumsum(steps[:, i]))) for i in range(4)}
>>> got = StateSpace(factors=1).forecast(History.of(walks, 1985), 1986, 500, 1).draws["s0"][:, 0]
>>> bool(abs(np.log(np.median(got) / walks["s0"].value[-1]) - 0.03) < 0.02)
True
"""

import warnings
from dataclasses import dataclass

import numpy as np

from .history import History
from .panel import members, table
from .rival import Forecast, ahead, dice

TURNS = 200


@dataclass(frozen=True, slots=True)
class StateSpace:
    """Yearly changes by ``factors`` common factors and noise."""

    id: str = "state-space"
    label: str = "3-factor state-space model"
    source: str = "Banbura and Modugno 2014; statsmodels DynamicFactorMQ"
    factors: int = 3

    def speaks(self, history: History) -> tuple[str, ...]:
        """Return the annual series, if there are more of them than factors."""
        names = members(history)
        return names if len(names) > self.factors else ()

    def forecast(self, history: History, last: int, draws: int, seed: int) -> Forecast:
        """Return draws of all annual series together."""
        rng, years, names = dice(self.id, history, seed), ahead(history, last), self.speaks(history)
        if not names:
            return Forecast(self.id, history.until, years, seed, {})
        _, values = table(history, names)
        changes = self._changes(np.diff(values, axis=0), len(years), draws, rng)
        inner = values[-1] + np.cumsum(changes, axis=1)
        told = {n: history[n].outer(np.clip(inner[:, :, i], -50, 50)) for i, n in enumerate(names)}
        return Forecast(self.id, history.until, years, seed, told)

    def _changes(self, seen: np.ndarray, steps: int, draws: int, rng: np.random.Generator) -> np.ndarray:
        """Return changes to come, shape (draw, year, series), from the changes seen (year, series)."""
        mean, spread = np.nanmean(seen, axis=0), np.maximum(np.nanstd(seen, axis=0), 1e-6)
        system = _fitted((seen - mean) / spread, self.factors)
        state = rng.multivariate_normal(system.state, system.doubt, draws)
        path = []
        for _ in range(steps):
            noise = rng.multivariate_normal(np.zeros(len(system.shock)), system.shock, draws)
            state = state @ system.transition.T + noise @ system.selection.T
            own = rng.standard_normal((draws, seen.shape[1])) * system.own
            path.append(state @ system.design.T + own)
        return mean + spread * np.stack(path, axis=1)


@dataclass(frozen=True, slots=True, eq=False)
class System:
    """A fitted linear system: factors' last state and its covariance, matrices, deviation of own noise."""

    state: np.ndarray
    doubt: np.ndarray
    transition: np.ndarray
    selection: np.ndarray
    shock: np.ndarray
    design: np.ndarray
    own: np.ndarray


def _fitted(seen: np.ndarray, factors: int) -> System:
    """Return the system fitted to standardised changes (year, series)."""
    from statsmodels.tsa.statespace.dynamic_factor_mq import DynamicFactorMQ  # slow to load

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of EM that stops before it has settled
        model = DynamicFactorMQ(
            seen, factors=factors, factor_orders=1, idiosyncratic_ar1=False, standardize=False
        )
        fit = model.fit(disp=False, maxiter=TURNS)
    ssm = model.ssm
    size = len(fit.filtered_state)
    last = fit.filtered_state_cov[:, :, -1]
    return System(
        fit.filtered_state[:, -1], (last + last.T) / 2 + 1e-10 * np.eye(size), ssm["transition"],
        ssm["selection"], ssm["state_cov"], ssm["design"], np.sqrt(np.diag(ssm["obs_cov"])),
    )  # fmt: skip

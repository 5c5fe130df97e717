"""Priors are monotone in rank and have the median they say."""

import numpy as np
import pytest

from thermidor.frame.prior import LogitNormal, LogNormal, Normal, Prior, Uniform

PRIORS = [Uniform(-1.0, 3.0), LogNormal(2.0, 0.5), LogitNormal(0.3, 0.4), Normal(-1.0, 2.0)]


@pytest.mark.parametrize("prior", PRIORS, ids=lambda p: type(p).__name__)
def test_quantiles(prior: Prior) -> None:
    """Rank one half gives the median; higher ranks give higher values."""
    ranks = np.linspace(0.01, 0.99, 25)
    values = prior.quantile(ranks)
    assert np.all(np.diff(values) > 0)
    assert float(prior.quantile(np.asarray(0.5))) == pytest.approx(prior.median)


def test_lognormal_spread_is_the_log_standard_deviation() -> None:
    """One standard deviation up multiplies by exp(spread)."""
    up = LogNormal(2.0, 0.5).quantile(np.asarray(0.8413447460685429))
    assert float(up) == pytest.approx(2.0 * np.exp(0.5))

r"""Advanced countries won abroad end the isolation of the first one.

.. math:: R' = R + 0.5\left(\sum_i y_i v_i - R\right), \qquad I = e^{-aR}

:math:`y_i` weight of a country in advanced output, :math:`v_i` won.

>>> from thermidor.frame.example import amounts, state, year
>>> seen = amounts(list(Isolation()(state(won=(1.0,) + 19 * (0.0,)), year())))
>>> seen["world_revolution"], round(seen["isolation"], 2)
(0.058, 0.8)
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year
from .countries import OUTPUT


@mechanism
class Isolation(Mechanism):
    """Isolation is the absence of allied advanced output."""

    canon = ("isolation-degeneration", "revolution-contagion")
    source = "Polity and world trial run, section 2 (world revolution, isolation)"
    signs = (
        Sign("won", "world_revolution", +1, {"won": 0.2}),
        Sign("won", "isolation", -1, {"won": 0.2}),
    )

    aid: float = parameter(
        Uniform(2.5, 5.0), "1 per share of advanced output", "polity and world trial run (assumption)"
    )
    speed: float = fixed(0.5, "1/year", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the changes of this year."""
        won = now.world_revolution + self.speed * ((OUTPUT * now.won).sum() - now.world_revolution)
        yield Set("world_revolution", won)
        yield Set(
            "isolation", jnp.where(year.forcing.soviet_power > 0, jnp.exp(-self.aid * won), now.isolation)
        )

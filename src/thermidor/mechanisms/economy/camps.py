r"""Arrests move people into camps and exile, releases move them back, and many die there.

.. math:: P' = P + .8A - R - mP - xzA, \qquad E' = E + .2A - rE - m_e E

:math:`A` arrests and :math:`R` releases are decided by the coercion block a year earlier; :math:`m = m_0 +
m_1 h + m_2 w` is excess mortality, rising with hunger and war; a share :math:`x` of those arrested in a
pulse of terror :math:`z` is shot.

>>> from thermidor.frame.example import amounts, state, year
>>> got = amounts(list(Camps()(state(arrested=1.0, terror=0.0), year())))
>>> round(sum(v for k, v in got.items() if k.endswith(("prisoners", "exiles")) and "prisoners >" not in k), 3)
1.0
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Move
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Camps(Mechanism):
    """People are arrested, exiled, released; some are killed."""

    canon = ("state-slavery",)
    source = "Getty, Rittersporn and Zemskov 1993; Khlevnyuk 2004"
    signs = (
        Sign("arrested", "prisoners", +1, {"arrested": 0.5}),
        Sign("released", "prisoners", -1, {"released": 0.1, "prisoners": 1.0}),
        Sign("terror", "executed", +1, {"arrested": 0.8}),
        Sign("hunger", "executed", +1, {"prisoners": 1.0}),
    )

    mortality: float = parameter(LogNormal(0.03, 0.3), "1/year", "camp deaths 1930-53, Getty et al. 1993")
    hungry: float = parameter(LogNormal(0.6, 0.4), "1", "camp deaths of 1933 and 1942-43 (assumption)")
    war: float = fixed(0.12, "1/year", "camp deaths of 1942-43")
    shot: float = parameter(
        LogNormal(0.4, 0.25), "share of arrested at full terror", "0.68 of 1.6 million, 1937-38"
    )
    return_rate: float = fixed(0.04, "1/year", "assumption: flight and release from exile")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return arrests, releases and excess deaths."""
        taken = now.arrested
        village = (now.peasants + now.kulaks) / jnp.maximum(now.population, 1.0)
        yield Move("peasants", "prisoners", 0.8 * village * taken)
        yield Move("peasants", "exiles", 0.2 * village * taken)
        yield Move("officials", "prisoners", now.purge_rate * now.officials * 0.2)
        yield Move("dependants", "prisoners", 0.8 * (1.0 - village) * taken)
        yield Move("dependants", "exiles", 0.2 * (1.0 - village) * taken)
        rate = self.mortality + self.hungry * now.hunger + self.war * now.war
        yield Move("prisoners", "executed", jnp.clip(rate, 0.0, 0.4) * now.prisoners * now.coercion)
        yield Move("prisoners", "executed", self.shot * now.terror * taken)
        yield Move("exiles", "executed", jnp.clip(0.5 * rate, 0.0, 0.3) * now.exiles)
        yield Move("prisoners", "dependants", (1.0 - village) * now.released)
        yield Move("prisoners", "peasants", village * now.released)
        back = self.return_rate + 0.4 * jnp.clip(0.45 - now.coercion, 0.0, 0.45)
        yield Move("exiles", "dependants", 0.5 * back * now.exiles)
        yield Move("exiles", "peasants", 0.5 * back * now.exiles)

r"""Villagers move to town for a higher standard of living where there is food and work.

.. math:: m = g\,j\,\bigl[(1-w)\,\mathrm{clip}(0.005\rho - 0.001)
   + w\,\mathrm{clip}(0.01875\rho - 0.018375)\bigr]s + g\,j\,s_0\,\ell

:math:`\rho` is town over village consumption per head, :math:`w` the weight of the collectivised village,
:math:`g` the town food gate, :math:`j` work to be had, :math:`\ell` the labour reserve of the village,
which runs out below half of the people. Allen (2003), eq. 50 (collectives) and 50A (NEP); the gate, scale
:math:`s` and the steady outflow are additions of the trial runs.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(town_consumption=1.6, village_consumption=1.0, collectivised_share=1.0, town_ration=0.3,
...             unemployment=0.0)
>>> move = Migration(scale=1.0, steady=0.0)
>>> round(amounts(list(move(now, year())))["peasants > dependants"] / 122.4, 6)
0.011625
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Move, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Migration(Mechanism):
    """A share of the village leaves each year, rising with the gap in living standards."""

    canon = ("state-primitive-accumulation", "labour-reserve-exhaustion", "rural-influx-dilution")
    source = "Allen 2003, appendix B, eqs 50, 50A, 51"
    signs = (
        Sign("town_consumption", "migration", +1, {"collectivised_share": 1.0, "town_ration": 0.3}),
        Sign("unemployment", "migration", -1, {"town_ration": 0.3}),
    )

    scale: float = parameter(LogNormal(1.0, 0.27), "1", "Allen 2003, eq. 50 read by eye from a graph")
    steady: float = parameter(LogNormal(0.012, 0.26), "1/year", "economy trial run")
    crowding: float = fixed(4.0, "per share without work", "assumption: unemployment of 1927 halves the call")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the people who move, with their families."""
        living = now.town_consumption / jnp.maximum(now.village_consumption, 1e-3)
        nep = jnp.clip(0.005 * living - 0.001, 0.0, 0.012)
        collective = jnp.clip(0.01875 * living - 0.018375, 0.0, 0.03)
        gate = jnp.clip((now.town_ration - 0.17) / 0.06, 0.0, 1.0)
        work = jnp.clip(1.0 - self.crowding * now.unemployment, 0.1, 1.0)
        reserve = jnp.clip((now.peasant_share - 0.14) / 0.35, 0.0, 1.0)
        rate = self.scale * (nep + now.collectivised_share * (collective - nep)) + self.steady * reserve
        moved = gate * work * rate * now.peasants
        yield Move("peasants", "dependants", moved)
        yield Set("migration", moved)

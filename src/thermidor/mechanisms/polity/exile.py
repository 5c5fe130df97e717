r"""Families are deported when the village is forced, and peoples when the state is at war.

.. math:: e = \delta\,v\,(1 - \nu)\,K + 0.6\,w\,X, \qquad u = 0.03 + 0.12\,f + 0.25\,\epsilon\,(1 - L)
   + 0.4\,\epsilon\,d

million persons a year: :math:`v` households collectivised this year, of which :math:`\nu` by choice,
:math:`K` people of the upper stratum, :math:`w` war, :math:`X` coercion; exiles leave by term, flight
and, when coercion exceeds need by :math:`\epsilon`, by release, above all on the death :math:`d` of a
leader. Flight :math:`f` is easiest in the first years. Record: 1.8 million deported in two years, 1.3
million settlers left after them, 2.8 million twenty years later.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(turn=1.0, collectivisation_speed=0.3, kulaks=6.0, exiles=0.5, coercion=0.6,
...     coercion_drive=0.6)
>>> amounts(list(Exile(deported=0.5)(now, year())))
{'exiled': 0.9, 'exile_released': 0.075, 'exile_deaths': 0.0075}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Exile(Mechanism):
    """Forced collectivisation and war send people to special settlements."""

    canon = ("forced-labour-accumulation",)
    source = "Viola 2007; Zemskov 2003; Danilov; rates fitted by hand to these figures"
    signs = (
        Sign("collectivisation_speed", "exiled", +1, {"turn": 1.0}),
        Sign("voluntary", "exiled", -1, {"turn": 1.0, "collectivisation_speed": 0.3}),
        Sign("war", "exiled", +1, {"turn": 1.0}),
        Sign("coercion_drive", "exile_released", -1, {"coercion": 0.6, "exiles": 1.0}),
        Sign("hunger", "exile_deaths", +1, {"exiles": 1.0}),
    )

    deported: float = parameter(
        LogNormal(0.5, 0.3),
        "share of the upper stratum per unit of the drive",
        "1.8 million in two years (Viola 2007)",
    )
    peoples: float = parameter(
        LogNormal(0.6, 0.3), "million per year at full war", "settlers in the years of war (Zemskov 2003)"
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return deportations, releases and deaths in exile."""
        force = now.turn * now.collectivisation_speed * (1 - now.voluntary)
        settled = now.war * now.coercion * now.turn
        yield Set("exiled", self.deported * force * now.kulaks + self.peoples * settled)
        excess = jnp.clip(1 - now.coercion_drive / jnp.maximum(now.coercion, 0.02), 0.0, 1.0)
        flight = 0.12 * (1 - jnp.clip(now.turn_years / 8, 0.0, 1.0))
        out = 0.03 + flight + excess * (0.25 * (1 - now.leader_concentration) + 0.4 * now.leader_fell)
        yield Set("exile_released", jnp.clip(out, 0.0, 0.9) * now.exiles)
        yield Set("exile_deaths", jnp.clip(0.015 + 0.4 * now.hunger + 0.02 * now.war, 0.0, 0.25) * now.exiles)

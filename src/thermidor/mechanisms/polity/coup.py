r"""Colleagues strike when the purge comes near and fear does not hold them; the army when told to.

.. math:: h = 0.3\,p\,(0.3 + 0.7\,\kappa)\,(1 - L)^2 + 0.03\,\Delta

:math:`p` is the share of officials purged in a year, :math:`\kappa` their cohesion, :math:`L` the
concentration that makes them afraid, :math:`\Delta` a leader's line against the interest of the
apparatus. A coup changes the leader, not the structure: terror stops, the apparatus stays. An army coup
adds to its freedom.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(purge_rate=0.35, bureaucracy_cohesion=0.6, leader_concentration=0.4, leader_years=5.0)
>>> after = amounts(list(Coup()(now, year(chance=0.01))))
>>> after["coup_hazard"], after["coup"], after["leader_concentration"]
(0.027216, 1.0, -0.2)
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Coup(Mechanism):
    """Purges of officials raise the hazard of a coup, fear lowers it."""

    canon = ("leader-turns-on-apparatus", "structure-over-personality", "army-bonapartism")
    source = "Svolik 2012; canon: leader-turns-on-apparatus, structure-over-personality, army-bonapartism"
    luck = ("coup",)
    signs = (
        Sign("purge_rate", "coup_hazard", +1),
        Sign("bureaucracy_cohesion", "coup_hazard", +1, {"purge_rate": 0.3}),
        Sign("leader_concentration", "coup_hazard", -1, {"purge_rate": 0.3}),
        Sign("army_coup", "bureaucracy_autonomy", +1),
    )

    rate: float = parameter(LogNormal(0.3, 0.4), "1/year", "assumption")
    line: float = fixed(0.03, "1/year", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the hazard and what a coup does."""
        bold = (1 - now.leader_concentration) ** 2
        against = (now.line_left + now.line_right) * now.bureaucracy_autonomy
        hazard = (
            self.rate * now.purge_rate * (0.3 + 0.7 * now.bureaucracy_cohesion) * bold
            + self.line * against * bold
        )
        hazard = jnp.clip(jnp.maximum(hazard, year.lever.army_coup), 0.0, 1.0) * (1 - now.ended)
        coup = jnp.where(year.luck["coup"] < hazard, 1.0, 0.0)
        yield Set("coup_hazard", hazard)
        yield Set("coup", coup)
        yield Add("leader_concentration", -0.5 * coup * now.leader_concentration)
        yield Add("leader_years", -coup * now.leader_years)
        yield Add("leaders", coup)
        yield Set("terror", now.terror * (1 - coup))
        yield Add("bureaucracy_autonomy", 0.3 * year.lever.army_coup * (1 - now.bureaucracy_autonomy))

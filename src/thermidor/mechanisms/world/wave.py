r"""Risings abroad feed the next ones; fronts, alliances and defeat without another pole damp them.

.. math:: w' = \phi\,(0.55 w + 0.35\min(n/2, 1.5) + 0.4\min(v, 1)) + 0.15\,p\,A - 0.1\,l\,q + \text{closure}

:math:`n` upheavals, :math:`v` wins, :math:`A` arrival of the army abroad, :math:`p` prestige;
:math:`\phi` restraint by popular fronts and war alliance; :math:`l` losses under obedient parties where
no other pole :math:`q` stands ready.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(revolution_wave=0.4, wins_abroad=1.0, cp_subordination=0.0)
>>> amounts(list(Wave()(now, year())))["revolution_wave"]
0.62
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year
from .begun import once_begun


@mechanism
class Wave(Mechanism):
    """The intensity of movements abroad follows risings and wins, and what parties make of them."""

    canon = (
        "revolution-contagion",
        "revolution-morale-feedback",
        "popular-front-demobilisation",
        "wartime-strike-restraint",
        "red-army-arrival-stimulus",
        "alternative-pole-or-retreat",
    )
    source = "Polity and world trial run, section 2 (wave); restraints after the canon, sizes are assumptions"
    signs = (
        Sign("wins_abroad", "revolution_wave", +1),
        Sign("upheaval", "revolution_wave", +1, {"upheaval": 0.05}),
        Sign("fascism", "revolution_wave", -1, {"fascism": 0.5, "cp_subordination": 0.8}),
        Sign("war_over", "revolution_wave", +1, {"victory": 1.0, "war_over": 0.5}),
        Sign(
            "losses_abroad",
            "revolution_wave",
            -1,
            {"cp_subordination": 0.5, "foreign_cp_strength": 0.5, "opposition_strength": 0.1},
        ),
    )

    front: float = fixed(0.15, "share", "polity and world trial run (assumption)")
    alliance: float = fixed(0.2, "share", "polity and world trial run (assumption)")
    arrival: float = fixed(0.15, "index", "polity and world trial run (assumption)")
    rout: float = fixed(0.2, "index", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the changes of this year."""
        front = self.front * now.cp_subordination * now.fascism
        allied = self.alliance * now.cp_subordination * now.foreign_cp_strength * now.fighting
        stirred = 0.35 * jnp.minimum(now.upheaval.sum() / 2, 1.5) + 0.4 * jnp.minimum(now.wins_abroad, 1.0)
        arrival = self.arrival * now.ussr_prestige * now.victory * now.war_over
        alone = (
            jnp.maximum(0.5 - now.opposition_strength, 0.0) * now.cp_subordination * now.foreign_cp_strength
        )
        rout = self.rout * jnp.minimum(now.losses_abroad, 2.0) * alone
        new = (
            (1 - front) * (1 - allied) * (0.55 * now.revolution_wave + stirred)
            + arrival
            - rout
            + now.wave_drive
        )
        yield Set("revolution_wave", once_begun(year, now.revolution_wave, new))

r"""War on own soil, as far as levers and revolution abroad leave it standing.

.. math:: i_t = I_t\,\lambda(1-g), \qquad w_t = W_t\,[I_t > 0 ? i_t/I_t : 1 - c(1-\iota)]

:math:`I` invasion and :math:`W` dislocation are forcings, :math:`\lambda` the invasion lever, :math:`g`
a workers' Germany, :math:`\iota` the intensity of intervention, which carries the share :math:`c` of the
civil war. A war is over in the year its intensity falls below half; an invasion then is beaten.

>>> from thermidor.frame.example import amounts, state, year
>>> now, last = state(invasion_force=0.8, fighting=0.8), year(invasion=0.4, war_on_own_soil=0.2)
>>> end = amounts(list(War()(now, last)))
>>> end["war_over"], end["victory"], amounts(list(War()(state(), year(invasion=0.0))))["victory"]
(1.0, 1.0, 0.0)
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year
from .countries import GERMANY


@mechanism
class War(Mechanism):
    """Dislocation, the end of a war and victory follow from what is fought, not from a date."""

    canon = ("intervention-destruction",)
    source = "Polity and world trial run, section 2, state version of era marks"
    signs = (
        Sign(
            "intervention_intensity",
            "war",
            +1,
            {"intervention": 0.8, "war_on_own_soil": 0.8, "intervention_intensity": 0.5},
        ),
        Sign("invasion", "war", +1, {"invasion": 0.5, "war_on_own_soil": 0.8}),
    )

    foreign_share: float = fixed(
        0.5, "share of civil war carried by intervention", "polity and world trial run (assumption)"
    )
    rebuilding: float = fixed(0.15, "1/year", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the changes of this year."""
        kept = jnp.clip(year.lever.invasion, 0.0, 1.0) * (1 - now.won[GERMANY])
        invasion = jnp.clip(year.forcing.invasion, 0.0, 1.0) * kept
        foreign = jnp.where(year.forcing.intervention > 0, self.foreign_share, 0.0)
        civil = jnp.clip(1 - foreign * (1 - year.lever.intervention_intensity), 0.0, 1.2)
        civil = jnp.where(year.forcing.invasion > 0, kept, civil)
        dislocation = jnp.clip(year.forcing.war_on_own_soil * civil, 0.0, 1.0)
        fighting = jnp.where(year.forcing.invasion > 0, invasion, dislocation)
        over = (now.fighting >= 0.5) & (fighting < 0.5)
        beaten = (now.invasion_force >= 0.5) & (invasion < 0.5)
        need = jnp.maximum((1 - self.rebuilding) * now.reconstruction_need, invasion)
        yield Set("intervention", year.forcing.intervention * year.lever.intervention_intensity)
        yield Set("war", dislocation)
        yield Set("fighting", fighting)
        yield Set("war_over", over)
        yield Set("victory", jnp.maximum(now.victory, beaten))
        yield Set("invasion_force", invasion)
        yield Set("reconstruction_need", need)
        yield Set("nuclear", year.forcing.warheads_both)

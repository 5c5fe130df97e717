r"""Met needs and a higher culture take away the function that officials perform.

.. math:: \Delta x^{*} = 1.3\,(0.75 + 1.6\,s - 0.5\,C/N - 0.45\,k)^{+}\,(0.25 + 0.75\,B)\,(0.45 + 0.55\,L)

:math:`C/N` is consumption against what the time counts as need, :math:`k` culture, :math:`s` want.
Autonomy shrinks with :math:`k\,C/N`. Numbers of the trial run.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(scarcity=0.1, needs_met=1.2, culture_level=0.5, bureaucracy_autonomy=0.9)
>>> amounts(list(AbundanceObviatesBureaucracy(strength=1.0)(now, year())))
{'coercion_drive': 0.065672, 'bureaucracy_autonomy': -0.0054}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class AbundanceObviatesBureaucracy(Mechanism):
    """Coercion and autonomy fall as needs are met and culture rises."""

    canon = ("abundance-obviates-bureaucracy",)
    source = "Pablo 1945; Trotsky 1939-40, In Defence of Marxism; slot coercion"
    signs = (
        Sign("culture_level", "coercion_drive", -1),
        Sign("needs_met", "coercion_drive", -1),
        Sign("scarcity", "coercion_drive", +1),
        Sign("culture_level", "bureaucracy_autonomy", -1),
    )

    strength: float = strength("coercion")
    slope: float = fixed(1.3, "1", "polity trial run (assumption)")
    fading: float = fixed(0.01, "1/year", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the coercion that is left to do."""
        met = jnp.clip(now.needs_met, 0.0, 2.0)
        function = 0.75 + 1.6 * now.scarcity - 0.5 * met - 0.45 * now.culture_level
        police = (0.25 + 0.75 * now.bureaucracy_autonomy) * (0.45 + 0.55 * now.leader_concentration)
        yield Add("coercion_drive", self.strength * jnp.clip(self.slope * function, 0.0, 1.2) * police)
        yield Add(
            "bureaucracy_autonomy",
            -self.strength * self.fading * met * now.culture_level * now.bureaucracy_autonomy,
        )

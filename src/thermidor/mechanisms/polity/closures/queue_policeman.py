r"""Scarcity makes queues, queues need a policeman, and the policeman decides who is served first.

.. math:: \Delta x^{*} = q\,\mathrm{clip}(s - s_0, 0, s_1)\,(0.25 + 0.75\,B)\,(0.45 + 0.55\,L)

:math:`s` is want: goods missing, hunger, poverty against need; :math:`B` autonomy of the apparatus,
:math:`L` concentration of decision. Part of the need hardens into autonomy. Numbers of the trial run.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(scarcity=0.3, bureaucracy_autonomy=0.9, leader_concentration=0.7)
>>> amounts(list(QueuePoliceman(strength=1.0)(now, year())))
{'coercion_drive': 0.55611, 'bureaucracy_autonomy': 0.001112}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class QueuePoliceman(Mechanism):
    """Coercion rises with want above a threshold."""

    canon = ("queue-policeman",)
    source = "Trotsky 1936, The Revolution Betrayed, chapter 5; slot coercion"
    signs = (
        Sign("scarcity", "coercion_drive", +1, {"scarcity": 0.3}),
        Sign("scarcity", "bureaucracy_autonomy", +1, {"scarcity": 0.3}),
    )

    strength: float = strength("coercion")
    slope: float = fixed(3.0, "1", "polity trial run (assumption)")
    threshold: float = fixed(0.06, "1", "polity trial run (assumption)")
    full: float = fixed(0.35, "1", "polity trial run (assumption)")
    hardening: float = fixed(0.02, "1", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the police that queues call for."""
        queue = jnp.clip(now.scarcity - self.threshold, 0.0, self.full)
        police = (0.25 + 0.75 * now.bureaucracy_autonomy) * (0.45 + 0.55 * now.leader_concentration)
        need = self.slope * queue * police
        yield Add("coercion_drive", self.strength * need)
        yield Add(
            "bureaucracy_autonomy", self.strength * self.hardening * need * (1 - now.bureaucracy_autonomy)
        )

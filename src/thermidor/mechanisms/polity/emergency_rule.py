r"""Emergency rule rises with war in a year and decays over years: a ratchet.

.. math:: E' = \max(E\, 2^{-1/T},\; 0.95 \max(I, w),\; 0.7 [\mathrm{drive}])

:math:`T` half-life (a theory may lengthen it), :math:`I` intervention, :math:`w` war on own soil; the
drive is the first four years after the turn to force.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(EmergencyRule(half_life=5.0)(state(emergency_rule=0.9), year())))
{'emergency_rule': 0.783496}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year
from .gates import within


@mechanism
class EmergencyRule(Mechanism):
    """Commissar rule taken up for war is kept after it."""

    canon = ("emergency-rule-ratchet",)
    source = "canon: emergency-rule-ratchet; trial run of the polity block"
    signs = (
        Sign("intervention", "emergency_rule", +1, {"intervention": 0.6}),
        Sign("emergency_rule", "emergency_rule", +1),
    )

    half_life: float = parameter(Uniform(3.0, 10.0), "year", "polity trial run")
    drive: float = fixed(0.7, "index", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the scope of rule by decree."""
        kept = now.emergency_rule * 2.0 ** (-1.0 / self.half_life)
        driving = self.drive * now.turn * within(5.0 - now.turn_years)
        threat = 0.95 * jnp.maximum(now.intervention, now.war)
        coup = 0.8 * year.lever.army_coup
        yield Set("emergency_rule", jnp.maximum(jnp.maximum(kept, threat), jnp.maximum(driving, coup)))

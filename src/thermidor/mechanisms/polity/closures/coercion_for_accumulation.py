r"""Coercion serves accumulation: camps, labour law and norms build what rivalry makes necessary.

.. math:: \Delta x^{*} = 2.1\,c\,\pi\,(0.25 + 0.75\,(2 v - 0.55)^{+})\,(0.45 + 0.55\,L)

:math:`\pi = 0.5\,(i + m)/0.35 + 0.5\,\ell` is the pressure of investment :math:`i`, arms :math:`m` and
rivals :math:`\ell`; :math:`v` the peasant share, from which raw labour is still to be made. The slope
brings the driver to the common size of the middle of the second plan.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(regulator_command=0.9, investment_share=0.25, military_share=0.1, peasant_share=0.65)
>>> amounts(list(CoercionForAccumulation(strength=1.0)(now, year())))
{'coercion_drive': 0.49332, 'worker_control': -0.0}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class CoercionForAccumulation(Mechanism):
    """Coercion rises with accumulation and arms while there are peasants to turn into workers."""

    canon = ("forced-labour-accumulation", "one-man-management")
    source = "Cliff 1948, State Capitalism in Russia, chapter 1; slot coercion"
    signs = (
        Sign("investment_share", "coercion_drive", +1),
        Sign("military_share", "coercion_drive", +1),
        Sign("investment_share", "worker_control", -1, {"turn": 1.0, "worker_control": 0.5}),
    )

    strength: float = strength("coercion")
    slope: float = fixed(2.1, "1", "common size of drivers in the middle of the second plan (assumption)")
    manager: float = fixed(0.1, "1", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the force that accumulation needs, and what it takes from the shop floor."""
        rivals = jnp.clip(now.rival_log_pressure, 0.0, 1.0)
        pressure = 0.5 * (now.investment_share + now.military_share) / 0.35 + 0.5 * rivals
        raw = 0.25 + 0.75 * jnp.clip(2 * now.peasant_share - 0.55, 0.0, 1.0)
        need = self.slope * now.regulator_command * pressure * raw * (0.45 + 0.55 * now.leader_concentration)
        yield Add("coercion_drive", self.strength * jnp.clip(need, 0.0, 1.2))
        yield Add("worker_control", -self.strength * self.manager * now.turn * pressure * now.worker_control)

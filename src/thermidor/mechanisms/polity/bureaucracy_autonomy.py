r"""Autonomy of the apparatus: it grows where nobody can remove an official.

.. math:: B' = B + 0.33 u (1-B) + b_s (1-D)(1-B) - b_b D \min(P,1) B - 0.06 (1-i) B - 0.12 r B + \Delta

:math:`u` usurpation, :math:`D` soviet democracy, :math:`P` worker power, :math:`i` isolation, :math:`r`
reform, :math:`\Delta` what closures add.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(BureaucracyAutonomy()(state(usurpation=0.3, soviet_democracy=0.3), year())))
{'bureaucracy_autonomy': 0.09804}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year


@mechanism
class BureaucracyAutonomy(Mechanism):
    """Officials free themselves from control as soviets and workers weaken; help from outside checks them."""

    canon = ("isolation-degeneration",)
    source = "canon: isolation-degeneration; trial run of the polity block"
    signs = (
        Sign("usurpation", "bureaucracy_autonomy", +1),
        Sign("soviet_democracy", "bureaucracy_autonomy", -1, {"bureaucracy_autonomy": 0.4}),
        Sign("isolation", "bureaucracy_autonomy", +1, {"isolation": 0.5, "bureaucracy_autonomy": 0.5}),
    )

    drift: float = parameter(Uniform(0.01, 0.05), "1/year", "polity trial run (B_s)")
    check: float = parameter(
        Uniform(0.1, 0.3), "1/year", "polity trial run (B_b); no reversal seen in the record"
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the freedom of the apparatus from control from below."""
        held, power = now.bureaucracy_autonomy, jnp.minimum(now.worker_power, 1.0)
        gain = (0.33 * now.usurpation + self.drift * (1.0 - now.soviet_democracy)) * (1.0 - held)
        checks = self.check * now.soviet_democracy * power + 0.06 * (1.0 - now.isolation) + 0.12 * now.reform
        moved = gain - checks * held + now.autonomy_drive * (1.0 - held)
        yield Add("bureaucracy_autonomy", moved)

r"""Soviet democracy: lost to usurpation and decree, regained only from below and with help from outside.

.. math:: D' = D - D (0.6 u (1 - 0.5 P) + 0.55 d_E E) + d_r (1-D) P (1-E)(1-B)^2 (1 + 2(1-i))(1 + 2r)

:math:`u` usurpation, :math:`P` worker power, :math:`E` emergency rule, :math:`B` autonomy of the
apparatus, :math:`i` isolation, :math:`r` reform. Recovery was never seen in the record: its rate is a
prior. The army's coup (contrast) leaves a fifth.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(usurpation=0.3, emergency_rule=0.9, worker_power=0.6)
>>> amounts(list(SovietDemocracy()(now, year())))
{'soviet_democracy': 0.544892}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year
from .gates import within


@mechanism
class SovietDemocracy(Mechanism):
    """Plurality and recall decline under isolation and decree and recover through workers' power."""

    canon = ("isolation-degeneration", "army-bonapartism")
    source = "canon: isolation-degeneration; trial run of the polity block"
    signs = (
        Sign("usurpation", "soviet_democracy", -1),
        Sign("emergency_rule", "soviet_democracy", -1),
        Sign("isolation", "soviet_democracy", -1, {"isolation": 0.5, "soviet_democracy": 0.2}),
        Sign("worker_power", "soviet_democracy", +1, {"worker_power": 0.5, "usurpation": 0.3}),
        Sign("free_soviets", "soviet_democracy", +1, {"soviet_democracy": 0.2}),
        Sign("army_coup", "soviet_democracy", -1),
    )

    decree: float = parameter(Uniform(0.15, 0.45), "1/year", "polity trial run (D_E)")
    recovery: float = parameter(Uniform(0.02, 0.10), "1/year", "polity trial run (D_rec); not identified")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return contested elections, plurality and recall."""
        held, power = now.soviet_democracy, jnp.minimum(now.worker_power, 1.5)
        loss = 0.6 * now.usurpation * (1.0 - 0.5 * power) + 0.55 * self.decree * now.emergency_rule
        ground = power * (1.0 - now.emergency_rule) * (1.0 - now.bureaucracy_autonomy) ** 2
        help_ = (1.0 + 2.0 * (1.0 - now.isolation)) * (1.0 + 2.0 * now.reform)
        free = year.lever.free_soviets
        moved = held * (1.0 - within(loss) * (1.0 - free)) + self.recovery * (1.0 - held) * ground * help_
        kept = jnp.maximum(moved, 0.7 * free)
        yield Set("soviet_democracy", kept * (1.0 - 0.8 * year.lever.army_coup))

r"""The workers of 1917: worn down by war, hunger and promotion, replaced slowly by schooling in struggle.

.. math:: V' = V e^{-a(0.10 I + 0.12 h + 0.05 (-g)^+ + 0.02(1-R)) - 0.01 - 0.3 Z}
          + \tau c W (0.3 + 0.7 O)(1 - 0.8 X)
.. math:: A = V / W

:math:`I` intervention, :math:`h` dearth, :math:`g` growth in units of five per cent, :math:`R` world
revolution, :math:`Z` terror, :math:`c` culture, :math:`W` workers, :math:`O` self-organisation, :math:`X`
coercion. New workers from the village dilute: :math:`W` in the denominator.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(advanced_workers=0.35, worker_index=2.0, intervention=1.0, dearth=0.5)
>>> amounts(list(AdvancedWorkers()(now, year())))
{'advanced_workers': 0.295017, 'advanced_worker_share': 0.147508}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year
from .gates import above


@mechanism
class AdvancedWorkers(Mechanism):
    """Experienced workers are lost to front, hunger and office, and diluted by newcomers."""

    canon = ("war-attrition-of-working-class", "rural-influx-dilution")
    source = "canon: war-attrition, dilution; trial run of the polity block"
    signs = (
        Sign("intervention", "advanced_workers", -1),
        Sign("dearth", "advanced_workers", -1),
        Sign("worker_index", "advanced_worker_share", -1, {"worker_index": 1.5}),
        Sign("terror", "advanced_workers", -1),
    )

    attrition: float = parameter(Uniform(0.6, 1.4), "1", "polity trial run; not identified by the record")
    schooling: float = parameter(
        Uniform(0.004, 0.02), "1/year", "polity trial run; not identified by the record"
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return their number and their share."""
        decline = above(-now.growth_five_years / 0.05)
        strain = (
            0.10 * now.intervention + 0.12 * now.dearth + 0.05 * decline + 0.02 * (1.0 - now.world_revolution)
        )
        kept = now.advanced_workers * jnp.exp(-self.attrition * strain - 0.01 - 0.3 * now.terror)
        school = (
            self.schooling * now.culture_level * now.worker_index * (0.3 + 0.7 * now.worker_self_organisation)
        )
        number = kept + school * (1.0 - 0.8 * now.coercion)
        yield Set("advanced_workers", number)
        yield Set("advanced_worker_share", number / jnp.maximum(now.worker_index, 0.05))

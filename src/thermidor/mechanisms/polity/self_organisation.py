r"""Independent organisation of workers: built in action, broken by police means and by newcomers.

.. math:: O' = O + 0.10 P(1-X)(1-O)(1+1.5 r) - 0.35 X O - 0.42 d O - 0.10(1-D) O (1-r)

:math:`P` worker power, :math:`X` coercion, :math:`d` dilution by new workers, :math:`r` reform under way.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(SelfOrganisation()(state(coercion=0.6, worker_power=0.3), year())))
{'worker_self_organisation': 0.4878}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class SelfOrganisation(Mechanism):
    """Repression and upheaval leave workers atomised; openings let them organise again."""

    canon = ("atomisation", "rural-influx-dilution")
    source = "canon: atomisation; trial run of the polity block"
    signs = (
        Sign("coercion", "worker_self_organisation", -1),
        Sign("urban_dilution", "worker_self_organisation", -1),
        Sign("worker_power", "worker_self_organisation", +1),
        Sign("worker_organisation", "worker_self_organisation", +1, {"worker_organisation": 0.7}),
    )

    breaking: float = parameter(LogNormal(0.35, 0.25), "1/year", "polity trial run (assumption)")
    dilution: float = parameter(LogNormal(0.42, 0.25), "1/year", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the density of independent organisations, at least what a scenario builds up."""
        held = now.worker_self_organisation
        built = 0.10 * now.worker_power * (1.0 - now.coercion) * (1.0 - held) * (1.0 + 1.5 * now.reform)
        lost = self.breaking * now.coercion + self.dilution * now.urban_dilution
        closed = 0.10 * (1.0 - now.soviet_democracy) * (1.0 - now.reform)
        organised = held + built - (lost + closed) * held
        yield Set("worker_self_organisation", jnp.maximum(organised, year.lever.worker_organisation))

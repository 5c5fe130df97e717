r"""Class or caste as a number: the capacity of the apparatus to act as one.

.. math:: k' = k + 0.2 (k^* - k)

:math:`k^*` is what the closures of the slot ruling-group say.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(Cohesion()(state(cohesion_target=0.8), year())))
{'bureaucracy_cohesion': 0.12}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year
from .gates import within


@mechanism
class Cohesion(Mechanism):
    """The apparatus tends to the cohesion that its social nature allows."""

    canon = ("caste-not-class", "declasse-recruitment")
    source = "canon: slot ruling-group; trial run of the polity block"
    signs = (
        Sign("cohesion_target", "bureaucracy_cohesion", +1),
        Sign("purge_rate", "bureaucracy_cohesion", -1),
    )

    settling: float = fixed(0.2, "1/year", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return cohesion; purges break it for a time."""
        gap = within(now.cohesion_target) - now.bureaucracy_cohesion
        yield Add(
            "bureaucracy_cohesion", self.settling * gap - 0.15 * now.purge_rate * now.bureaucracy_cohesion
        )

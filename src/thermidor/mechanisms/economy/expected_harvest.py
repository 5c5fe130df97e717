r"""Planners expect what they have seen: this year's crop shifts next year's expectation by a third.

.. math:: \bar H' = \bar H + 0.35\,(H - \bar H)

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(ExpectedHarvest(learning=0.5)(state(expected_harvest=80.0, grain_output=60.0), year())))
{'expected_harvest': 70.0}
"""

from collections.abc import Iterator

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class ExpectedHarvest(Mechanism):
    """Expectations of the harvest adapt with a lag."""

    canon = ("collectivisation-famine",)
    source = "Meng, Qian and Yared 2015 (procurement on predicted output); economy trial run 2.1"
    signs = (Sign("grain_output", "expected_harvest", +1),)

    learning: float = fixed(0.35, "1/year", "economy trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the harvest expected next year."""
        yield Set(
            "expected_harvest",
            now.expected_harvest + self.learning * (now.grain_output - now.expected_harvest),
        )

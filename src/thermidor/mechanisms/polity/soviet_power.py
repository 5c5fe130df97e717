r"""The new state exists: the initial condition of the polity, taken where the old state was weakest.

.. math:: p = f

:math:`f` forcing: whether soviets have taken power. Nothing political moves before.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(SovietPower()(state(), year(soviet_power=1.0))))
{'soviet_power': 1.0}
"""

from collections.abc import Iterator

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class SovietPower(Mechanism):
    """A workers' party holds power in a poor country."""

    canon = ("weakest-link-seizure",)
    source = "canon: weakest-link-seizure (initial condition of every run)"
    signs = (Sign("soviet_power", "soviet_power", +1),)

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return whether the new state exists."""
        yield Set("soviet_power", year.forcing.soviet_power)

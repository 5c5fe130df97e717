r"""Easy deposits are used first: fuel from further off costs more fuel and haul.

.. math:: \Delta \epsilon = s\,k\,d

:math:`d` extra cost of resources (a forcing), :math:`s` the pace at which energy use follows its aim, so
that in the long run energy used up per unit stands :math:`k d` higher. Allen 2003, chapter 10: investment
went into keeping up the output of mines and fields.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(Depletion()(state(), year(depletion=0.4))))
{'energy_intensity': 0.024}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Depletion(Mechanism):
    """Depletion and distance raise the energy that output uses up."""

    canon = ("voluntarist-sprint-exhaustion",)
    source = "Allen 2003, chapter 10; size an assumption"
    signs = (Sign("depletion", "energy_intensity", +1),)

    pace: float = fixed(0.2, "1/year", "as in the industrial indices")
    haul: float = fixed(0.3, "index per unit of extra cost", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the rise of energy used up per unit of output."""
        yield Add("energy_intensity", self.pace * self.haul * year.forcing.depletion)

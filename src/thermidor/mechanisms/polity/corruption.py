r"""Officials who live by the second economy answer to its clients, not to each other.

.. math:: \Delta \kappa = -a\,e\,\kappa

:math:`e` reach of the second economy, :math:`\kappa` cohesion of the apparatus: where shops are empty,
posts are sources of favours and bribes (Grossman 1977).

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(Corruption()(state(second_memory=0.1, bureaucracy_cohesion=0.5), year())))
{'bureaucracy_cohesion': -0.0025}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Corruption(Mechanism):
    """The second economy loosens the cohesion of officials."""

    canon = ("second-economy",)
    source = "Grossman 1977; size an assumption"
    signs = (Sign("second_memory", "bureaucracy_cohesion", -1),)

    bribed: float = fixed(0.05, "1/year at full reach", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return cohesion lost to favours."""
        yield Add("bureaucracy_cohesion", -self.bribed * now.second_memory * now.bureaucracy_cohesion)

r"""Non-farm labour: those at work, and camp and exile labour at what it is worth.

.. math:: L = W + E + T + w_p G + w_x X

Prisoners and deported villagers build sites for a ration below a wage and with little effort;
the weights say how many free workers one of them replaces.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(workers=6.0, employees=4.0, specialists=0.5, prisoners=1.0, exiles=1.0)
>>> amounts(list(LabourForce()(now, year())))
{'labour_force': 11.3}
"""

from collections.abc import Iterator

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class LabourForce(Mechanism):
    """Count the labour on which the non-farm sectors can draw."""

    canon = ("forced-labour-accumulation",)
    source = "Gregory and Lazarev 2003 on camp labour; weights an assumption of the economy trial run"
    signs = (Sign("prisoners", "labour_force", +1), Sign("exiles", "labour_force", +1))

    prisoner: float = parameter(LogNormal(0.5, 0.3), "worker per prisoner", "economy trial run (assumption)")
    exile: float = parameter(LogNormal(0.3, 0.3), "worker per exile", "families among exiles (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the labour force."""
        free = now.workers + now.employees + now.specialists
        yield Set("labour_force", free + self.prisoner * now.prisoners + self.exile * now.exiles)

r"""An army without its commanders loses more ground in the first years of war.

.. math:: \Delta D = o\,w\,q\,(1 - D)

:math:`D` is dislocation by war, :math:`w` the invasion, :math:`q` the share of commanders lost and not
yet replaced. It adds to what the war itself destroys.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(war=0.8, officer_loss=0.4, disorder=0.5)
>>> amounts(list(OfficerPurgeWeakening(loss=0.25)(now, year())))
{'disorder': 0.04}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class OfficerPurgeWeakening(Mechanism):
    """Lost commanders add to the dislocation of war."""

    canon = ("officer-purge-weakening",)
    source = "Erickson 1962; Reese 1996; coefficient an assumption"
    signs = (Sign("officer_loss", "disorder", +1, {"war": 0.8}),)

    loss: float = parameter(LogNormal(0.25, 0.4), "1", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return added dislocation."""
        yield Add("disorder", self.loss * now.war * now.officer_loss * (1 - now.disorder))

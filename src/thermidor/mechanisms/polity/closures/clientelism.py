r"""Workers live as clients of the plant and of cliques that hand out what shops do not hold.

.. math:: \Delta O = -a\,O\,B\,(0.3 + s), \quad \Delta \lambda = b\,B\,(0.3
   + s), \quad \Delta \mathit{Leg} = c\,B\,s

:math:`s` is shortage, :math:`B` autonomy of the apparatus: what is scarce binds its receiver to the
giver. It ties hands more than it wins hearts.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(shortage=0.3, bureaucracy_autonomy=0.9, worker_self_organisation=0.3)
>>> amounts(list(Clientelism(strength=1.0)(now, year())))
{'worker_self_organisation': -0.0081, 'labour_drive': 0.108, 'legitimacy': 0.0027}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class Clientelism(Mechanism):
    """Goods handed out at the workplace raise the cost of dissent."""

    canon = ("clientelism",)
    source = "Ticktin 1992; Walder 1986; slot labour"
    signs = (
        Sign("shortage", "worker_self_organisation", -1),
        Sign("shortage", "labour_drive", +1),
    )

    strength: float = strength("labour")
    loss: float = fixed(0.05, "1/year", "polity trial run (assumption)")
    grip: float = fixed(0.2, "1", "polity trial run (assumption)")
    thanks: float = fixed(0.01, "1/year", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return what patronage at work does."""
        tie = now.bureaucracy_autonomy * (0.3 + now.shortage)
        yield Add("worker_self_organisation", -self.strength * self.loss * tie * now.worker_self_organisation)
        yield Add("labour_drive", self.strength * self.grip * tie)
        yield Add("legitimacy", self.strength * self.thanks * now.bureaucracy_autonomy * now.shortage)

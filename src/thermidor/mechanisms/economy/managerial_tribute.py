r"""What looks like profit is a levy on managers, who hide from it what they can.

.. math:: \ell \mathrel{+}= \tau\,\kappa\,n\,(1 - m)

:math:`\kappa` orders not executed as intended, :math:`m` role of money. Hidden reserves escape the levy:
less is remitted for investment, and true capacity stays unknown.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(nationalised_share=1.0, control_loss=0.3, money_role=0.4)
>>> amounts(list(ManagerialTribute(strength=1.0)(now, year())))
{'remittance_leak': 0.054}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year


@mechanism
class ManagerialTribute(Mechanism):
    """Managers keep back a part of the surplus."""

    canon = ("managerial-tribute",)
    source = "Ticktin 1992; slot property"
    signs = (
        Sign("control_loss", "remittance_leak", +1, {"money_role": 0.4, "nationalised_share": 1.0}),
        Sign("money_role", "remittance_leak", -1, {"money_role": 0.4, "nationalised_share": 1.0}),
    )

    strength: float = strength("property")
    levy: float = fixed(0.3, "share", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return what plants keep back."""
        evaded = now.control_loss * now.nationalised_share * (1 - now.money_role)
        yield Add("remittance_leak", self.strength * self.levy * evaded)

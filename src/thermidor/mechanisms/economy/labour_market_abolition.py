r"""With everything nationalised there is no competition for labour, and wages lose their meaning.

.. math:: m \mathrel{-}= \mu\,n\,(1 - e)

:math:`m` role of money, :math:`n` nationalised share, :math:`e` second economy, where wages still buy.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(nationalised_share=1.0, second_share=0.1)
>>> amounts(list(LabourMarketAbolition(strength=1.0)(now, year())))
{'money_drive': 0.135}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year


@mechanism
class LabourMarketAbolition(Mechanism):
    """Nationalisation takes from money its power over labour."""

    canon = ("labour-market-abolition",)
    source = "Ticktin 1992; slot property"
    signs = (
        Sign("nationalised_share", "money_drive", +1),
        Sign("second_share", "money_drive", -1, {"nationalised_share": 1.0}),
    )

    strength: float = strength("property")
    loss: float = fixed(0.15, "share", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the role that money loses."""
        yield Add("money_drive", self.strength * self.loss * now.nationalised_share * (1 - now.second_share))

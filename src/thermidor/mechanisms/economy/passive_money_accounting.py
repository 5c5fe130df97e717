r"""Money records what physical targets decide; it moves neither hands nor machines.

.. math:: m \mathrel{-}= \mu\,c, \qquad h \mathrel{+}= \eta\,c

:math:`c` command. Plants answer to tonnes: what they cost is met, what they can get they keep.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(regulator_command=0.9)
>>> amounts(list(PassiveMoneyAccounting(strength=1.0)(now, year())))
{'money_drive': 0.135, 'hoarding_drive': 0.009}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year


@mechanism
class PassiveMoneyAccounting(Mechanism):
    """Command makes money a mere account."""

    canon = ("passive-money-accounting",)
    source = "Ticktin 1992; Kornai 1980; slot regulation"
    signs = (
        Sign("regulator_command", "money_drive", +1),
        Sign("regulator_command", "hoarding_drive", +1),
    )

    strength: float = strength("regulation")
    loss: float = fixed(0.15, "share", "assumption")
    kept: float = fixed(0.01, "share of workforce", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the role that money loses and what plants keep."""
        yield Add("money_drive", self.strength * self.loss * now.regulator_command)
        yield Add("hoarding_drive", self.strength * self.kept * now.regulator_command)

r"""The party right leans on rich peasants, traders and specialists, and loses its ground with the market.

.. math:: R' = R + 0.2 (0.1 + 0.45 K n + 0.2 s + 0.4 \ell_r - R) - 0.4 T R

:math:`K` weight of rich peasants, :math:`n` NEP, :math:`s` specialists, :math:`T` turn.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(PartyRight()(state(nep=1.0, kulak_weight=0.6), year())))
{'right_strength': 0.058}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class PartyRight(Mechanism):
    """Market freedom gives the right a social base; the turn takes it away."""

    canon = ("nep-differentiation", "reaction-infiltration")
    source = "canon: left-right-balancing (reads), nep-differentiation; assumption for the rates"
    signs = (
        Sign("kulak_weight", "right_strength", +1, {"nep": 1.0}),
        Sign("turn", "right_strength", -1),
    )

    base: float = parameter(LogNormal(0.45, 0.3), "1", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the organised weight of the right."""
        aim = (
            0.1 + self.base * now.kulak_weight * now.nep + 0.2 * now.specialist_weight + 0.4 * now.line_right
        )
        yield Add("right_strength", 0.2 * (aim - now.right_strength) - 0.4 * now.turn * now.right_strength)

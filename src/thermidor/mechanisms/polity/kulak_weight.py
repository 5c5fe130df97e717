r"""Rich peasants and traders gain weight in a free market, and lose it without one.

.. math:: K' = K + 0.09\,(0.7 + c)\, n (1-K) - 0.12 (1-n) K - 0.3 T K

:math:`n` NEP, :math:`c` concessions (lease, hire, tax, title; 0.3 as in history), :math:`T` turn.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(KulakWeight()(state(nep=1.0), year())))
{'kulak_weight': 0.063}
>>> amounts(list(KulakWeight()(state(turn=1.0), year())))
{'kulak_weight': -0.126}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class KulakWeight(Mechanism):
    """Market freedom enlarges traders and rich peasants; force removes them."""

    canon = ("nep-differentiation",)
    source = "canon: nep-differentiation; trial run of the polity block"
    signs = (
        Sign("nep", "kulak_weight", +1),
        Sign("kulak_concessions", "kulak_weight", +1, {"nep": 1.0}),
        Sign("turn", "kulak_weight", -1),
    )

    growth: float = parameter(LogNormal(0.09, 0.3), "1/year", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return their economic and political weight."""
        held = now.kulak_weight
        gain = self.growth * (0.7 + year.lever.kulak_concessions) * now.nep * (1.0 - held)
        back = 0.1 * now.restored * (1.0 - held)
        yield Add(
            "kulak_weight",
            gain + back - (0.12 * (1.0 - now.nep) + 0.3 * now.turn) * held * (1.0 - now.restored),
        )

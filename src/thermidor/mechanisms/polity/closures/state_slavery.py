r"""Disfranchised producers are held by the state together with the means of production.

.. math:: \Delta \lambda = b\,n\,(1 - D)\,(0.4 + 0.6\,X), \quad \Delta x^{*} = 0.1\,n\,(1-D)

:math:`n` is the nationalised share, :math:`D` soviet democracy, :math:`X` coercion: the more property
is the state's and the less the state is theirs, the tighter labour is bound.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(nationalised_share=0.95, soviet_democracy=0.05, coercion=0.7)
>>> amounts(list(StateSlavery(strength=1.0)(now, year())))
{'labour_drive': 0.518035, 'coercion_drive': 0.09025}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class StateSlavery(Mechanism):
    """State property without democracy binds labour."""

    canon = ("state-slavery",)
    source = "Shachtman 1951; slot labour"
    signs = (
        Sign("nationalised_share", "labour_drive", +1),
        Sign("soviet_democracy", "labour_drive", -1),
    )

    strength: float = strength("labour")
    grip: float = fixed(0.7, "1", "polity trial run (assumption)")
    police: float = fixed(0.1, "1", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the binding of labour."""
        owned = now.nationalised_share * (1 - now.soviet_democracy)
        yield Add("labour_drive", self.strength * self.grip * owned * (0.4 + 0.6 * now.coercion))
        yield Add("coercion_drive", self.strength * self.police * owned)

r"""State property serves its holders: with democracy the producers, without it the machine of rule.

.. math:: \Delta p = 0.16\, n\,(1 - 2D)

:math:`n` nationalised share, :math:`D` soviet democracy: above one half the effect changes sign.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(nationalised_share=0.9, soviet_democracy=0.1)
>>> amounts(list(StateOwnershipDemocracyInteraction(strength=1.0)(now, year())))
{'privilege_drive': 0.1152}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class StateOwnershipDemocracyInteraction(Mechanism):
    """Concentrated property makes undemocratic rule worse and democratic rule better."""

    canon = ("state-ownership-democracy-interaction",)
    source = "canon: state-ownership-democracy-interaction; rate is an assumption"
    signs = (
        Sign("nationalised_share", "privilege_drive", +1, {"soviet_democracy": 0.1}),
        Sign("soviet_democracy", "privilege_drive", -1, {"nationalised_share": 0.9}),
    )

    strength: float = strength("property")
    rate: float = fixed(0.16, "1/year", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the claim that undemocratic state property lets rulers raise."""
        claim = self.rate * now.nationalised_share * (1.0 - 2.0 * now.soviet_democracy)
        yield Add("privilege_drive", self.strength * claim)

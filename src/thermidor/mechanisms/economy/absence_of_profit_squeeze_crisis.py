r"""Labour is not expelled by machines: no crisis of overproduction clears out hands and old plant.

.. math:: h \mathrel{+}= h_c\,(1 - m)\,n, \qquad \pi \mathrel{-}= p\,(1 - m)\,n

Instead of a cycle, a slow decline: hands pile up beside plant that no slump condemns.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(nationalised_share=1.0, regulator_market=0.05)
>>> amounts(list(AbsenceOfProfitSqueezeCrisis(strength=1.0)(now, year())))
{'hoarding_drive': 0.01425, 'innovation_pull': -0.038}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year


@mechanism
class AbsenceOfProfitSqueezeCrisis(Mechanism):
    """Without slumps hoarded labour is never shed."""

    canon = ("absence-of-profit-squeeze-crisis",)
    source = "Ticktin 1992; slot crisis"
    signs = (
        Sign("nationalised_share", "hoarding_drive", +1, {"regulator_market": 0.1}),
        Sign("regulator_market", "hoarding_drive", -1, {"nationalised_share": 1.0}),
    )

    strength: float = strength("crisis")
    kept: float = fixed(0.015, "share of workforce", "Murrell 1991: 3-4 per cent of output misallocated")
    pull: float = fixed(0.04, "share", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return hoarding beyond the body's."""
        free = now.nationalised_share * (1 - now.regulator_market)
        yield Add("hoarding_drive", self.strength * self.kept * free)
        yield Add("innovation_pull", -self.strength * self.pull * free)

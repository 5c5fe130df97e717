r"""Private title cannot absorb the statified economy whole: it destroys what it takes.

.. math:: \Delta \delta = 0.25\,n\,(0.6 + 0.4\,(1 - x)), \quad \Delta \rho = -0.1\,n\,k

:math:`n` is the nationalised share, :math:`x` trade exposure: the less an economy was opened before,
the more is lost (:math:`\delta`). Those who know it hold back in proportion to culture :math:`k`.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(nationalised_share=0.95, trade_exposure=0.1, culture_level=0.5)
>>> amounts(list(RestorationDestruction(strength=1.0)(now, year())))
{'destruction_drive': 0.228, 'restoration_drive': -0.0475}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class RestorationDestruction(Mechanism):
    """The more was statified and shut off, the more a return of title destroys."""

    canon = ("restoration-destruction",)
    source = "Pablo 1945; Trotsky 1936; slot restoration"
    signs = (
        Sign("nationalised_share", "destruction_drive", +1),
        Sign("trade_exposure", "destruction_drive", -1),
    )

    strength: float = strength("restoration")
    scale: float = fixed(0.25, "share of capacity", "assumption: output lost beyond other transitions")
    caution: float = fixed(0.1, "1", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the capacity that would be lost."""
        lost = self.scale * now.nationalised_share * (0.6 + 0.4 * (1 - now.trade_exposure))
        yield Add("destruction_drive", self.strength * lost)
        yield Add(
            "restoration_drive", -self.strength * self.caution * now.nationalised_share * now.culture_level
        )

r"""Every territory closed to capital sharpens its crisis; reopening one relieves it.

.. math:: c \mathrel{+}= \kappa\,(0.07\,\eta\,(1 - z) + 0.03\,s\,a/95)

:math:`\eta` own nationalised share while the regime stands (:math:`1 - z`), :math:`s a` statified part
of dependent states; weights: shares in world output (assumption).

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(ClosedAreaDeprivation(strength=1.0)(state(nationalised_share=1.0), year())))
{'closed_area_drive': 0.56}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year


@mechanism
class ClosedAreaDeprivation(Mechanism):
    """Growth abroad is lower by what cannot be opened up."""

    canon = ("closed-area-deprivation",)
    source = "canon: closed-area-deprivation; size is an assumption"
    signs = (
        Sign("satellite_area", "closed_area_drive", +1, {"satellite_statified": 1.0}),
        Sign("nationalised_share", "closed_area_drive", +1),
    )

    strength: float = strength("foreign")
    loss: float = fixed(
        8.0, "per cent a year per share of world output", "polity and world trial run (assumption)"
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the contributions to the drivers of this year."""
        own = 0.07 * now.nationalised_share * (1 - now.restored)
        dependent = 0.03 * now.satellite_statified * now.satellite_area / 95
        yield Add("closed_area_drive", self.strength * self.loss * (own + dependent))

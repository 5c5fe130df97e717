r"""Foreign parties become tools of a great power, for good or ill.

.. math:: c \mathrel{+}= 0.2\,p\,B

:math:`c` obedience asked of foreign parties, :math:`p` prestige, :math:`B` autonomy of the apparatus.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(ussr_prestige=0.5, bureaucracy_autonomy=1.0)
>>> amounts(list(CominternPrestigeSubordination(strength=1.0)(now, year())))
{'subordination_drive': 0.1}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year


@mechanism
class CominternPrestigeSubordination(Mechanism):
    """A ruling class uses the parties that look up to it."""

    canon = ("comintern-prestige-subordination",)
    source = "canon: comintern-prestige-subordination; size is an assumption"
    signs = (
        Sign("ussr_prestige", "subordination_drive", +1),
        Sign("bureaucracy_autonomy", "subordination_drive", +1),
    )

    strength: float = strength("foreign")
    use: float = fixed(0.2, "index", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the contributions to the drivers of this year."""
        yield Add(
            "subordination_drive", self.strength * self.use * now.ussr_prestige * now.bureaucracy_autonomy
        )

r"""Catching up from backwardness, the harder the nearer the danger.

.. math:: A = 1.35\, g\,(0.35 + 0.8\theta)(0.4 + 0.6 B)

:math:`g` gap to the leading rival, :math:`\theta` threat, :math:`B` autonomy.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(CatchUpUnderThreat(strength=1.0)(state(bureaucracy_autonomy=0.6), year())))
{'ambition_drive': 0.454005}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, mechanism, strength
from ....frame.state import State
from ....frame.year import Year
from ..scales import CATCH_UP


@mechanism
class CatchUpUnderThreat(Mechanism):
    """Backwardness and threat make a country build."""

    canon = ("backwardness-scarcity",)
    source = "canon: slot accumulation of degenerated-workers-state; trial run of the polity block"
    signs = (Sign("technology_gap", "ambition_drive", +1), Sign("military_threat", "ambition_drive", +1))

    strength: float = strength("accumulation")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return ambition to catch up."""
        danger = (0.35 + 0.8 * now.military_threat) * (0.4 + 0.6 * now.bureaucracy_autonomy)
        yield Add("ambition_drive", self.strength * CATCH_UP.value * now.technology_gap * danger)

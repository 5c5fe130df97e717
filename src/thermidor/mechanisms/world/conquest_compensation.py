r"""Rule that wastes productive forces at home must loot abroad.

.. math:: q \mathrel{+}= 0.9 + 0.5 f + 0.5\,\omega, \qquad v \mathrel{+}= 0.9, \\
          e \mathrel{+}= 0.3 + 0.35 f

:math:`f` growth missed, :math:`\omega` waste; :math:`q` drive, :math:`v` statification, :math:`e`
extraction beyond what any great power takes.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(ConquestCompensation(strength=1.0)(state(growth_shortfall=1.0, waste_share=0.0), year())))
{'satellite_drive': 1.4, 'statification_speed': 0.9, 'extraction_drive': 0.65}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year


@mechanism
class ConquestCompensation(Mechanism):
    """The worse growth at home, the harder the hand abroad."""

    canon = ("conquest-compensation",)
    source = "Polity and world trial run, section 2 (satellites, transfer)"
    signs = (
        Sign("growth_shortfall", "extraction_drive", +1),
        Sign("waste_share", "satellite_drive", +1),
    )

    strength: float = strength("foreign")
    speed: float = fixed(0.9, "1/year", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the contributions to the drivers of this year."""
        yield Add(
            "satellite_drive", self.strength * (0.9 + 0.5 * now.growth_shortfall + 0.5 * now.waste_share)
        )
        yield Add("statification_speed", self.strength * self.speed)
        yield Add("extraction_drive", self.strength * (0.3 + 0.35 * now.growth_shortfall))

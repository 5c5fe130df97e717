r"""A mass movement could overthrow the rulers, restore democracy and keep state property.

.. math:: \Delta \omega = 0.4 + 0.5\,M\,(1 + W)\,n, \quad \Delta \gamma = 0.1\,(1 - D)\,w

:math:`\omega` is the odds that a movement takes power, :math:`M` workers' morale, :math:`W` world
revolution, :math:`n` the nationalised share, :math:`w` the wave abroad. What follows from a victory is
in the file on the aftermath.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(worker_morale=0.4, world_revolution=0.0, nationalised_share=0.95)
>>> amounts(list(PoliticalRevolution(strength=1.0)(now, year())))
{'revolt_weight': 0.59, 'grievance_drive': 0.0075}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class PoliticalRevolution(Mechanism):
    """Morale and revolution abroad raise the odds of a political revolution."""

    canon = ("political-revolution",)
    source = "Trotsky 1936, chapter 11; slot end"
    signs = (
        Sign("worker_morale", "revolt_weight", +1, {"nationalised_share": 0.9}),
        Sign("world_revolution", "revolt_weight", +1, {"nationalised_share": 0.9}),
        Sign("revolution_wave", "grievance_drive", +1, {"soviet_democracy": 0.1}),
    )

    strength: float = strength("end")
    odds: float = fixed(0.4, "1", "polity trial run (assumption)")
    morale: float = fixed(0.5, "1", "polity trial run (assumption)")
    example: float = fixed(0.1, "1", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the odds of a political revolution."""
        courage = now.worker_morale * (1 + now.world_revolution) * now.nationalised_share
        yield Add("revolt_weight", self.strength * (self.odds + self.morale * courage))
        yield Add(
            "grievance_drive", self.strength * self.example * (1 - now.soviet_democracy) * now.revolution_wave
        )

r"""The state as one capitalist: cohesion comes with the drive to accumulate, whatever the title.

.. math:: k^* = (1-T)(0.25 + 0.3 B) + T (0.35 + 0.6 B)

:math:`T` the turn taken. Heritable title changes nothing here.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(StateAsCollectiveCapital(strength=1.0)(state(bureaucracy_autonomy=0.7, turn=1.0), year())))
{'cohesion_target': 0.77}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class StateAsCollectiveCapital(Mechanism):
    """Control and competition make a class, and the first plan is where it begins to act as one."""

    canon = ("state-as-collective-capital",)
    source = "canon: state-as-collective-capital; Cliff 1948; trial run of the polity block"
    signs = (Sign("turn", "cohesion_target", +1), Sign("bureaucracy_autonomy", "cohesion_target", +1))

    strength: float = strength("ruling-group")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the cohesion of a collective owner."""
        before, after = 0.25 + 0.3 * now.bureaucracy_autonomy, 0.35 + 0.6 * now.bureaucracy_autonomy
        yield Add("cohesion_target", self.strength * (before + now.turn * (after - before)))

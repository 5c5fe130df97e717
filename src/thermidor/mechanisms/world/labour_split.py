r"""An obedient party told to fight social democrats splits the workers; fascism in power ends the line.

.. math:: l' = l + 0.3\,(0.35 + 0.55\,c\,[B > 0.5](1-F)(1-v)(1-u) - l)

:math:`c` subordination, :math:`B` autonomy, :math:`F` fascism, :math:`v` victory, :math:`u` united front
(lever). The threshold is a smooth gate.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(labour_split=0.35, cp_subordination=0.5, bureaucracy_autonomy=1.0, fascism=0.0)
>>> round(amounts(list(LabourSplit()(now, year())))["labour_split"], 3)
0.432
"""

from collections.abc import Iterator

import jax.numpy as jnp
from jax.nn import sigmoid

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year
from .begun import once_begun


@mechanism
class LabourSplit(Mechanism):
    """The line against social democracy follows from obedience to an uncontrolled apparatus."""

    canon = ("third-period-split",)
    source = "Polity and world trial run, section 2 (split)"
    signs = (
        Sign("cp_subordination", "labour_split", +1, {"bureaucracy_autonomy": 0.8}),
        Sign("united_front", "labour_split", -1, {"bureaucracy_autonomy": 0.8, "cp_subordination": 0.5}),
    )

    line: float = fixed(0.55, "index", "polity and world trial run (assumption)")
    speed: float = fixed(0.3, "1/year", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the changes of this year."""
        line = sigmoid(20 * (now.bureaucracy_autonomy - 0.5)) * (1 - now.fascism) * (1 - now.victory)
        unity = 1 - jnp.clip(year.lever.united_front, 0.0, 1.0)
        aim = 0.35 * (0.4 + 0.6 * unity) + self.line * now.cp_subordination * line * unity
        new = now.labour_split + self.speed * (aim - now.labour_split)
        yield Set("labour_split", once_begun(year, now.labour_split, new))

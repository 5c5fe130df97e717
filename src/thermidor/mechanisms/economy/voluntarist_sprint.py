r"""Will mobilises hands while the village has them; with the reserve the method is spent.

.. math:: e \mathrel{+}= s\,a\,T\,(2r - 1), \qquad \beta \mathrel{+}= b\,c\,(1 - r)

:math:`a` ambition after the turn :math:`T`, :math:`r` peasant share over that of the first year, :math:`c`
command. Growth is extensive only: what campaigns gained with new hands is lost without them, and an
apparatus made for campaigns handles technique badly.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(ambition=0.8, turn=1.0, peasant_share=0.2, regulator_command=0.9)
>>> amounts(list(VoluntaristSprint(strength=1.0)(now, year())))
{'effort_drive': -0.024585, 'technique_brake': 0.068049}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year
from .balance import at_start


@mechanism
class VoluntaristSprint(Mechanism):
    """A drive by will and hands lasts as long as its reserve of labour."""

    canon = ("voluntarist-sprint-exhaustion", "labour-reserve-exhaustion")
    source = "Ticktin 1992; Filtzer 1986; slot growth"
    signs = (
        Sign("ambition", "effort_drive", +1, {"turn": 1.0}),
        Sign("peasant_share", "effort_drive", +1, {"turn": 1.0, "ambition": 0.8, "peasant_share": 0.4}),
        Sign("peasant_share", "technique_brake", -1, {"regulator_command": 0.9, "peasant_share": 0.4}),
    )

    strength: float = strength("growth")
    sprint: float = fixed(0.06, "share per unit of ambition", "assumption")
    spent: float = fixed(0.1, "share", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return effort mobilised and technique lost."""
        reserve = jnp.clip(now.peasant_share / at_start("peasant_share"), 0.0, 1.0)
        yield Add("effort_drive", self.strength * self.sprint * now.ambition * now.turn * (2 * reserve - 1))
        yield Add("technique_brake", self.strength * self.spent * now.regulator_command * (1 - reserve))

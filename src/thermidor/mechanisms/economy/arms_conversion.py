r"""Plant is turned from machines to arms and back: the heavy industry of the plans is war capacity.

.. math:: \text{moved} = r\,(0.3 + 0.7 c)\,\mathrm{clip}(g_M - g_P, 0, 1)\, K_P

At most :math:`r` of the plant a year moves, more under command than by price, and a little is lost on the
way.

>>> from thermidor.frame.example import state, year
>>> now = state(plan_target=(50.0, 32.0, 20.0, 20.0, 4.0, 25.0), regulator_command=0.9)
>>> regrouped = list(ArmsConversion()(now, year()))[0].value
>>> [round(float(x), 2) for x in regrouped.sum(-1)]
[45.0, 26.0, 19.09, 8.91, 13.0, 105.0]
"""

from collections.abc import Iterator

import jax.numpy as jnp
import numpy as np

from ...frame.axes import M, P
from ...frame.change import Change, Move, Regroup
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class ArmsConversion(Mechanism):
    """Plant moves between producer goods and arms as their gaps differ."""

    canon = ("industrialisation-war-capacity",)
    source = "economy trial run, section 2.2; Harrison 1996 on conversion"
    signs = (Sign("regulator_command", "converted", +1, {"regulator_command": 0.5, "plan_target": 10.0}),)

    to_arms: float = fixed(0.22, "share per year at most", "economy trial run (assumption)")
    to_civil: float = fixed(0.30, "share per year at most", "economy trial run (assumption)")
    lost: float = fixed(0.03, "share", "economy trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return plant lost in conversion and the new grouping."""
        gap = jnp.log(jnp.maximum(now.plan_target, 1e-3) / jnp.maximum(now.capacity, 1e-3))
        lean = (0.3 + 0.7 * now.regulator_command) * jnp.clip(gap[M] - gap[P], -1.0, 1.0)
        out = self.to_arms * jnp.maximum(lean, 0.0) * now.capital[P]
        back = self.to_civil * jnp.maximum(-lean, 0.0) * now.capital[M]
        yield Regroup("capital", now.capital + (TO_ARMS - TO_CIVIL)[:, None] * (out - back))
        lost = self.lost * (TO_ARMS[:, None] * out + TO_CIVIL[:, None] * back)
        yield Move("capital", "converted", lost)


TO_ARMS, TO_CIVIL = np.eye(6)[M], np.eye(6)[P]

r"""A class from the start of full power: recruits without other ties hold together.

.. math:: k^* = 0.25 + 0.75 B (1-D) \cdot \min(1, (a - 26)/10)

:math:`a` age of cadres as tenure: common origin tells with years in office.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(bureaucracy_autonomy=0.7, soviet_democracy=0.2)
>>> amounts(list(DeclasseRecruitment(strength=1.0)(now, year())))
{'cohesion_target': 0.67}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class DeclasseRecruitment(Mechanism):
    """Uprooted recruits owe all to the apparatus and act as one class with its full power."""

    canon = ("declasse-recruitment",)
    source = "canon: declasse-recruitment; trial run of the polity block"
    signs = (
        Sign("bureaucracy_autonomy", "cohesion_target", +1),
        Sign("soviet_democracy", "cohesion_target", -1),
        Sign("cadre_age", "cohesion_target", +1, {"cadre_age": 30.0}),
    )

    strength: float = strength("ruling-group")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the cohesion of a new class."""
        tenure = jnp.clip((now.cadre_age - 26.0) / 10.0, 0.3, 1.0)
        full_power = 0.75 * now.bureaucracy_autonomy * (1.0 - now.soviet_democracy)
        yield Add("cohesion_target", self.strength * (0.25 + full_power * tenure))

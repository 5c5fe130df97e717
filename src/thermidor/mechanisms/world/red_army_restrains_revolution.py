r"""In occupied states the army holds revolution back and statifies only when tension makes it.

.. math:: v \mathrel{+}= 0.25\,\mathrm{clip}((\tau - 0.5)/0.3), \\
          e \mathrel{+}= 0.4\,c\,(0.3 + 0.7B), \quad w \mathrel{-}= 0.03\,(a/95)(1 - s)

:math:`\tau` tension, :math:`c` subordination, :math:`B` autonomy, :math:`a, s` population and statified
share of dependent states.

>>> from thermidor.frame.example import amounts, state, year
>>> hold, states = RedArmyRestrainsRevolution(strength=1.0), [state(us_ussr_tension=t) for t in (0.4, 0.8)]
>>> [amounts(list(hold(now, year())))["statification_speed"] for now in states]
[0.0, 0.25]
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year


@mechanism
class RedArmyRestrainsRevolution(Mechanism):
    """Capitalist governments are propped up until tension with the main rival rises."""

    canon = ("red-army-restrains-revolution", "statification-on-annexation")
    source = "Polity and world trial run, section 2 (statification)"
    signs = (
        Sign("us_ussr_tension", "statification_speed", +1, {"us_ussr_tension": 0.6}),
        Sign("satellite_area", "wave_drive", -1, {"satellite_area": 50.0}),
    )

    strength: float = strength("foreign")
    speed: float = fixed(0.25, "1/year", "polity and world trial run (assumption)")
    harm: float = fixed(0.4, "index", "polity and world trial run (assumption)")
    restraint: float = fixed(0.03, "index per year", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the contributions to the drivers of this year."""
        pressed = jnp.clip((now.us_ussr_tension - 0.5) / 0.3, 0.0, 1.0)
        obeyed = now.cp_subordination * (0.3 + 0.7 * now.bureaucracy_autonomy)
        held = now.satellite_area / 95 * (1 - now.satellite_statified)
        yield Add("statification_speed", self.strength * self.speed * pressed)
        yield Add("directive_error", self.strength * self.harm * obeyed)
        yield Add("wave_drive", -self.strength * self.restraint * held)

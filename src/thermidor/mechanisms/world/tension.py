r"""Two closed powers of like weight become the main antagonists.

.. math:: \tau' = (1-s)\tau + s\,(0.2 + 0.5\lambda(0.35 + 0.65 v) + 0.12\,v + 0.10\,a/95 + m\,f)

:math:`\lambda` log rival pressure (before victory the rivals mostly arm against each other), :math:`v`
victory, :math:`a` population of dependent states, :math:`f` the three conditions of open conflict together
(growth beyond the frame, market crisis, quiet workers).

>>> from thermidor.frame.example import amounts, state, year
>>> held = dict(victory=1.0, satellite_area=95.0, capitalist_stagnation=0.0)
>>> now = state(us_ussr_tension=0.2, rival_log_pressure=0.8, **held)
>>> round(amounts(list(Tension()(now, year())))["us_ussr_tension"], 2)
0.39
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Tension(Mechanism):
    """Tension follows rivals arms, victory, the closed area and the maturing of conflict, with a lag."""

    canon = ("bipolar-antagonism", "conflict-maturation", "capitalist-hostility-to-expropriation")
    source = "Polity and world trial run, section 2 (tension, smoothed)"
    signs = (
        Sign("rival_log_pressure", "us_ussr_tension", +1, {"rival_log_pressure": 0.4}),
        Sign("satellite_area", "us_ussr_tension", +1, {"satellite_area": 50.0}),
        Sign("capitalist_stagnation", "us_ussr_tension", +1),
        Sign("nationalised_share", "us_ussr_tension", +1),
    )

    speed: float = fixed(
        0.35,
        "1/year",
        "polity and world trial run (assumption): arms of the year after the war distort otherwise",
    )
    maturing: float = fixed(1.0, "1", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the changes of this year."""
        grown = jnp.clip(self.maturing * 10 * now.growth_five_years, 0.0, 1.0)
        ripe = grown * now.capitalist_stagnation * (1 - now.revolution_wave)
        bloc = 0.12 * now.victory + 0.10 * jnp.minimum(now.satellite_area / 95, 1.2)
        arms = 0.5 * jnp.clip(now.rival_log_pressure, -0.3, 1.2) * (0.35 + 0.65 * now.victory)
        target = 0.1 + 0.1 * now.nationalised_share + arms + bloc + 0.2 * ripe
        calm = 1 - 0.6 * jnp.maximum(now.restored, 0.5 * now.reform)
        yield Set("us_ussr_tension", now.us_ussr_tension + self.speed * (target * calm - now.us_ussr_tension))

r"""Acceptance grows with a say, growth and victory; want, police and broken promises eat it.

.. math:: \mathit{Leg}' = \mathit{Leg} + l\,(0.52 + 0.25 D + 0.24\,\tfrac{g}{0.05} - 0.55\,s\,(1
   - 0.8\,b) - 0.18 X - 0.2\,h + 0.6\,v - \mathit{Leg})

:math:`D` soviet democracy, :math:`g` growth over five years, :math:`s` want, of which :math:`b` is laid
to the enemy in war and after victory :math:`v`, :math:`X` coercion, :math:`h` growth shortfall. Numbers
of the trial run.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(legitimacy=0.6, soviet_democracy=0.1, scarcity=0.4, coercion=0.6)
>>> amounts(list(Legitimacy(speed=0.2)(now, year())))
{'legitimacy': -0.0478}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Legitimacy(Mechanism):
    """Acceptance follows what the regime gives and takes."""

    canon = ("victory-prestige",)
    source = "Trial run of the polity block; Gibson 1992 and Hough 1979 for the direction"
    signs = (
        Sign("scarcity", "legitimacy", -1),
        Sign("coercion", "legitimacy", -1),
        Sign("victory_glow", "legitimacy", +1),
        Sign("growth_shortfall", "legitimacy", -1),
        Sign("soviet_democracy", "legitimacy", +1),
    )

    speed: float = parameter(Uniform(0.12, 0.30), "1/year", "polity trial run")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the change of acceptance."""
        growth = 0.24 * jnp.clip(now.growth_five_years / 0.05, -2.0, 2.0)
        excused = 0.8 * jnp.maximum(now.war, now.victory_glow)
        hardship = 0.55 * now.scarcity * (1 - excused) + 0.18 * now.coercion + 0.2 * now.growth_shortfall
        aim = 0.52 + 0.25 * now.soviet_democracy + growth - hardship + 0.6 * now.victory_glow
        yield Add("legitimacy", self.speed * (jnp.clip(aim, 0.0, 1.0) - now.legitimacy))

r"""Competition forces a change of form; those who ruled go on ruling.

.. math:: \Delta \rho = 0.45\,\sigma + 0.35\,f + 0.5\,\frac{m}{0.15}\,t\,h, \quad \Delta \phi = 1

:math:`m` is the arms share, :math:`t` the technology gap, :math:`h` the growth shortfall,
:math:`\sigma` stagnation, :math:`f` reform. Whatever changes is counted as form (:math:`\phi`), not as
a return of title. Numbers of the trial run.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(stagnation=0.4, reform=0.4, military_share=0.14, technology_gap=0.65, growth_shortfall=0.6)
>>> amounts(list(SidewaysTransition(strength=1.0)(now, year())))
{'restoration_drive': 0.502, 'form_weight': 1.0}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class SidewaysTransition(Mechanism):
    """The burden of competition presses for another form of the same rule."""

    canon = ("sideways-transition",)
    source = "Harman and Binns 1970-1990; slot restoration"
    signs = (
        Sign("military_share", "restoration_drive", +1, {"growth_shortfall": 0.6}),
        Sign("growth_shortfall", "restoration_drive", +1),
    )

    strength: float = strength("restoration")
    felt: float = fixed(0.45, "1", "polity trial run (assumption)")
    opening: float = fixed(0.35, "1", "polity trial run (assumption)")
    burden: float = fixed(0.5, "1", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the pressure to change form."""
        rivalry = jnp.clip(now.military_share / 0.15, 0.0, 1.5) * now.technology_gap * now.growth_shortfall
        drift = self.felt * now.stagnation + self.opening * now.reform + self.burden * rivalry
        yield Add("restoration_drive", self.strength * drift)
        yield Add("form_weight", self.strength)

r"""The drive, terror, reform and the end each break threads of coordination, which are tied again slowly.

.. math:: z' = \max\big((z - f)^{+} + r\,R_d,\ 0.45\,v\,\tfrac{a}{0.6} + 0.12\,Z,\ e\big) + 0.1\,(1
   - z)\,\Delta r_l

:math:`R_d` deep reform (partial reform a third), :math:`v` speed of collectivisation, :math:`a`
ambition, :math:`Z` terror, :math:`e` 0.8 in the year in which property changes and 0.5 in that of a
political revolution, :math:`r_l` republics leaving, :math:`f` the yearly repair, which waits while deep
reform goes on. It fades to nought.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(reform=1.0, disorganisation=0.2)
>>> amounts(list(Disorganisation(reform=0.12, repair=0.07)(now, year())))
{'disorganisation': 0.32}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Disorganisation(Mechanism):
    """Reform and upheaval break coordination before anything takes its place."""

    canon = ("reform-disruption",)
    source = "Canon: reform-disruption; joined trial run, section 2; Blanchard and Kremer 1997"
    signs = (
        Sign("reform", "disorganisation", +1, {"disorganisation": 0.2}),
        Sign("collectivisation_speed", "disorganisation", +1, {"ambition": 0.6, "turn": 1.0}),
        Sign("terror", "disorganisation", +1),
    )

    reform: float = parameter(LogNormal(0.12, 0.3), "1/year of deep reform", "joined trial run")
    repair: float = parameter(LogNormal(0.07, 0.2), "1/year", "joined trial run")
    drive: float = fixed(0.45, "1", "joined trial run (assumption)")
    break_: float = fixed(0.8, "index", "assumption; closures add what is destroyed")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the break-down of coordination."""
        deep = jnp.clip(now.reform, 0.0, 1.0) * (now.reform > 0.7) * (1 - 0.8 * year.lever.gradual_market)
        partial = 0.04 * (now.reform > 0) * (now.reform <= 0.7) * (1 - year.lever.gradual_market)
        mended = jnp.maximum(now.disorganisation - self.repair * (1 - deep), 0.0)
        drive = self.drive * now.collectivisation_speed * now.turn * now.ambition / 0.6 + 0.12 * now.terror
        first = (now.ended > 0) & (now.ended_years < 1.5)
        sold = jnp.maximum(now.restored, now.form_changed)
        fall = first * jnp.maximum(self.break_ * sold, 0.5 * now.revolution_won)
        leaving = 0.03 * now.republics_leaving * (1 - now.ended)
        held = jnp.maximum(mended + self.reform * deep + partial + leaving, drive)
        yield Set("disorganisation", jnp.maximum(held, fall))

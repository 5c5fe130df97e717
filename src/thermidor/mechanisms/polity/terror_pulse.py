r"""Terror comes as a pulse: pressure, start by chance, consumption of its victims, an end, and a memory.

.. math:: h = \mathrm{s}\big(16\,(z\,(1 - 0.5 m) - \theta_{te} - 0.12)\big)\,(1
   - r)\,\tau, \quad Z = 0.55 + 0.45\,L

:math:`z` is the pressure that closures build up, :math:`m` the apparatus's memory of terror, :math:`r`
the rest after a pulse, :math:`\tau` a gate that opens in the years after the turn, :math:`L`
concentration of decision. Each year of terror takes :math:`a\,G + 0.1` of the old generation :math:`G`;
a pulse ends when few are left, or by chance. Gregory, Schroeder and Sonin 2011 for pulses by control
and danger.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(turn_years=8.0, terror_drive=0.9, leader_concentration=0.8)
>>> amounts(list(TerrorPulse(th_te=0.6)(now, year(chance=0.4))))
{'terror': 0.91, 'old_cadres': -0.539294, 'terror_rest': 0.0, 'terror_memory': 0.0}
"""

from collections.abc import Iterator

import jax
import jax.numpy as jnp

from ...frame.change import Add, Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year


@mechanism
class TerrorPulse(Mechanism):
    """A pulse of terror starts under pressure, consumes the old generation and leaves a memory."""

    canon = ("great-purge-elimination",)
    source = "Gregory, Schroeder and Sonin 2011; trial run of the polity block; slot terror"
    luck = ("terror-start", "terror-stop")
    signs = (
        Sign("terror_drive", "terror", +1, {"turn_years": 8.0, "terror_drive": 0.66}),
        Sign("purge_intensity", "terror", +1, {"turn_years": 8.0, "terror_drive": 1.2}),
        Sign("terror", "old_cadres", -1),
    )

    th_te: float = parameter(Uniform(0.40, 0.75), "index", "free parameter of slot terror")
    toll: float = parameter(Uniform(0.3, 0.5), "share per year", "polity trial run")
    few: float = fixed(0.36, "share", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the pulse, its victims among the old generation, rest and memory."""
        held = now.terror_drive * (1 - 0.5 * now.terror_memory) - self.th_te - 0.12
        gate = jnp.clip(now.turn_years / 4, 0.0, 1.0) * (1 - now.terror_rest) * (1 - now.ended)
        starts = year.luck["terror-start"] < jax.nn.sigmoid(16 * held) * gate
        under_way = now.terror > 0
        stops = under_way & (year.luck["terror-stop"] < jnp.where(now.old_cadres < self.few, 1.0, 0.25))
        on = jnp.where(under_way, ~stops, starts)
        height = year.lever.purge_intensity * (0.55 + 0.45 * now.leader_concentration)
        terror = jnp.where(on, jnp.clip(height, 0.0, 1.0), 0.0)
        yield Set("terror", terror)
        yield Add("old_cadres", -(self.toll * now.old_cadres + 0.1) * terror / 0.85 - 0.004 * now.old_cadres)
        yield Set("terror_rest", jnp.where(stops, 1.0, 0.85 * now.terror_rest))
        yield Set("terror_memory", 0.985 * now.terror_memory + 0.45 * stops * (1 - now.terror_memory))

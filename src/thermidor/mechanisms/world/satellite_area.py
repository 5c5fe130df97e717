r"""Beaten invaders leave states behind that are held, left, or lost.

.. math:: a = \min(95\,k_{fo}\,\mathrm{clip}(q/\bar q), 115)\,(1 - \ell) \quad\text{on victory}; \qquad
          h = d\,(0.25 + 0.3\,\max(0, -x)) + 0.5\,z

:math:`q` drive to hold them (closure), :math:`\ell` lever of withdrawal; they are lost with hazard
:math:`h` under deep reform :math:`d`, more so if they cost (:math:`-x`), or after the end :math:`z` of
the regime.

>>> from thermidor.frame.example import amounts, state, year
>>> won = state(victory=1.0, war_over=1.0, satellite_drive=0.95)
>>> amounts(list(SatelliteArea()(won, year())))["satellite_area"]
95.0
>>> amounts(list(SatelliteArea()(state(satellite_area=80.0, reform=1.0), year(0.2))))["satellite_area"]
0.0
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year


@mechanism
class SatelliteArea(Mechanism):
    """The army that beats an invasion decides over its neighbours; reform gives them up."""

    canon = ("statification-on-annexation", "buffer-zone-security")
    source = "Polity and world trial run, section 2 (satellites, loss of satellites)"
    signs = (
        Sign(
            "satellite_drive", "satellite_area", +1, {"victory": 1.0, "war_over": 1.0, "satellite_drive": 0.4}
        ),
        Sign("withdraw", "satellite_area", -1, {"satellite_area": 80.0}),
        Sign("reform", "satellite_area", -1, {"satellite_area": 80.0, "reform": 0.7, "chance": 0.12}),
    )
    luck = ("satellites-lost",)

    k_fo: float = parameter(
        Uniform(0.6, 1.4), "1", "polity and world trial run (assumption): free parameter of slot foreign"
    )
    occupied: float = fixed(
        95.0, "million persons", "polity and world trial run (assumption): six states of eastern Europe"
    )
    all: float = fixed(
        115.0, "million persons", "polity and world trial run (assumption): with all occupied zones"
    )
    common: float = fixed(
        0.95,
        "index",
        "polity and world trial run (assumption): size of the drives in the last year of the war",
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the changes of this year."""
        arrival = now.victory * now.war_over
        reach = jnp.clip(now.satellite_drive / self.common, 0.0, 1.4)
        taken = jnp.minimum(self.occupied * self.k_fo * reach, self.all)
        held = jnp.where(arrival > 0, jnp.maximum(taken, now.satellite_area), now.satellite_area)
        deep = jnp.clip((now.reform - 0.5) / 0.5, 0.0, 1.0)
        cost = jnp.maximum(-now.satellite_extraction, 0.0) / 10
        hazard = deep * (0.25 + 0.3 * jnp.minimum(cost, 1.0)) + 0.5 * now.ended
        kept = jnp.where(year.luck["satellites-lost"] < hazard, 0.0, 1.0)
        yield Set("satellite_area", held * kept * (1 - jnp.clip(year.lever.withdraw, 0.0, 1.0)))

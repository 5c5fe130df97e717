r"""Burdened or loosened satellites revolt; every revolt makes the centre pay more for allegiance.

.. math:: u = 0.55\max(0, x/7) + 0.35\max(0, 0.6-X) + 0.25\max(0, 0.6-L), \qquad
          h = [a>0]\,(0.02 + 0.22\,u\,o), \qquad P' = 0.97P + 0.25\,[\text{revolt}]

:math:`x` transfer taken, :math:`X` coercion, :math:`L` legitimacy, :math:`o` opening: a leader gone,
reform, or weak police.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(satellite_area=90.0, coercion=0.2, leader_fell=1.0)
>>> seen = amounts(list(SatelliteRevolts()(now, year(0.01))))
>>> seen["satellite_revolts"], seen["satellite_payments"]
(1.0, 0.25)
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class SatelliteRevolts(Mechanism):
    """Revolts come when the burden is felt and the centre wavers; they buy concessions."""

    canon = ("satellite-extraction", "discredit-by-association")
    source = "Polity and world trial run, section 2 (revolts of satellites); Kuran 1991"
    signs = (
        Sign(
            "satellite_extraction",
            "satellite_unrest",
            +1,
            {"satellite_area": 90.0, "satellite_extraction": 3.0},
        ),
        Sign("coercion", "satellite_unrest", -1, {"satellite_area": 90.0, "coercion": 0.3}),
        Sign(
            "leader_fell",
            "satellite_payments",
            +1,
            {
                "satellite_area": 90.0,
                "coercion": 0.5,
                "chance": 0.069,
                "leader_fell": 0.5,
                "satellite_extraction": 5.0,
            },
        ),
    )
    luck = ("satellite-revolt",)

    base: float = fixed(0.02, "1/year", "polity and world trial run (assumption)")
    opened: float = fixed(0.22, "1/year", "polity and world trial run (assumption)")
    discredit: float = fixed(0.05, "index", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the changes of this year."""
        held = (now.satellite_area > 0).astype(float)
        burden = 0.55 * jnp.maximum(now.satellite_extraction / 7, 0.0)
        loose = 0.35 * jnp.maximum(0.6 - now.coercion, 0.0) + 0.25 * jnp.maximum(0.6 - now.legitimacy, 0.0)
        unrest = held * jnp.clip(burden + loose, 0.0, 1.0)
        opening = jnp.maximum(
            jnp.maximum(now.leader_fell, now.reform), jnp.clip((0.4 - now.coercion) / 0.1, 0.0, 1.0)
        )
        revolt = (year.luck["satellite-revolt"] < held * (self.base + self.opened * unrest * opening)).astype(
            float
        )
        yield Set("satellite_unrest", unrest)
        yield Set("satellite_revolts", revolt)
        yield Set("satellite_payments", held * (0.97 * now.satellite_payments + 0.25 * revolt))
        yield Add("ussr_prestige", -self.discredit * revolt)

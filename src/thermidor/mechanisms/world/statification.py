r"""To rule occupied states alone the apparatus must expropriate their owners.

.. math:: s' = s + v\,(1 - s)(1 - k)

:math:`v` speed (closure), :math:`k` lever of keeping capitalism there; a lever statifies at once.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(satellite_area=90.0, statification_speed=0.5)
>>> years = year(), year(keep_capitalism=1.0)
>>> [amounts(list(Statification()(now, one)))["satellite_statified"] for one in years]
[0.5, 0.0]
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Statification(Mechanism):
    """Property in dependent states is taken over at a speed on which the theories differ."""

    canon = ("statification-on-annexation",)
    source = "Polity and world trial run, section 2 (statification)"
    signs = (
        Sign(
            "statification_speed",
            "satellite_statified",
            +1,
            {"satellite_area": 90.0, "statification_speed": 0.3},
        ),
        Sign("statify_at_once", "satellite_statified", +1, {"satellite_area": 90.0}),
        Sign(
            "keep_capitalism", "satellite_statified", -1, {"satellite_area": 90.0, "statification_speed": 0.3}
        ),
    )

    end: float = fixed(1.0, "share", "canon: statification-on-annexation")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the changes of this year."""
        lever = year.lever
        speed = jnp.clip(now.statification_speed, 0.0, 1.0) * (1 - jnp.clip(lever.keep_capitalism, 0.0, 1.0))
        speed = jnp.maximum(speed, jnp.clip(lever.statify_at_once, 0.0, 1.0))
        grown = now.satellite_statified + speed * (self.end - now.satellite_statified)
        yield Set("satellite_statified", jnp.where(now.satellite_area > 0, grown, 0.0))

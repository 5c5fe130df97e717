r"""Workers fresh from the village stay strangers to the plant and to each other for some years.

.. math:: i' = (1 - s)\,i + 0.6\,\big(d + 0.2\,w\,(1 - u)\big)

:math:`d` is the share of workers who came from the village this year, :math:`s` the rate at which
newcomers settle, :math:`w` war: trained men go to the front, women, youths and refugees take their
places, and those who come home begin anew; where workers stand idle (:math:`u` per worker) no place
waits. Trial run: the memory of an influx fades by 14 per cent a year.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(recent_influx=0.2, urban_dilution=0.2)
>>> amounts(list(RecentInflux(settling=0.14)(now, year())))
{'recent_influx': 0.292}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year
from .gates import within


@mechanism
class RecentInflux(Mechanism):
    """A raw labour force is built up by influx and settles slowly."""

    canon = ("rural-influx-dilution",)
    source = "Trial run of the polity block; Hoffmann 1994 on peasant workers; Barber and Harrison 1991"
    signs = (Sign("urban_dilution", "recent_influx", +1), Sign("war", "recent_influx", +1))

    settling: float = parameter(LogNormal(0.14, 0.2), "1/year", "polity trial run")

    replaced: float = fixed(
        0.2, "share of workers per year of full war", "assumption; women's share in industry 0.38 to 0.53"
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the share of workers new to industry."""
        left = (1 - self.settling) * now.recent_influx
        waiting = within(1.0 - now.idle / jnp.maximum(now.workers, 0.1))
        yield Set("recent_influx", left + 0.6 * (now.urban_dilution + self.replaced * now.war * waiting))

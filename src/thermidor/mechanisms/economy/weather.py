r"""The sky is given: the year's weather shifts the logarithm of the harvest.

.. math:: \omega_t = \omega^{forced}_t

Wheatcroft and Davies (1994) on harvests; after 1960 the residual of the USDA crop index from its trend.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(Weather()(state(), year(weather=-0.2))))
{'weather': -0.2}
"""

from collections.abc import Iterator

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Weather(Mechanism):
    """Weather reaches the fields as it is given."""

    canon = ()
    source = "Wheatcroft and Davies 1994; USDA"
    signs = (Sign("weather", "weather", +1),)

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the year's weather."""
        yield Set("weather", year.forcing.weather)

r"""A doctrine fit for the apparatus: socialism in one country.

.. math:: s' = s + 0.3 (\sigma(12 (B i - 0.35)) - s)

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(SiocDoctrine()(state(bureaucracy_autonomy=0.5), year())))
{'sioc_doctrine': 0.215272}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogitNormal
from ...frame.state import State
from ...frame.year import Year
from .gates import likely


@mechanism
class SiocDoctrine(Mechanism):
    """The doctrine is taken up when an autonomous apparatus rules an isolated country."""

    canon = ("socialism-in-one-country",)
    source = "canon: socialism-in-one-country"
    signs = (
        Sign("bureaucracy_autonomy", "sioc_doctrine", +1),
        Sign("isolation", "sioc_doctrine", +1, {"isolation": 0.7, "bureaucracy_autonomy": 0.5}),
    )

    threshold: float = parameter(LogitNormal(0.35, 0.3), "index", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return commitment to the doctrine."""
        interest = likely(now.bureaucracy_autonomy * now.isolation, self.threshold, 12.0)
        yield Add("sioc_doctrine", 0.3 * (interest - now.sioc_doctrine))

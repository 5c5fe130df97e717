r"""A drive breaks up farming: disorder follows its speed and fades within a few years.

.. math:: \delta' = \theta\,\delta + \dot\kappa\,(1 - v)

The field work of next year suffers from it, so harvests fall a year after the drive.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(DriveDisorder(lasting=0.5)(state(drive_disorder=0.2, collectivisation_speed=0.25), year())))
{'drive_disorder': 0.35}
"""

from collections.abc import Iterator

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogitNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class DriveDisorder(Mechanism):
    """Forced change of farming disorganises it for some years."""

    canon = ("forced-collectivisation", "collectivisation-famine")
    source = "economy trial run 2.1 (dc)"
    signs = (
        Sign("collectivisation_speed", "drive_disorder", +1),
        Sign("voluntary", "drive_disorder", -1, {"collectivisation_speed": 0.2}),
    )

    lasting: float = parameter(
        LogitNormal(0.55, 0.25), "share kept per year", "economy trial run (assumption)"
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the disorder left by this year's drive and earlier ones."""
        yield Set(
            "drive_disorder",
            self.lasting * now.drive_disorder + now.collectivisation_speed * (1.0 - now.voluntary),
        )

"""What the essays assert: every claim of the canon, put to runs and record alike."""

from .claim import Change, Claim, Documentary, Measured, Moved, NotTestable, Unsettled
from .degeneration import DEGENERATION
from .fascism import FASCISM
from .forced_drive import FORCED_DRIVE
from .forecasts_1945 import FORECASTS_1945
from .growth import GROWTH
from .opposition import OPPOSITION
from .revolution import REVOLUTION
from .specialists import SPECIALISTS

CLAIMS: tuple[Claim, ...] = (
    *DEGENERATION,
    *FASCISM,
    *FORECASTS_1945,
    *FORCED_DRIVE,
    *GROWTH,
    *OPPOSITION,
    *REVOLUTION,
    *SPECIALISTS,
)

__all__ = [
    "CLAIMS", "Change", "Claim", "Documentary", "Measured", "Moved", "NotTestable", "Unsettled",
]  # fmt: skip

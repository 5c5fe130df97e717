"""What the essays assert: every claim of the canon, put to runs and record alike."""

from .claim import Change, Claim, Documentary, Measured, Moved, NotTestable, Unsettled
from .degeneration import DEGENERATION
from .fascism import FASCISM
from .opposition import OPPOSITION
from .revolution import REVOLUTION

CLAIMS: tuple[Claim, ...] = (*DEGENERATION, *FASCISM, *OPPOSITION, *REVOLUTION)

__all__ = [
    "CLAIMS", "Change", "Claim", "Documentary", "Measured", "Moved", "NotTestable", "Unsettled",
]  # fmt: skip

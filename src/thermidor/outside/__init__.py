"""What comes from outside the model: forcings, recorded policy, levers, scenarios."""

from .tables import economy_record, forcings, policy
from .years import YEARS

__all__ = ["YEARS", "economy_record", "forcings", "policy"]

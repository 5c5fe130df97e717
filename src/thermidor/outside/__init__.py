"""What comes from outside the model: forcings, recorded policy, levers, scenarios."""

from .catalogue import LEVERS
from .compile import lever_ids, levers
from .scenario import HISTORY, THEORIES, Prediction, Scenario, Setting
from .shelf import read_query, read_toml, scenario, scenario_ids, scenarios, write_query, write_toml
from .tables import economy_record, forcings, policy
from .years import YEARS

__all__ = [
    "HISTORY", "LEVERS", "THEORIES", "YEARS", "Prediction", "Scenario", "Setting", "economy_record",
    "forcings", "lever_ids", "levers", "policy", "read_query", "read_toml", "scenario", "scenario_ids",
    "scenarios", "write_query", "write_toml",
]  # fmt: skip

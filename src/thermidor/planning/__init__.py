"""Planning: procedures that make a plan from what enterprises report, each plan with its certificate."""

from .aim import Logarithmic, Proportional, Weighted
from .certificate import Certificate, DualityGap, ResidualBound
from .plan import Channel, Party, Plan
from .procedure import Procedure
from .reporting import honest, misreported
from .reports import Reports
from .table import Pollution, Priorities, Resources, Table, table
from .truth import Economy

__all__ = [
    "Certificate",
    "Channel",
    "DualityGap",
    "Economy",
    "Logarithmic",
    "Party",
    "Plan",
    "Pollution",
    "Priorities",
    "Procedure",
    "Proportional",
    "Reports",
    "ResidualBound",
    "Resources",
    "Table",
    "Weighted",
    "honest",
    "misreported",
    "table",
]

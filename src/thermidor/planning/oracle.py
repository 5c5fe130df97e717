"""The oracle: the best plan of all, for one who sees the truth. What planners lose is measured against it."""

from .exact import BEST
from .plan import Plan
from .reporting import honest
from .truth import Economy


def oracle(economy: Economy) -> Plan:
    """Return the best plan that the economy as it is allows, with its certificate."""
    return BEST(honest(economy))

r"""How far a plan is corrected for those who lag, by a ministry that cannot tell an excuse from a reason.

A lag behind even work has two sources: supplies that did not come (variance v of deliveries by then, known
from statistics), and everything else (variance u). Seeing only the lag, the best guess of what supplies
caused is the share :math:`\kappa = v / (v + u)` of it (regression), and by so much the plan is corrected.
Without uncertain supply there is no excuse and no correction. That plans were corrected all the time:
Zaleski, Stalinist Planning for Economic Growth, 1980; Markevich and Gregory on the ministries, 2003.
"""

OTHER_CAUSES = 0.3  # standard deviation, in months of output, of lags not caused by supply; an assumption


def forgiven(variance: float, other: float = OTHER_CAUSES) -> float:
    """Return the share of a lag that is forgiven, zero to one, for this variance of deliveries (month^2)."""
    return variance / (variance + other**2) if variance > 0 else 0.0


def delivery_variance(punctual: float) -> float:
    """Return the variance (month^2) of deliveries by the end of a month's second decade.

    Each decade a third of a month's need, on average, comes with this probability, the more at a time.
    """
    return 2 * (1 - punctual) / (9 * punctual)

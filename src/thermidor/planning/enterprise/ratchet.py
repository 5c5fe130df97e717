r"""How much is withheld when today's output is tomorrow's plan.

Plan rule :math:`q_{t+1} = q_t + \delta + \lambda (y_t - q_t)`, bonus :math:`b (y_t - q_t)`, interest r: a
unit more now costs :math:`\sum_k \beta^k b \lambda (1-\lambda)^{k-1} = b \lambda / (r + \lambda)` later, so

.. math:: C'(y) = \frac{b}{1 + \lambda / r}.

Source: Weitzman, The ratchet principle and performance incentives, Bell Journal 11(1), 1980. A manager who
leaves with hazard h discounts by r + h.
"""

import numpy as np

from ..table import Numbers


def incentive(ratchet: float | Numbers, interest: float | Numbers) -> Numbers:
    """Return the share of the bonus rate that still moves output."""
    return np.asarray(1 / (1 + np.asarray(ratchet) / np.asarray(interest)))


def hidden(ratchet: float | Numbers, interest: float | Numbers, elasticity: float = 0.1) -> Numbers:
    """Return the share of capacity withheld, at this elasticity of output to the rate of bonus.

    With toil :math:`y^{1+1/\\nu}`, output is the incentive to the power :math:`\\nu`.
    """
    return 1 - incentive(ratchet, interest) ** elasticity


def lifetime(steady: float, ratchet: float, interest: float, periods: int = 600) -> float:
    """Return the bonus less toil of one who makes ``steady`` for ever, with quadratic toil and bonus rate one.

    The plan starts at zero. The closed form is checked against its greatest value.
    """
    discount = (1 + interest) ** -np.arange(periods)
    plan = steady * (1 - (1 - ratchet) ** np.arange(periods))
    return float(discount @ (steady - plan - steady**2 / 2))


def best_steady(ratchet: float, interest: float, periods: int = 600) -> float:
    """Return the steady output of greatest lifetime worth, found by trying (one without a ratchet)."""
    low, high = 0.0, 2.0
    for _ in range(60):  # the worth is concave: thirds are thrown away
        left, right = low + (high - low) / 3, high - (high - low) / 3
        if lifetime(left, ratchet, interest, periods) < lifetime(right, ratchet, interest, periods):
            low = left
        else:
            high = right
    return (low + high) / 2

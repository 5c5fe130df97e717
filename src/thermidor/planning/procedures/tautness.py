r"""How taut a target calls forth the most effort: a manager who is paid only if it is met.

.. math:: \max_e\; B\, P(e\,\xi \ge \tau) - c\, e^3, \qquad \ln \xi \sim N(-\sigma^2 / 2, \sigma^2)

Effort rises with the target and then collapses: past some tautness it is better to give up. Source: Keren,
On the Tautness of Plans, 1972; Hunter, Optimum Tautness in Developmental Economic Planning, 1961. The
cost's form and c are of this laboratory.

>>> effort(1.0, 0.1) > effort(0.8, 0.1) > effort(1.8, 0.1)
True
"""

import numpy as np
from scipy.special import ndtr

COST = 0.35
FINE = np.linspace(0.0, 3.0, 3001)


def effort(tautness: float, uncertainty: float, bonus: float = 1.0) -> float:
    """Return the effort that a manager chooses; one is what a target of one asks for without luck."""
    short = np.log(tautness / np.maximum(FINE, np.finfo(float).tiny))
    met = 1 - ndtr(short / uncertainty + uncertainty / 2)
    return float(FINE[np.argmax(bonus * met - COST * FINE**3)])


def most_taut(uncertainty: float) -> float:
    """Return the tautness (in steps of a hundredth) that calls forth the most effort."""
    tried = np.arange(0.5, 2.0, 0.01)
    return float(tried[np.argmax([effort(float(one), uncertainty) for one in tried])])

r"""How much capacity is withheld when today's output is tomorrow's plan.

With toil :math:`y^{1+1/\nu}` output is the rate of bonus to the power :math:`\nu`, and the ratchet leaves
:math:`1/(1+\lambda/r)` of that rate (:mod:`thermidor.planning.procedures.ratchet`; Weitzman 1980): what is
shown is that power of it, and the rest of capacity stays hidden.
"""

import numpy as np

from ..procedures.ratchet import Ratchet, incentive
from ..table import Numbers

ELASTICITY = 0.1  # of output to the rate of bonus; an assumption, low since plant and crew are given


def hidden(ratchet: float, interest: Numbers, elasticity: float = ELASTICITY) -> Numbers:
    """Return the share of capacity withheld by enterprises of these rates of interest a year."""
    felt = [incentive(Ratchet(ratchet), float(rate)) for rate in np.ravel(interest)]
    return 1 - np.asarray(felt) ** elasticity

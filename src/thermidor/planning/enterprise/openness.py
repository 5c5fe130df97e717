r"""When open reports, recall and consumer feedback make padding smaller than inspectors do, and when not.

Both arms have the same number of checks. Closed: an inspector finds padding with probability ``inspector``
and the fine follows. Open: any worker or user may look, and one close to the work sees it with probability
``neighbour``, but speaks only if that pays. Per unit of padding the one who speaks gains his part of what all
gain, :math:`g (1/N + f)`: one in N of the common gain, and the part f that feedback brings home; it costs
him k, for an honest norm is a harder norm. He speaks with probability
:math:`\Lambda((g (1/N + f) - k) / \tau)` (logit), and recall follows. Feedback also makes the enterprise pay
for what it holds: f v a unit of padding. Free riding on a common gain: Olson, The Logic of Collective
Action, 1965. The rule is a hypothesis, and its conditions are computed, not observed.
"""

from dataclasses import dataclass, replace

import numpy as np
from scipy.special import expit

from ..table import Numbers
from .padding import Oversight, settled


@dataclass(frozen=True, slots=True)
class Arm:
    """Say how reports are overseen.

    ``checks`` an enterprise a year, in both arms; ``recall`` what it costs to be recalled, in bonuses, as
    the fine in the closed arm; ``feedback`` the part f; ``honesty_cost`` k and ``gain`` g in bonuses per
    unit of padding; ``noise`` tau; ``holding`` v.
    """

    checks: float = 0.2
    inspector: float = 0.5
    neighbour: float = 0.9
    recall: float = 5.0
    feedback: float = 0.0
    honesty_cost: float = 0.5
    enterprises: int = 1000
    gain: float = 2.0
    noise: float = 0.2
    holding: float = 1.0

    @property
    def told(self) -> float:
        """Return the probability that one who sees padding speaks of it."""
        own = self.gain * (1 / self.enterprises + self.feedback)
        return float(expit((own - self.honesty_cost) / self.noise))


def closed(arm: Arm, fine: float = 5.0) -> Oversight:
    """Return the oversight by inspectors, with the fine as for recall."""
    return Oversight(found=arm.checks * arm.inspector, fine=fine)


def opened(arm: Arm) -> Oversight:
    """Return the oversight by all; what holding costs is joined to what being found costs."""
    found = arm.checks * arm.neighbour * arm.told
    price = found * arm.recall + arm.feedback * arm.holding
    return Oversight(found=1.0, fine=price)


def padding(oversight: Oversight, sample: int = 200, seed: int = 0) -> Numbers:
    """Return the settled padding of a sample of enterprises under this oversight."""
    dice = np.random.default_rng(seed)
    spread = oversight.spread * dice.lognormal(0.0, 0.3, sample)
    return settled(oversight, spread, np.full(sample, oversight.found))[0]


def gained(arm: Arm, fine: float = 5.0) -> float:
    """Return the mean padding in the closed arm less that in the open one."""
    return float(padding(closed(arm, fine)).mean() - padding(opened(arm)).mean())


def least_feedback(arm: Arm, tried: Numbers) -> float:
    """Return the least feedback tried at which the open arm pads less; infinite if at none."""
    for feedback in tried:
        if gained(replace(arm, feedback=float(feedback))) > 0:
            return float(feedback)
    return float("inf")

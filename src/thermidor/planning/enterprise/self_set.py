r"""A plan set by the enterprise itself: the scheme meant to make it say what it can do.

Bonus :math:`\beta \hat q + \alpha (y - \hat q)` above the target, :math:`\beta \hat q - \gamma (\hat q - y)`
below it, with :math:`0 < \alpha < \beta < \gamma`: the best target is the quantile reached with probability
:math:`(\gamma - \beta) / (\gamma - \alpha)`. If a share :math:`\lambda` of it is added to what the next years
start from, it costs :math:`\beta \lambda / (r + \lambda)` later, and the target falls. Sources: Fan 1975;
Weitzman, The new Soviet incentive model, Bell Journal 7(1), 1976.
"""

from dataclasses import dataclass

import numpy as np

from ..table import Numbers


@dataclass(frozen=True, slots=True)
class SelfSet:
    """Hold the rates above, at and below the target."""

    above: float = 0.5
    at: float = 1.0
    below: float = 1.5

    def pay(self, output: Numbers, target: float) -> Numbers:
        """Return the bonus."""
        gap = output - target
        return self.at * target + np.where(gap >= 0, self.above * gap, self.below * gap)

    def best_target(self, outputs: Numbers, ratchet: float = 0.0, interest: float = 0.1) -> float:
        """Return the target of greatest expected worth over these possible outputs, found by trying all."""
        later = self.at * ratchet / (interest + ratchet) if ratchet > 0 else 0.0
        tried = np.unique(outputs)
        worth = [float(np.mean(self.pay(outputs, float(q)))) - later * float(q) for q in tried]
        return float(tried[int(np.argmax(worth))])

    def confidence(self) -> float:
        """Return the probability with which the best target is reached, without a ratchet."""
        return (self.below - self.at) / (self.below - self.above)

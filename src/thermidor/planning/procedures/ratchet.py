r"""What targets that follow results do to effort: the ratchet.

.. math:: q_{t+1} = q_t + \delta + \lambda (y_t - q_t), \qquad C'(y) = \frac{b}{1 + \lambda / i}

for a bonus b a unit above target q and cost C, at the rate i = (r + h) / (1 - h) of interest r and a chance
h a year that the manager leaves. A unit more today raises all later targets, at a cost of
:math:`b\lambda / (i + \lambda)`. Source: Weitzman,
The Ratchet Principle and Performance Incentives, 1980. Granick (1980) found no ratchet at the level of
ministries: there :math:`\lambda` is a fact to be measured, not a law.

>>> round(incentive(Ratchet(rise=0.3), interest=0.1), 3)
0.25
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from ..table import Numbers

PERIODS = 600
RISES, INTERESTS = (0.1, 0.3, 0.5), (0.05, 0.1, 0.2)  # what the table shows


@dataclass(frozen=True, slots=True)
class Ratchet:
    """Move targets by a share ``rise`` of what was made above them, ``fall`` of what was made below.

    ``growth`` is added each year whatever was made. Without ``fall`` both are alike.
    """

    rise: float = 0.3
    fall: float | None = None
    growth: float = 0.0

    def next(self, target: Numbers, made: Numbers) -> Numbers:
        """Return the next year's targets."""
        above = made - target
        fall = self.rise if self.fall is None else self.fall
        return target + self.growth + np.where(above > 0, self.rise, fall) * above


def incentive(ratchet: Ratchet, interest: float, leaving: float = 0.0) -> float:
    """Return the share of the bonus that still counts for effort, if targets move alike up and down."""
    return 1 / (1 + ratchet.rise * (1 - leaving) / (interest + leaving))


def chosen_output(
    ratchet: Ratchet, interest: float, bonus: float = 1.0, leaving: float = 0.0, target: float = 0.5
) -> float:
    r"""Return what a far-sighted manager makes, by dynamic programming over targets.

    Cost is :math:`y^2 / 2`, so without ratchet the output would be ``bonus``. Nothing of the closed form
    is used: values of targets are improved until they settle, whatever the rule of targets.
    """
    discount = (1 - leaving) / (1 + interest)
    states = np.linspace(-4.0 * bonus, 5.0 * bonus, 91)
    worth, tried = np.zeros(len(states)), np.linspace(0.0, 1.5 * bonus, 151)
    for _ in range(PERIODS):
        worth = _gains(ratchet, bonus, discount, states, worth, states, tried).max(axis=1)
    fine = np.linspace(0.0, 1.5 * bonus, 6001)
    return float(fine[np.argmax(_gains(ratchet, bonus, discount, states, worth, np.array([target]), fine))])


def _gains(
    ratchet: Ratchet,
    bonus: float,
    discount: float,
    states: Numbers,
    worth: Numbers,
    targets: Numbers,
    made: Numbers,
) -> Numbers:
    """Return what making each amount brings at each target, this year and after."""
    after = ratchet.next(targets[:, None], made[None, :])
    now = bonus * (made[None, :] - targets[:, None]) - made[None, :] ** 2 / 2
    return now + discount * _between(states, worth, after)


def _between(states: Numbers, worth: Numbers, where: Numbers) -> Numbers:
    """Return worth at any targets, straight between states and straight on beyond them."""
    step = states[1] - states[0]
    left = np.clip(((where - states[0]) / step).astype(int), 0, len(states) - 2)
    return worth[left] + (where - states[left]) / step * (worth[left + 1] - worth[left])


def lines() -> Iterator[str]:
    """Yield a table of the closed form beside the far-sighted manager."""
    yield "| target raised by | interest | closed form | by dynamic programming | apart |"
    yield "|---|---|---|---|---|"
    for rise in RISES:
        for interest in INTERESTS:
            form, found = incentive(Ratchet(rise), interest), chosen_output(Ratchet(rise), interest)
            yield f"| {rise:.0%} | {interest:.0%} | {form:.4f} | {found:.4f} | {abs(found / form - 1):.2%} |"


def main() -> None:
    """Print the table."""
    sys.stdout.writelines(line + "\n" for line in lines())


if __name__ == "__main__":
    main()

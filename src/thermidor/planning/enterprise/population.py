r"""Many enterprises for each technique, each with its own hidden capacity, and what they do together.

From one a technique to the Soviet Union at one to one: about 47,000 industrial enterprises. Sizes are
lognormal; supply, risk and ratchet differ between enterprises, and each choice is its own best.
"""

from dataclasses import dataclass

import numpy as np

from ..duality import highest_levels
from ..reporting import misreported
from ..reports import Reports
from ..table import Indices, Numbers
from ..truth import Economy
from .padding import INSPECTORS, Oversight, settled
from .withheld import hidden

SOVIET = 47_000  # industrial enterprises (Narodnoe khoziaistvo SSSR, 1980s; unverified to the unit)


@dataclass(frozen=True, slots=True)
class Setting:
    """Say how enterprises differ (standard deviations of logarithms), and the rules that they meet."""

    oversight: Oversight = INSPECTORS
    ratchet: float = 0.3
    interest: float = 0.1
    sizes: float = 1.0
    differing: float = 0.3


@dataclass(frozen=True, slots=True, eq=False)
class Enterprises:
    """Hold N enterprises: the technique of each, its true capacity (levels a year), and what it hides.

    ``padding`` is of input and resource norms, ``hidden`` of capacity, as shares; ``cut`` is what the
    centre takes off all claims.
    """

    technique: Indices
    capacity: Numbers
    padding: Numbers
    hidden: Numbers
    cut: float

    @property
    def share(self) -> Numbers:
        """Return each enterprise's part in its technique's capacity."""
        return self.capacity / np.bincount(self.technique, self.capacity)[self.technique]

    def mean(self, values: Numbers) -> Numbers:
        """Return the mean by technique, weighted by capacity."""
        return np.bincount(self.technique, values * self.share).astype(float)


def populate(economy: Economy, number: int, setting: Setting, seed: int) -> Enterprises:
    """Return ``number`` enterprises, at least one for each technique, the rest where capacity is."""
    dice, limits = np.random.default_rng(seed), highest_levels(economy.truth)
    techniques = len(limits)
    more = dice.choice(techniques, max(number - techniques, 0), p=limits / limits.sum())
    technique = np.concatenate([np.arange(techniques), np.sort(more)])
    size = dice.lognormal(0.0, setting.sizes, len(technique))
    size /= np.bincount(technique, size)[technique]
    other = dice.lognormal(0.0, setting.differing, (3, len(technique)))
    oversight = setting.oversight
    padding, cut = settled(oversight, oversight.spread * other[0], oversight.found * other[1])
    withheld = hidden(setting.ratchet, setting.interest * other[2])
    return Enterprises(technique, size * limits[technique], padding, withheld, cut)


def told(economy: Economy, enterprises: Enterprises) -> Reports:
    """Return what all enterprises report, added up by technique."""
    padding, withheld = enterprises.mean(enterprises.padding), enterprises.mean(enterprises.hidden)
    return misreported(economy, padding, withheld)

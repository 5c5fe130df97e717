r"""Plan from the achieved level: every target is last year's result, grown by the norm of its branch.

.. math:: q_j = \tau\, \bar x_j \,(1 + g_f)

with tautness :math:`\tau`; the branch's growth is that of final demand for what its products end in.
Nothing is asked of enterprises but last year's results, and balance is left to chance. Source: Birman, From
the Achieved Level, 1978.
"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from ..exact.leontief import asked
from ..plan import Channel, Party, Plan, cpu
from ..procedure import ENOUGH, Watch, unwatched
from ..reports import Reports
from ..table import Indices, Numbers, Table
from .common import Mix, balanced_plan, growth_norm, last_mix, proven

LEAST, MOST = 0.5, 2.0  # growth of a branch in one year is put between these


@dataclass(frozen=True, slots=True)
class AchievedLevel:
    """Set targets by growth norms of branches; ``tautness`` above one asks for more than that.

    Asks once: more rounds change nothing, for no enterprise's inputs are looked at.
    """

    name: ClassVar[str] = "achieved-level"
    source: ClassVar[str] = "Birman 1978"
    tautness: float = 1.0

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the targets as a plan, with the proven bound of its imbalance.

        Raises ThermidorError if a chain of products cannot reproduce itself.
        """
        began, known = cpu(), reports.table
        mix = last_mix(known)
        proof = proven(known, mix)
        outputs = self.tautness * targets(known, mix, proof[0])
        gap = asked(known) + mix.recipes @ outputs - outputs
        size = float(proof[0] @ np.abs(gap) / (proof[0] @ np.maximum(outputs, np.finfo(float).tiny)))
        watch(1, size)
        sent = {
            Channel(Party.ENTERPRISE, Party.BRANCH): len(known.makes),
            Channel(Party.BRANCH, Party.CENTRE): len(known.branch_names),
            Channel(Party.CENTRE, Party.BRANCH): len(known.branch_names),
            Channel(Party.BRANCH, Party.ENTERPRISE): len(known.makes),
        }
        return balanced_plan(self.name, known, mix, outputs, proof, sent, began, (size,))


def targets(known: Table, mix: Mix, prices: Numbers) -> Numbers:
    """Return targets (n): last year's outputs, grown alike in each branch; demand where nothing was made.

    A branch grows by its final demand over its final deliveries of last year, at prices (n); one that
    delivers little to final use grows by the norm of the whole economy.
    """
    made = known.outputs(known.achieved)
    branch = branch_of(known)
    last, now = prices * (made - mix.recipes @ made), prices * known.demand
    many = len(known.branch_names)
    before, after = np.bincount(branch, last, many), np.bincount(branch, now, many)
    norm = growth_norm(known, mix)
    sold = (before > 0) & (after > 0)
    final_part = np.where(sold, after / np.where(sold, before, 1.0), norm)
    share = np.clip(before / np.maximum(np.bincount(branch, prices * made, many), 1e-300), 0.0, 1.0)
    growth = np.clip(share * final_part + (1 - share) * norm, LEAST, MOST)
    return np.where(made > 0, made * growth[branch], asked(known))


def branch_of(known: Table) -> Indices:
    """Return the branch (n) of each product: that of its first technique; of none, the first branch."""
    branch = np.zeros(len(known.products), dtype=int)
    branch[known.makes[::-1]] = known.branches[::-1]
    return branch

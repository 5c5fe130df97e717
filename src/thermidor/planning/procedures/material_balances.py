r"""Balances of products, drawn up from control figures and adjusted round by round.

.. math:: s^t = y + \hat A x^t - x^t, \qquad x^{t+1} = x^t + \gamma\, s^t

from the achieved level grown by one norm, or from final demand where nothing is known of last year. The
error shrinks at the rate :math:`1 - \gamma (1 - \rho)`, whatever the start; the warm start is what makes
two rounds enough. Source: Montias, Planning with Material Balances, 1959; partial adjustment after Manove
1971 (the structure; his numbers are not used).

>>> import numpy as np
>>> from ..reports import Reports
>>> from ..table import table
>>> economy = table(("coal", "steel"), np.array([[0.1, 0.4], [0.2, 0.1]]), [1.0, 1.0])
>>> plan = MaterialBalances()(Reports(economy), rounds=1)
>>> plan.outputs  # one round from demand alone: demand and its direct inputs
array([1.5, 1.3])
"""

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from scipy.sparse import csc_array, diags_array

from .. import kernel
from ..exact.leontief import asked
from ..plan import Channel, Party, Plan, cpu
from ..procedure import ENOUGH, Watch, unwatched
from ..reports import Reports
from ..table import Indices, Numbers, Table
from .common import Mix, balanced_plan, growth_norm, last_mix, proven

TOLERANCE = 1e-11  # imbalance over gross output, at the prices of the proof
LONG = 50  # links from the rawest material to final use that are looked at
STALLED = 1e-15  # below this nothing is left but rounding


@dataclass(frozen=True, slots=True)
class MaterialBalances:
    """Adjust all balances at once, each by a share ``adjustment`` of its gap, until they close."""

    name: ClassVar[str] = "material-balances"
    source: ClassVar[str] = "Montias 1959; Manove 1971"
    adjustment: float = 1.0
    warm: bool = True
    tolerance: float = TOLERANCE

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the plan reached after ``rounds``; its history is imbalance over gross output.

        Raises ThermidorError if a chain of products cannot reproduce itself.
        """
        began, known = cpu(), reports.table
        mix, wanted = last_mix(known), asked(known)
        proof = proven(known, mix)
        outputs = control_figures(known, mix) if self.warm else wanted
        gap, history = wanted + mix.recipes @ outputs - outputs, list[float]()
        for round_ in range(1, rounds + 1):
            outputs = outputs + self.adjustment * gap
            gap = wanted + mix.recipes @ outputs - outputs
            if closed(proof[0], gap, outputs, history, round_, watch, self.tolerance):
                break
        sent = balances_sent(mix, len(history))
        return balanced_plan(self.name, known, mix, outputs, proof, sent, began, history)


@dataclass(frozen=True, slots=True)
class BalancesInOrder:
    """Adjust balances one after another, finished goods first, each with the needs of those before it.

    A product's own use of itself is settled at once. This is the method of Gauss and Seidel; in an economy
    whose stages of fabrication have no loops one round is enough.
    """

    name: ClassVar[str] = "balances-in-order"
    source: ClassVar[str] = "Montias 1959"
    warm: bool = True
    tolerance: float = TOLERANCE

    def __call__(self, reports: Reports, rounds: int = ENOUGH, watch: Watch = unwatched) -> Plan:
        """Return the plan reached after ``rounds``; its history is imbalance over gross output.

        Raises ThermidorError if a chain of products cannot reproduce itself.
        """
        began, known = cpu(), reports.table
        mix, wanted = last_mix(known), asked(known)
        proof = proven(known, mix)
        outputs = control_figures(known, mix) if self.warm else np.zeros(len(wanted))
        order = stages(mix.recipes, control_figures(known, mix))
        own = (
            mix.recipes.diagonal()
        )  # below one, or the proof would have failed: what a product takes of itself
        others = mix.recipes - diags_array(own)
        recipes = csc_array(csc_array(others @ diags_array(1 / (1 - own)))[:, order][order])
        gap = (wanted + mix.recipes @ outputs - outputs)[order]
        change, history = np.zeros_like(gap), list[float]()
        for round_ in range(1, rounds + 1):
            kernel.sweep(*kernel.arrays(recipes), gap, change, False)
            outputs[order] += change / (1 - own[order])
            if closed(proof[0][order], gap, outputs[order], history, round_, watch, self.tolerance):
                break
        sent = balances_sent(mix, len(history))
        return balanced_plan(self.name, known, mix, outputs, proof, sent, began, history)


def control_figures(known: Table, mix: Mix) -> Numbers:
    """Return the outputs (n) from which balances start: last year's, grown by one norm; else the demand."""
    made = known.outputs(known.achieved)
    return np.where(made > 0, made * growth_norm(known, mix), asked(known))


def stages(recipes: csc_array, outputs: Numbers) -> Indices:
    """Return the products (n) in order, finished goods first: by mean distance from final use.

    A product's distance is one more than that of its users, by how much each takes of it. Source: Antràs,
    Chor, Fally and Hillberry, Measuring the Upstreamness of Production and Trade Flows, 2012.
    """
    made = np.where(outputs > 0, outputs, 1.0)
    distance = np.ones(len(outputs))
    for _ in range(LONG):
        distance = 1 + (recipes @ (made * distance)) / made
        distance = distance / max(float(distance.max()), 1.0) * LONG if distance.max() > LONG else distance
    return np.argsort(distance, kind="stable")


def closed(
    prices: Numbers,
    gap: Numbers,
    outputs: Numbers,
    history: list[float],
    round_: int,
    watch: Watch,
    tolerance: float,
) -> bool:
    """Put down the imbalance of a round, and say whether the balances close."""
    size = float(prices @ np.abs(gap)) / max(float(prices @ np.abs(outputs)), np.finfo(float).tiny)
    history.append(size)
    watch(round_, size)
    return size < max(tolerance, STALLED)


def balances_sent(mix: Mix, rounds: int) -> dict[Channel, int]:
    """Return the messages: norms once; in each round figures down to branches and claims on inputs up."""
    n = mix.recipes.shape[0]
    return {
        Channel(Party.BRANCH, Party.CENTRE): mix.recipes.nnz + n * rounds,
        Channel(Party.CENTRE, Party.BRANCH): n * (rounds + 1),
    }

r"""Where the loss comes from: procedure, information, execution. The three add up to the whole.

With V the share of the best plan's needs met (:mod:`.worth`): procedure is :math:`1 - V(\text{plan on the
truth})`, information :math:`V(\text{plan on the truth}) - V(\text{plan on reports})`, both settled on the
truth (:mod:`.settle`); execution is what is lost from there to the deliveries of the year. A part may be
negative: tautness can undo hiding. What is lost jointly goes to the part that comes first.
"""

from dataclasses import dataclass

from ..enterprise.population import Enterprises
from ..oracle import oracle
from ..plan import Plan
from ..reporting import honest
from ..reports import Reports
from ..table import Numbers
from ..truth import Economy
from .carry import Carried, carry_out
from .regime import Regime, Technology
from .settle import settle
from .works import works
from .worth import full_cost, met


@dataclass(frozen=True, slots=True)
class Loss:
    """Hold the parts of the loss, in shares of the best plan's needs."""

    procedure: float
    information: float
    execution: float
    delivered: float

    @property
    def whole(self) -> float:
        """Return the whole loss, by what was delivered."""
        return 1 - self.delivered


@dataclass(frozen=True, slots=True, eq=False)
class Trial:
    """Hold all that is the same for every procedure: economy, enterprises, reports, rules, chance."""

    economy: Economy
    enterprises: Enterprises
    reports: Reports
    best: Plan
    prices: Numbers
    regime: Regime
    technology: Technology
    seed: int

    @property
    def truth(self) -> Reports:
        """Return what honest enterprises would report."""
        return honest(self.economy)

    def settled(self, reports: Reports, plan: Plan) -> float:
        """Return the needs met by a plan from these reports, without chance."""
        return met(settle(self.economy, reports, plan).final, self.best, self.prices)

    def carried(self, plan: Plan) -> Carried:
        """Return the year in which the plan is carried out."""
        true = self.economy.truth
        what = works(true, self.enterprises, plan)
        return carry_out(what, true.demand, self.prices, self.regime, self.technology, self.seed)

    def loss(self, on_truth: Plan, on_reports: Plan) -> Loss:
        """Return the loss of a procedure that made these two plans."""
        first, second = self.settled(self.truth, on_truth), self.settled(self.reports, on_reports)
        last = met(self.carried(on_reports).delivered, self.best, self.prices)
        return Loss(1 - first, first - second, second - last, last)


def trial(
    economy: Economy,
    enterprises: Enterprises,
    reports: Reports,
    regime: Regime,
    technology: Technology,
    seed: int,
) -> Trial:
    """Return the trial, with the best plan of one who sees the truth."""
    best = oracle(economy)
    prices = full_cost(economy.truth, best)
    return Trial(economy, enterprises, reports, best, prices, regime, technology, seed)

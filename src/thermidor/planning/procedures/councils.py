r"""Participatory planning: councils propose at posted prices, a board posts new ones by what is short.

Worker council: with :math:`S = \sum \epsilon + \chi/k < 1` its best proposal is

.. math:: (1 - S) \ln q = \ln A + S \ln p + \sum_i \epsilon_i \ln(\epsilon_i / w_i)
   + \tfrac{\chi}{k} \ln (\chi / c)

(effort where its weight equals what it adds). Consumer council: income share over price; a public good at
the price of one share of it, the level being the mean proposal; a pollutant to the level at which harm
equals the share of the price that each is paid. The board: :math:`p \leftarrow p\,(D/S)^{1/4}`, which
contracts since all goods are gross substitutes. Source: Albert and Hahnel, The Political Economy of
Participatory Economics, 1991; Hahnel, Democratic Economic Planning, 2021.

Budgets are fixed in money, so the plan the councils come to is the best by

.. math:: \sum_c I_c \sum_i \alpha_{ci} \ln x_{ci} - \sum_j c_j e_j^k / k - \sum_c h_c z^2 / 2

and any prices bound it from above: the certificate.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..certificate import DualityGap
from ..plan import Channel, Messages, Party, cpu
from ..procedure import Watch, unwatched
from ..table import Numbers
from .society import Society

Board = Callable[[Numbers, Numbers, Numbers, Numbers], Numbers]
"""Posts new prices from prices, demand, supply and, of the round before, the mean imbalance."""


class Proposals(NamedTuple):
    """Hold what a round brings: by worker council output and effort; by good supply and demand."""

    made: Numbers
    efforts: Numbers
    supply: Numbers
    demand: Numbers
    profit: Numbers


@dataclass(frozen=True, slots=True, eq=False)
class CouncilsPlan:
    """Hold the plan of councils: prices and quantities by good, efforts by worker council, certificate."""

    prices: Numbers
    supply: Numbers
    demand: Numbers
    efforts: Numbers
    certificate: DualityGap
    rounds: int
    messages: Messages
    cpu_seconds: float
    history: tuple[float, ...]


def damped(prices: Numbers, demand: Numbers, supply: Numbers, before: Numbers) -> Numbers:
    """Post prices moved by the fourth root of demand over supply."""
    return prices * (demand / supply) ** 0.25


def facilitated(prices: Numbers, demand: Numbers, supply: Numbers, before: Numbers) -> Numbers:
    """Post prices moved up or down by a step that shrinks with the imbalance of now and of the round before.

    Source: the rule of the pequod programs: :math:`1.05 - 0.5^{d}` with d twice the gap over the sum, times
    the memory, between 0.001 and 0.25. Without the memory the least step is 5 % and prices circle.
    """
    off = 2 * np.abs(supply - demand) / (supply + demand)
    step = np.clip((1.05 - 0.5**off) * np.minimum(before, 1.0), 0.001, 0.25)
    return prices * (1 + np.sign(demand - supply) * step)


def plan_by_councils(
    society: Society,
    near: float = 0.05,
    rounds: int = 500,
    board: Board = damped,
    start: Numbers | None = None,
    watch: Watch = unwatched,
) -> CouncilsPlan:
    """Return the plan reached when no good's imbalance (gap over half the sum) exceeds ``near``.

    ``start`` are prices to begin with, as last year's.
    """
    began = cpu()
    prices = opening(society) if start is None else start
    before, history = np.ones(len(prices)), list[float]()
    now = proposed(society, prices)
    for round_ in range(1, rounds + 1):
        off = 2 * np.abs(now.supply - now.demand) / (now.supply + now.demand)
        history.append(float(off.max()))
        watch(round_, history[-1])
        if history[-1] < near or round_ == rounds:
            break
        prices, before = board(prices, now.demand, now.supply, before), np.full(len(off), off.mean())
        now = proposed(society, prices)
    certificate = certify(society, prices, now)
    sent = {
        Channel(Party.CENTRE, Party.ENTERPRISE): len(prices) * len(history),
        Channel(Party.CENTRE, Party.CONSUMERS): len(prices) * len(history),
        Channel(Party.ENTERPRISE, Party.CENTRE): (np.count_nonzero(society.exponents) + len(society.makes))
        * len(history),
        Channel(Party.CONSUMERS, Party.CENTRE): (society.shares.size + society.harm.size) * len(history),
    }
    return CouncilsPlan(
        prices,
        now.supply,
        now.demand,
        now.efforts,
        certificate,
        len(history),
        sent,
        cpu() - began,
        tuple(history),
    )


def opening(society: Society) -> Numbers:
    """Return prices to start from: all goods alike, at the mean income over what a council might have."""
    return np.full(society.kinds.all, float(society.incomes.sum()) / len(society.makes) / society.kinds.made)


def proposed(society: Society, prices: Numbers) -> Proposals:
    """Return what all councils propose at these prices (by good)."""
    made, revenue, profit, efforts = _workers(society, prices)
    kinds, goods = society.kinds, len(prices)
    supply = np.bincount(society.makes, made, goods).astype(float)
    demand = society.exponents.T @ revenue / prices
    last = goods - kinds.pollutants
    supply[kinds.made : last] = society.given
    final = kinds.private + kinds.public
    demand[:final] += _consumers(society, prices[:final])
    # Each proposes the level of pollution at which harm equals the share paid; the mean is taken.
    paid = prices[last:] / len(society.incomes)
    supply[last:] = (paid / society.harm).mean(axis=0)
    return Proposals(made, efforts, supply, demand, profit)


def _workers(society: Society, prices: Numbers) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Return output, revenue, profit less the weight of effort, and effort of each worker council."""
    eps, own = society.exponents, prices[society.makes]
    push = society.effort / society.strain
    scale = eps.sum(axis=1) + push
    costs = _entropy(eps) - eps @ np.log(prices) + push * np.log(society.effort / society.burden)
    made = np.exp((np.log(society.productivity) + scale * np.log(own) + costs) / (1 - scale))
    revenue = own * made
    efforts = (society.effort * revenue / society.burden) ** (1 / society.strain)
    return made, revenue, (1 - scale) * revenue, efforts


def _entropy(exponents: Numbers) -> Numbers:
    filled = np.where(exponents > 0, exponents, 1.0)
    return np.einsum("ij,ij->i", exponents, np.log(filled))


def _consumers(society: Society, prices: Numbers) -> Numbers:
    """Return the demand (private, public goods) that consumer councils' proposals add up to.

    A public good costs a council one share of its price, and the level is the mean of what all propose.
    """
    private = society.kinds.private
    many = len(society.incomes)
    own = (society.incomes @ society.shares[:, :private]) / prices[:private]
    common = (society.incomes @ society.shares[:, private:]) / (prices[private:] / many) / many
    return np.concatenate([own, common])


def certify(society: Society, prices: Numbers, now: Proposals) -> DualityGap:
    """Return what the proposals, cut to what there is, are worth, and a bound on all plans."""
    return DualityGap(worth(society, prices, now), upper_bound(society, prices, now), 0.0)


def upper_bound(society: Society, prices: Numbers, now: Proposals) -> float:
    """Return a value that no plan of this society exceeds: surpluses of all at these prices."""
    kinds = society.kinds
    final, last = kinds.private + kinds.public, len(prices) - kinds.pollutants
    spent = society.incomes @ society.shares
    buyers = _buyers(society, spent, prices[:final]) - spent.sum()
    charges = prices[last:]
    permits = float(np.sum(charges**2 / (2 * society.harm.sum(axis=0))))
    return float(buyers + now.profit.sum() + prices[kinds.made : last] @ society.given + permits)


def worth(society: Society, prices: Numbers, now: Proposals) -> float:
    """Return the value of the proposals after every input is cut to what there is of it."""
    kinds = society.kinds
    final, last = kinds.private + kinds.public, len(prices) - kinds.pollutants
    wanted = (society.exponents.T @ (now.made * prices[society.makes])) / prices
    cut = np.ones(len(prices))
    there = np.concatenate([np.full(kinds.made, np.inf), society.given, np.full(kinds.pollutants, np.inf)])
    for _ in range(CUTS):
        made = now.made * np.exp(society.exponents @ np.log(cut))
        there[: kinds.made] = np.bincount(society.makes, made, kinds.made)
        cut = np.minimum(cut, there / np.maximum(wanted, 1e-300))
    made = now.made * np.exp(society.exponents @ np.log(cut))
    sold = np.bincount(society.makes, made, kinds.made)[:final]
    spent = society.incomes @ society.shares
    level = (cut * wanted)[last:]
    strained = float(np.sum(society.burden * now.efforts**society.strain / society.strain))
    harmed = float(np.sum(society.harm.sum(axis=0) * level**2 / 2))
    return _buyers(society, spent, spent / sold) - strained - harmed


def _buyers(society: Society, spent: Numbers, prices: Numbers) -> float:
    """Return the sum of incomes times shares times logarithms of what each council gets at these prices."""
    private = society.kinds.private
    money = society.incomes[:, None] * society.shares
    own = money[:, :private]
    bought = float(np.sum(own * np.log(np.maximum(own, 1e-300)))) - float(
        own.sum(axis=0) @ np.log(prices[:private])
    )
    return bought + float(spent[private:] @ np.log(spent[private:] / prices[private:]))


CUTS = 60  # passes in which inputs are cut to what is left of them

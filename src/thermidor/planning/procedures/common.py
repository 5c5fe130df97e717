"""What procedures by rounds share: last year's mix of techniques, plans kept within limits, certificates."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csc_array

from ..aim import NOTHING, Proportional
from ..balance import Balance, prove, values
from ..chain import NotProductive
from ..duality import certify
from ..exact.leontief import asked
from ..exact.productive import chain_of
from ..plan import Messages, Plan, cpu
from ..rationing import rationed, supplies
from ..table import Numbers, Table

TURNS, NEAR = 500, 1e-11  # of cutting users of what is short gently, and the least share still cut
LAST_TURNS = 100  # of cutting them for good, at the end
EXACT = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class Mix:
    """Hold one recipe for each product: ``recipes`` (n x n) and the ``shares`` (m) techniques have in it."""

    recipes: csc_array
    shares: Numbers

    def levels(self, known: Table, outputs: Numbers) -> Numbers:
        """Return the levels (m) at which the techniques make these outputs (n)."""
        return self.shares * outputs[known.makes]


def last_mix(known: Table) -> Mix:
    """Return the techniques as mixed last year; of products not made then, all techniques in equal parts."""
    n, m = len(known.products), len(known.makes)
    if known.one_technique:
        return Mix(known.inputs, np.ones(m))
    made, many = known.outputs(known.achieved), np.bincount(known.makes, minlength=n)
    old = made[known.makes] > 0
    shares = np.where(old, known.achieved, 1.0) / np.where(old, made[known.makes], many[known.makes])
    mixed = csc_array((shares, (np.arange(m), known.makes)), shape=(m, n))
    return Mix(csc_array(known.inputs @ mixed), shares)


def proven(known: Table, mix: Mix) -> tuple[Numbers, Numbers]:
    """Return prices (n) at which every recipe pays, and what it leaves over (n).

    Raises ThermidorError if a chain of products cannot reproduce itself.
    """
    try:
        return prove(mix.recipes)
    except NotProductive as fault:
        raise fault.named(known.products) from None


def growth_norm(known: Table, mix: Mix) -> float:
    """Return demand over last year's final deliveries, in the middle of the products; one if unknown."""
    made = known.outputs(known.achieved)
    last = made - mix.recipes @ made
    both = (last > 0) & (known.demand > 0)
    return float(np.median(known.demand[both] / last[both])) if both.any() else 1.0


def full_costs(known: Table, mix: Mix, proof: Numbers) -> Numbers:
    """Return full costs (n) in the first resource; without one, the prices of the proof."""
    if len(known.resources.names) == 0:
        return proof
    direct = np.bincount(known.makes, known.resources.needs[0] * mix.shares, len(proof))
    return values(mix.recipes, direct.astype(float))


def within(known: Table, levels: Numbers) -> Numbers:
    """Return levels (m) cut to capacities, then to inputs, then in step until resources and limits suffice.

    What is short even then shows in the certificate.
    """
    kept = supplied(known, np.clip(levels, 0.0, known.capacities))
    used = np.concatenate([known.resources.needs @ kept, known.pollution.emissions @ kept])
    limits = np.concatenate([known.resources.endowments, known.pollution.limits])
    over = used > limits
    return kept * float(np.min(limits[over] / used[over], initial=1.0))


def supplied(known: Table, levels: Numbers) -> Numbers:
    """Return levels (m) at which no more is used of any product than is made or in stock.

    Users of what is short are cut, those last who make what is short: gently first, then for good.
    """
    if _balanced(known, levels):
        return levels
    claimed, endless = known.inputs.data, np.full(known.inputs.nnz, np.inf)
    levels = rationed(known, levels, claimed, endless, NEAR, TURNS)
    for _ in range(LAST_TURNS):
        if _balanced(known, levels):
            break
        levels = levels * np.minimum(supplies(known, levels, claimed, endless), 1.0)
    return levels


def _balanced(known: Table, levels: Numbers) -> bool:
    there = known.outputs(levels) + known.stocks
    return bool(np.all(known.inputs @ levels <= there * (1 + EXACT)))


def balanced_plan(
    name: str,
    known: Table,
    mix: Mix,
    outputs: Numbers,
    proof: tuple[Numbers, Numbers],
    messages: Messages,
    began: float,
    history: Sequence[float],
) -> Plan:
    """Return the plan of outputs (n) meant to balance, with the proven bound of its imbalance.

    What no technique makes is not made, whatever was meant.
    """
    wanted, levels = asked(known), mix.levels(known, outputs)
    outputs = known.outputs(levels)
    residual = wanted + mix.recipes @ outputs - outputs
    held = Balance(mix.recipes, wanted, outputs, residual, *proof, len(history), tuple(history))
    labour = np.zeros(len(known.resources.names))
    labour[:1] = 1.0
    return Plan(
        name,
        levels,
        known.inputs,
        outputs,
        known.final(levels) + known.stocks,
        full_costs(known, mix, proof[0]),
        labour,
        held.certificate,
        len(history),
        messages,
        cpu() - began,
        tuple(history),
    )


def in_baskets(known: Table, prices: Sequence[Numbers]) -> tuple[Numbers, ...]:
    """Return prices of products, resources and pollutants in the money of the aim.

    Where a fixed basket is bought it costs one; other aims have money of their own.
    """
    cost = float(np.maximum(prices[0], 0.0) @ known.demand)
    if not isinstance(known.aim, Proportional) or cost <= 0:
        return tuple(prices)
    return tuple(one / cost for one in prices)


def priced_plan(
    name: str,
    known: Table,
    levels: Numbers,
    prices: Sequence[Numbers],
    messages: Messages,
    began: float,
    history: Sequence[float],
) -> Plan:
    """Return the plan of levels (m), with its distance from the best by prices.

    ``prices`` are those of products, of resources and, where there are any, charges on pollutants. Raises
    ThermidorError if nothing of what is asked for can be had since a chain cannot reproduce itself.
    """
    certificate = certify(known, levels, *prices)
    charges = np.maximum(prices[2], 0.0) if len(prices) > 2 else None
    if isinstance(known.aim, Proportional) and certificate.best <= NOTHING:
        fault = chain_of(known)
        if fault:
            raise fault
    return Plan(
        name,
        levels,
        known.inputs,
        known.outputs(levels),
        known.final(levels) + known.stocks,
        known.aim.supported(np.maximum(prices[0], 0.0), known.demand),
        np.maximum(prices[1], 0.0),
        certificate,
        len(history),
        messages,
        cpu() - began,
        tuple(history),
        charges,
    )

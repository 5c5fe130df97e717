r"""Random economies whose best plan is known, because it is chosen before the technology.

Prices p and levels x are drawn first. Recipes of the techniques in use are scaled so that :math:`p A =
\rho\, p`: a positive left eigenvector, hence :math:`\rho` is the spectral radius exactly. The rest of the
price is what resources and binding capacities earn, and techniques out of use cost more than they bring:
complementary slackness (Kantorovich 1959) then makes x and p optimal, for every aim of
:mod:`thermidor.planning.aim`.
"""

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csc_array

from .aim import Aim, Logarithmic, Proportional, Weighted
from .recipes import MIXED, Pattern, sources
from .table import Numbered, Numbers, Resources, Table, table
from .truth import Economy

PREMIUM = 0.5  # techniques out of use cost up to this share more than their product is worth
SLACK = 1.0  # capacities that do not bind exceed the level by up to this share


@dataclass(frozen=True, slots=True)
class Features:
    """Say what sort of economy is drawn.

    ``products`` and ``techniques`` per product, ``inputs`` per technique; ``radius`` of the recipes in use,
    the intermediate share of output; ``pattern`` of who uses what; ``resources`` of which one in ``spare``
    is not scarce; ``binding`` the share of capacities in full use; ``branches`` by which products are
    grouped; ``growth`` of demand on last year and its ``scatter`` between products.
    """

    products: int = 100
    techniques: int = 1
    inputs: int = 5
    radius: float = 0.5
    pattern: Pattern = MIXED
    resources: int = 2
    binding: float = 0.2
    branches: int = 8
    growth: float = 0.05
    scatter: float = 0.1
    aim: type[Proportional] | type[Weighted] | type[Logarithmic] = Proportional


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """Hold an economy and its best plan: value, ``levels`` (m), ``prices`` (n), ``resource_prices``."""

    economy: Economy
    value: float
    levels: Numbers
    prices: Numbers
    resource_prices: Numbers


def draw(features: Features, seed: int) -> Known:
    """Return a random economy with its known optimum; the same for the same seed."""
    dice = np.random.default_rng(seed)
    n, many = features.products, features.products * features.techniques
    makes = np.tile(np.arange(n), features.techniques)
    used = np.arange(many) < n
    final = dice.lognormal(0.0, 0.7, n)
    prices = dice.lognormal(0.0, 0.5, n)
    prices /= prices @ final
    cost = prices[makes] * np.where(used, 1.0, 1 + PREMIUM * dice.random(many))
    inputs = _recipes(features, dice, prices, features.radius * cost)
    levels = np.where(used, np.tile(_balanced(inputs[:, :n], final), features.techniques), 0.0)
    binding = used & (dice.random(many) < features.binding)
    rent = np.where(binding, dice.uniform(0.1, 0.5, many), 0.0)
    worth = np.where(np.arange(features.resources) == 0, 1.0, dice.random(features.resources) > 1 / 3) / n
    needs = _needs(dice, worth, (1 - features.radius) * cost * (1 - rent))
    spare = np.where(worth > 0, 1.0, 1 + SLACK * dice.random(features.resources))
    resources = Resources(
        tuple(f"resource {k}" for k in range(features.resources)),
        ("unit",) * features.resources,
        needs,
        needs @ levels * spare,
    )
    roomy = np.where(used, levels, levels[makes]) * (1 + SLACK * dice.uniform(0.1, 1.0, many))
    last = final / (1 + features.growth) * np.exp(features.scatter * dice.standard_normal(n))
    achieved = np.where(used, np.tile(_balanced(inputs[:, :n], last), features.techniques), 0.0)
    aim = _aim(features, dice, prices, final)
    made = table(
        Numbered("product", n),
        inputs,
        final,
        techniques=Numbered("technique", many),
        makes=makes,
        resources=resources,
        capacities=np.where(binding, levels, roomy),
        aim=aim,
        branches=makes * features.branches // n,
        branch_names=Numbered("branch", features.branches),
        achieved=achieved,
    )
    return Known(Economy(made), aim.value(final, final), levels, prices, worth)


def sparse_table(
    products: int, inputs: int, seed: int, radius: float = 0.5, pattern: Pattern = MIXED
) -> Table:
    """Return a one-technique table of up to tens of millions of products, with recipes in 32 bits.

    Each recipe's inputs add up to ``radius``, which so is the spectral radius.
    """
    dice = np.random.default_rng(seed)
    count = products * inputs
    indices = np.empty(count, dtype=np.int32)
    data = np.empty(count, dtype=np.float32)
    for first in range(
        0, products, 500_000
    ):  # in pieces: random numbers take several times the table's memory
        makes = np.arange(first, min(first + 500_000, products))
        piece = slice(first * inputs, (first + len(makes)) * inputs)
        indices[piece] = sources(pattern, dice, makes, products, inputs).ravel()
        shares = dice.random((len(makes), inputs), dtype=np.float32) + np.float32(0.01)
        data[piece] = (shares * (np.float32(radius) / shares.sum(axis=1, keepdims=True))).ravel()
    start = np.arange(0, count + 1, inputs, dtype=np.int32)
    demand = dice.lognormal(0.0, 0.5, products)
    return table(
        Numbered("product", products), csc_array((data, indices, start), shape=(products, products)), demand
    )


def _recipes(features: Features, dice: np.random.Generator, prices: Numbers, spent: Numbers) -> csc_array:
    """Return recipes that spend on inputs at these prices exactly what is given for each technique."""
    makes = np.tile(np.arange(features.products), features.techniques)
    used = sources(features.pattern, dice, makes, features.products, features.inputs)
    shares = dice.dirichlet(np.ones(features.inputs), len(makes))
    amounts = shares * spent[:, None] / prices[used]
    start = np.arange(0, used.size + 1, features.inputs)
    made = csc_array((amounts.ravel(), used.ravel(), start), shape=(features.products, len(makes)))
    made.sum_duplicates()
    return made


def _needs(dice: np.random.Generator, worth: Numbers, earned: Numbers) -> Numbers:
    """Return needs (resource x technique) that cost at these resource prices exactly what resources earn."""
    drawn = dice.exponential(1.0, (len(worth), len(earned)))
    return drawn * earned / (worth @ drawn)


def _balanced(recipes: csc_array, final: Numbers) -> Numbers:
    """Return the outputs that deliver ``final``, by the series of rounds to rounding error."""
    outputs = term = final
    while np.sum(term) > 1e-17 * np.sum(outputs):
        term = recipes @ term
        outputs = outputs + term
    return outputs


def _aim(features: Features, dice: np.random.Generator, prices: Numbers, final: Numbers) -> Aim:
    if features.aim is Weighted:
        return Weighted(prices)
    if features.aim is Logarithmic:
        return Logarithmic(prices * final)
    return Proportional()

"""What is short is shared out: class after class, and in a class to each by what he claims."""

import numpy as np

from ..rationing import by_column
from ..table import Indices, Numbers, Table

TURNS = 1000
NEAR = 1e-9

Links = tuple[Indices, Indices]
"""The product and the user of each link."""


def filled(there: Numbers, claims: tuple[Numbers, ...]) -> tuple[Numbers, ...]:
    """Return the share of claims met (n), for each class of claims (n) in order of priority."""
    left, shares = there, list[Numbers]()
    for claimed in claims:
        share = np.where(claimed > left, left / np.where(claimed > 0, claimed, 1.0), 1.0)
        shares.append(share)
        left = np.maximum(left - share * claimed, 0.0)
    return tuple(shares)


def shared(
    there: Numbers, makes: Indices, links: Links, orders: Numbers, consumers: Numbers, consumers_wait: bool
) -> tuple[Numbers, Numbers]:
    """Return what is shipped on each link and what consumers get (n) of what is there (n).

    Makers (``makes``: the product of each user) of what is short are served before others, or work would
    stop in circles of makers who wait for each other.
    """
    product, user = links
    n = len(there)
    claimed = np.bincount(product, orders, n).astype(float)
    urgent = (claimed + consumers > there)[makes[user]]
    first = np.bincount(product, np.where(urgent, orders, 0.0), n).astype(float)
    if consumers_wait:
        leading, others, last = filled(there, (first, claimed - first, consumers))
    else:
        leading, others = filled(there, (first, claimed - first + consumers))
        last = others
    return orders * np.where(urgent, leading[product], others[product]), consumers * last


def served(known: Table, levels: Numbers, ranks: Indices, kept: Numbers) -> Numbers:
    """Return levels (m) at which no user takes what is not there, served rank after rank (by link).

    ``kept`` (n): the share of each product that final use keeps. Who is cut makes less in
    turn, until all fits.
    """
    product = known.inputs.indices
    user = np.repeat(np.arange(len(levels)), np.diff(known.inputs.indptr))
    classes = [ranks == rank for rank in np.unique(ranks)]
    for _ in range(TURNS):
        there = known.outputs(levels) * (1 - kept) + known.stocks
        claims = known.inputs.data * levels[user]
        asked = tuple(
            np.bincount(product, np.where(who, claims, 0.0), len(there)).astype(float) for who in classes
        )
        share = np.select(classes, [met[product] for met in filled(there, asked)])
        going = by_column(share, known.inputs.indptr, 1.0)
        levels = levels * going
        if np.all(going > 1 - NEAR):
            break
    return levels

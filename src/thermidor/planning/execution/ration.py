"""What is short is shared out: class after class, and in a class to each by what he claims."""

import numpy as np

from ..table import Indices, Numbers


def filled(there: Numbers, claims: tuple[Numbers, ...]) -> tuple[Numbers, ...]:
    """Return the share of claims met (n), for each class of claims (n) in order of priority."""
    left, shares = there, list[Numbers]()
    for claimed in claims:
        share = np.where(claimed > left, left / np.where(claimed > 0, claimed, 1.0), 1.0)
        shares.append(share)
        left = np.maximum(left - share * claimed, 0.0)
    return tuple(shares)


def shared(
    there: Numbers, product: Indices, orders: Numbers, consumers: Numbers, consumers_wait: bool
) -> tuple[Numbers, Numbers]:
    """Return what is shipped on each link and what consumers get (n) of what is there (n)."""
    claimed = np.bincount(product, orders, len(there)).astype(float)
    if consumers_wait:
        first, second = filled(there, (claimed, consumers))
    else:
        (first,) = filled(there, (claimed + consumers,))
        second = first
    return orders * first[product], consumers * second

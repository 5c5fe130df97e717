"""What is short is shared out: class after class, and in a class to each by what he claims."""

import numpy as np

from ..table import Indices, Numbers

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

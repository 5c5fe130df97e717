"""How many hands are kept for the rush: who makes most of a month in ten days needs the people for them."""

import numpy as np

from ..table import Numbers

OVERTIME = 1.5  # output of a crew in a rush, over its even output; an assumption


def reserve(rhythm: Numbers) -> float:
    """Return the crew kept beyond what even work needs, as a share of it, for these shares of a month."""
    return max(0.0, float(len(rhythm) * np.max(rhythm)) / OVERTIME - 1)

r"""Machines that make machines: more of them costs consumption for some years, and then pays.

.. math:: y_p = a k_p,\; y_c = b k_c, \quad k_p' = (1 - d) k_p + e\,a k_p, \quad
   k_c' = (1 - d) k_c + (1 - e)\,a k_p

Feldman 1928, as interpreted by Domar 1957; eqs 1 and 2 of Allen 2003. In the long run all grows at
:math:`e a - d`.

>>> slow, fast = (consumption(feldman(split, 13)) for split in (0.07, 0.5))
>>> [round(float(x), 2) for x in (slow[5], fast[5], slow[13], fast[13])]
[1.11, 1.01, 1.15, 1.43]
"""

import numpy as np

MACHINES, GOODS = 0, 1


def feldman(
    split: float, years: int, yields: tuple[float, float] = (1 / 3, 1 / 3), worn: float = 0.05,
    start: tuple[float, float] = (1.0, 4.0),
) -> np.ndarray:  # fmt: skip
    """Return output of machines and of goods by year, shape (year, 2), from year 0 to ``years``.

    ``split``: share of machines that goes to making machines; ``yields``: output per unit of capital, 1/year;
    ``worn``: depreciation, 1/year; ``start``: capital of both departments.
    """
    capital, made = np.array(start), []
    for _ in range(years + 1):
        made.append(capital * yields)
        machines = made[-1][MACHINES]
        capital = (1 - worn) * capital + np.array([split, 1 - split]) * machines
    return np.array(made)


def consumption(made: np.ndarray) -> np.ndarray:
    """Return output of goods over that of the first year."""
    return made[:, GOODS] / made[0, GOODS]

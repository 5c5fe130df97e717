r"""Elites multiply while labour is cheap.

.. math:: E' = rE + \mu N, \quad N' = rN, \quad e = E / N \;\Rightarrow\; e' = \mu = \mu_0\,(w_0/w - 1)

:math:`w` the relative wage; a public replication for another country has :math:`w_0 = 1`, :math:`\mu_0 =
0.1`. Turchin's stress index multiplies mass, elite and fiscal distress; only its elite part is here.

>>> round(float(elite_growth(0.8)), 4)
0.025
>>> round(float(np.diff(elites(np.full(2, 0.8)))[0]), 4)
0.025
"""

import numpy as np


def elite_growth(wage: float, mobility: float = 0.1, usual: float = 1.0) -> float:
    """Return the yearly change of elites over people at a relative wage."""
    return mobility * (usual / wage - 1)


def elites(wage: np.ndarray, start: float = 0.01, births: float = 0.012, steps: int = 1000) -> np.ndarray:
    """Return elites over people by year: both grow by births, and elites by those who rise.

    ``wage``: relative wage by year; ``steps`` a year, since both grow without pause.
    """
    elite, people, path = start, 1.0, [start]
    for now in wage[:-1]:
        risen = elite_growth(float(now))
        for _ in range(steps):
            elite, people = elite + (births * elite + risen * people) / steps, people * (1 + births / steps)
        path.append(elite / people)
    return np.array(path)

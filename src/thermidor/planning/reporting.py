"""How the truth becomes reports: honestly, with padded norms, with hidden capacity.

A way of reporting is any function from an economy to reports; these are the simple ones.
"""

import numpy as np
from scipy.sparse import csc_array

from .reports import Reports
from .table import Numbers, Resources
from .truth import Economy


def honest(economy: Economy) -> Reports:
    """Return reports that say what is."""
    return Reports(economy.truth)


def misreported(economy: Economy, padding: float | Numbers = 0.0, hidden: float | Numbers = 0.0) -> Reports:
    """Return reports with norms of inputs and resources higher, and capacities lower, than they are.

    ``padding`` (a share, one for all or by technique) raises what is said to be needed; ``hidden`` (a share
    below one) lowers what is said to be possible. Source: Berliner, Factory and Manager in the USSR, 1957,
    on the safety factor.
    """
    true = economy.truth
    raised, lowered = 1 + np.asarray(padding, dtype=float), 1 - np.asarray(hidden, dtype=float)
    by_technique = np.broadcast_to(raised, len(true.makes))
    data = true.inputs.data * np.repeat(by_technique, np.diff(true.inputs.indptr))
    resources = true.resources
    said = Resources(resources.names, resources.units, resources.needs * raised, resources.endowments)
    inputs = csc_array((data, true.inputs.indices, true.inputs.indptr), shape=true.inputs.shape)
    return Reports(true.with_(inputs=inputs, resources=said, capacities=true.capacities * lowered))

"""The free parameters of a theory: one for each of eight slots, of equal width for every theory."""

from collections.abc import Mapping

import numpy as np
from scipy.special import ndtr

from ..lab.belief import priors
from ..theory import Theory

FREE: Mapping[str, str] = {
    "k_or": "usurpation.origin",
    "th_turn": "turn_to_force.threshold",
    "k_co": "coercion_level.k_co",
    "th_te": "terror_pulse.th_te",
    "k_am": "ambition.scale",
    "k_fo": "satellite_area.k_fo",
    "th_re": "elite_bank_run.th_re",
    "k_en": "mass_cascade.k_en",
}
NAMES = tuple(FREE)
WIDTH = len(FREE)


def ranks(scores: np.ndarray) -> dict[str, np.ndarray]:
    """Return the prior ranks by 'mechanism.parameter' for normal scores (draw, parameter)."""
    return {FREE[name]: ndtr(scores[:, i]) for i, name in enumerate(NAMES)}


def values(theory: Theory, scores: np.ndarray) -> dict[str, np.ndarray]:
    """Return the parameters in their own units, by short name, each of shape (draw,)."""
    known, at = priors(theory), ranks(scores)
    return {name: known[FREE[name]].quantile(at[FREE[name]]) for name in NAMES}

r"""The arms of stronger rivals set the pace of accumulation.

.. math:: A = 1.25\,(0.15 + 0.45 \ell + 0.2\theta)(0.35 + 0.65 B)

:math:`\ell` log pressure of rivals (clipped below at nought), :math:`\theta` threat.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(ArmsRaceAccumulation(strength=1.0)(state(rival_log_pressure=0.5), year())))
{'ambition_drive': 0.232725}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, mechanism, strength
from ....frame.state import State
from ....frame.year import Year
from ..scales import RIVALRY


@mechanism
class ArmsRaceAccumulation(Mechanism):
    """Military competition forces the state to accumulate."""

    canon = ("arms-race-accumulation",)
    source = "canon: arms-race-accumulation; Cliff 1948; trial run of the polity block"
    signs = (
        Sign("rival_log_pressure", "ambition_drive", +1, {"rival_log_pressure": 0.4}),
        Sign("military_threat", "ambition_drive", +1),
    )

    strength: float = strength("accumulation")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return ambition forced by arms."""
        race = 0.15 + 0.45 * jnp.clip(now.rival_log_pressure, 0.0, 1.2) + 0.2 * now.military_threat
        able = 0.35 + 0.65 * now.bureaucracy_autonomy
        yield Add("ambition_drive", self.strength * RIVALRY.value * race * able)

r"""A thin layer of loyal supervisors cannot direct a large machine: the span-of-control law.

.. math:: \lambda = 1 - e^{-k S / (0.3 n + 0.15 S)} + 0.05 \ln^+(Y/100) + 0.15 r + \Delta

:math:`S` officials, :math:`n` party members (of whom three in ten supervise), :math:`Y` income as size of
the task, :math:`r` reform. The staff taken over from the old state is counted in :math:`S` without loyalty.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(ControlLoss()(state(), year())))
{'control_loss': 0.299216}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year
from .gates import above


@mechanism
class ControlLoss(Mechanism):
    """Orders fail as officials outnumber those who check them, and as the task grows."""

    canon = ("principal-agent-loss-of-control", "inherited-state-machine")
    source = "canon: principal-agent-loss-of-control; Williamson 1967 on spans; constants are assumptions"
    signs = (
        Sign("bureaucracy_size", "control_loss", +1),
        Sign("party_size", "control_loss", -1),
        Sign("control_drive", "control_loss", +1),
    )

    span: float = parameter(LogNormal(0.10, 0.3), "1", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the share of orders not executed as intended."""
        supervisors = 0.3 * now.party_size + 0.15 * now.bureaucracy_size
        thin = 1.0 - jnp.exp(-self.span * now.bureaucracy_size / jnp.maximum(supervisors, 0.01))
        task = 0.05 * above(jnp.log(jnp.maximum(now.gdp, 1.0) / 100.0))
        yield Set("control_loss", thin + task + 0.15 * now.reform + now.control_drive)

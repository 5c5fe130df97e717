r"""Unions: a voice under NEP, a transmission belt after the turn.

.. math:: U' = U + 0.3 (D + 0.45 n + 0.4 r - U) - 0.25 a T U

:math:`n` NEP, :math:`r` reform, :math:`a` ambition, :math:`T` turn; the bracket is clipped to 0-1.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(Unions()(state(turn=1.0, ambition=0.6, soviet_democracy=0.1), year())))
{'union_independence': -0.285}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year
from .gates import within


@mechanism
class Unions(Mechanism):
    """Unions lose independence to ambition and regain it through democracy, market or own organisation."""

    canon = ("union-transmission-belt", "dual-expropriation")
    source = "canon: union-transmission-belt; trial run of the polity block"
    signs = (
        Sign("soviet_democracy", "union_independence", +1),
        Sign("ambition", "union_independence", -1, {"turn": 1.0}),
        Sign("expropriation_drive", "union_independence", -1),
    )

    norm: float = parameter(LogNormal(0.25, 0.3), "1/year", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return independence of unions from state and management."""
        held = now.union_independence
        aim = jnp.maximum(
            within(now.soviet_democracy + 0.45 * now.nep + 0.4 * now.reform), year.lever.worker_organisation
        )
        pressed = self.norm * now.ambition * now.turn + now.expropriation_drive
        yield Add("union_independence", 0.3 * (aim - held) - within(pressed) * held)

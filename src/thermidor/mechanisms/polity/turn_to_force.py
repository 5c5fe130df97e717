r"""The turn to forced collectivisation: what presses, and what an apparatus is able to do.

.. math:: p = \sigma(14 (q - \theta))\; \mathrm{clip}\frac{B-0.35}{0.35}\;
          \mathrm{clip}\frac{0.5-D}{0.3}\; n\,(1 - 0.8\ell_r)(1 - 0.7\ell_l)

:math:`q` sum of turn closures, :math:`B` autonomy, :math:`D` soviet democracy, :math:`n` NEP (the turn
ends it), :math:`\ell` weight of other programmes in the leadership. No date: a hazard.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(nep=1.0, turn_drive=0.8, bureaucracy_autonomy=0.7, soviet_democracy=0.2)
>>> amounts(list(TurnToForce()(now, year(chance=0.5))))
{'turn': 1.0, 'turn_years': 1.0, 'nep': 0.0}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year
from .gates import likely, within


@mechanism
class TurnToForce(Mechanism):
    """A pressed and autonomous apparatus breaks small farming by force."""

    canon = ("forced-collectivisation",)
    source = "canon: slot turn-1928; trial run of the polity block"
    signs = (
        Sign(
            "turn_drive",
            "turn",
            +1,
            {
                "turn_drive": 0.55,
                "chance": 0.5,
                "nep": 1.0,
                "bureaucracy_autonomy": 0.7,
                "soviet_democracy": 0.2,
            },
        ),
        Sign(
            "soviet_democracy",
            "turn",
            -1,
            {
                "turn_drive": 0.8,
                "chance": 0.6,
                "nep": 1.0,
                "bureaucracy_autonomy": 0.7,
                "soviet_democracy": 0.3,
            },
        ),
        Sign("force_turn", "turn", +1, {"chance": 0.03}),
    )
    luck = ("turn",)

    threshold: float = parameter(Uniform(0.40, 0.75), "index", "equal width for every theory (th_turn)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return whether the turn has been taken, and years since."""
        able = within((now.bureaucracy_autonomy - 0.35) / 0.35) * within((0.5 - now.soviet_democracy) / 0.3)
        other = (1.0 - 0.8 * now.line_right) * (1.0 - 0.7 * now.line_left) * (1.0 - year.lever.no_forced_turn)
        hazard = likely(now.turn_drive, self.threshold, 14.0) * able * now.nep * other * (1.0 - now.ended)
        happens = jnp.asarray(year.luck["turn"] < jnp.maximum(hazard, year.lever.force_turn), float)
        turn = jnp.maximum(now.turn, happens)
        yield Set("turn", turn)
        yield Set("turn_years", now.turn_years + turn)
        yield Set("nep", now.nep * (1.0 - turn))

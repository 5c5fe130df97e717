r"""Direction by officials becomes the brake on technique as the economy grows complex.

.. math:: \beta \mathrel{+}= b\,B\,(1 - W)\,\ln(y / y_0)

:math:`B` autonomy of the apparatus, :math:`W` workers' control, :math:`y` income a head over its first
value. Crude industry can be built by command; quality escapes it "like a shadow" (Trotsky 1936, chapter
11).

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(bureaucracy_autonomy=0.9, income_per_head=6000.0)
>>> amounts(list(BureaucratismBrake(strength=1.0)(now, year())))
{'technique_brake': 0.234385}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year
from .balance import at_start


@mechanism
class BureaucratismBrake(Mechanism):
    """Autonomous officials brake technique in a complex economy."""

    canon = ("bureaucratism-brake",)
    source = "Trotsky 1936; Grant 1997; slot slowdown"
    signs = (
        Sign("bureaucracy_autonomy", "technique_brake", +1, {"income_per_head": 5000.0}),
        Sign(
            "worker_control", "technique_brake", -1, {"income_per_head": 5000.0, "bureaucracy_autonomy": 0.9}
        ),
        Sign(
            "income_per_head", "technique_brake", +1, {"income_per_head": 5000.0, "bureaucracy_autonomy": 0.9}
        ),
    )

    strength: float = strength("slowdown")
    brake: float = fixed(0.28, "share per log income", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return technical progress lost."""
        complexity = jnp.log(jnp.maximum(now.income_per_head / at_start("income_per_head"), 1.0))
        yield Add(
            "technique_brake",
            self.strength * self.brake * now.bureaucracy_autonomy * (1 - now.worker_control) * complexity,
        )

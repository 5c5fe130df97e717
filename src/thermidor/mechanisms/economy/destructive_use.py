r"""Growth under this rule wears out, wastes and turns productive forces into means of destruction.

.. math:: w \mathrel{+}= d\,c\,(m + G/10)

:math:`m` military share, :math:`G` prisoners in millions: product and people used up for rule.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(regulator_command=0.9, military_share=0.15, prisoners=2.0)
>>> amounts(list(DestructiveUse(strength=1.0)(now, year())))
{'waste_drive': 0.04725}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year


@mechanism
class DestructiveUse(Mechanism):
    """Arms and camps draw waste after them."""

    canon = ("destructive-use-of-productive-forces",)
    source = "Shachtman 1951; slot growth"
    signs = (
        Sign("military_share", "waste_drive", +1, {"regulator_command": 0.9}),
        Sign("prisoners", "waste_drive", +1, {"regulator_command": 0.9}),
    )

    strength: float = strength("growth")
    draw: float = fixed(0.15, "share per unit share", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return waste beyond the body's."""
        used = now.military_share + now.prisoners / 10
        yield Add("waste_drive", self.strength * self.draw * now.regulator_command * jnp.clip(used, 0.0, 1.0))

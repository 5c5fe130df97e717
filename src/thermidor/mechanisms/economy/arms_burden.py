r"""Arms withhold from renewal what they take, and plant heaped on each hand returns less.

.. math:: \beta \mathrel{+}= b\,\mathrm{clip}(m - m_0, 0, 0.15) + r\,\ln^{+}\frac{K/L}{K_0/L_0}

:math:`m` arms in income, :math:`m_0` what a state spends in quiet times, :math:`K/L` plant per head over
that of the first year. Competition in arms keeps up accumulation and starves it of the best engineers and
machines (Kidron 1968); a rising mass of plant per worker lowers what a unit of it yields (Harman 1977).

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(military_share=0.13, labour_force=5.4875)
>>> amounts(list(ArmsBurden(strength=1.0)(now, year())))
{'technique_brake': 0.167972}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year
from .balance import at_start


@mechanism
class ArmsBurden(Mechanism):
    """Arms and a falling return to plant slow technique."""

    canon = ("arms-race-accumulation", "low-substitution-diminishing-returns")
    source = "Cliff 1948; Kidron 1968; Harman 1977; slot slowdown"
    signs = (
        Sign("military_share", "technique_brake", +1, {"military_share": 0.1}),
        Sign("plant_capital", "technique_brake", +1, {"plant_capital": 100.0}),
        Sign("labour_force", "technique_brake", -1, {"plant_capital": 100.0}),
    )

    strength: float = strength("slowdown")
    arms: float = fixed(0.8, "share per unit share of income", "assumption")
    quiet: float = fixed(0.05, "share of income", "arms of the first year and a little more (assumption)")
    composition: float = fixed(0.15, "share per log plant per head", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return technical progress lost."""
        burden = self.arms * jnp.clip(now.military_share - self.quiet, 0.0, 0.15)
        first = at_start("plant_capital").sum() / at_start("labour_force")
        per_head = now.plant_capital.sum() / jnp.maximum(now.labour_force, 0.1) / first
        yield Add(
            "technique_brake",
            self.strength * (burden + self.composition * jnp.log(jnp.clip(per_head, 1.0, 10.0))),
        )

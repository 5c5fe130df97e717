r"""Nothing compels an enterprise to save labour: technique is renewed where the state insists.

.. math:: \beta \mathrel{+}= b\,n\,(1 - m)(1 - a), \qquad \pi \mathrel{-}= p\,n\,(1 - m)

:math:`m` market, :math:`n` nationalised share, :math:`a` what arms as a priority still drive. Surplus
grows by more hands and hours; when hands run out, so does growth.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(nationalised_share=1.0, regulator_market=0.05, military_share=0.13)
>>> amounts(list(AbsenceOfRelativeSurplusValue(strength=1.0)(now, year())))
{'technique_brake': 0.08265, 'innovation_pull': -0.095}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year


@mechanism
class AbsenceOfRelativeSurplusValue(Mechanism):
    """Without competition innovation is unsystematic."""

    canon = ("absence-of-relative-surplus-value",)
    source = "Ticktin 1992; slot slowdown"
    signs = (
        Sign("regulator_market", "technique_brake", -1, {"nationalised_share": 1.0}),
        Sign("nationalised_share", "technique_brake", +1, {"regulator_market": 0.1}),
        Sign("nationalised_share", "innovation_pull", -1, {"regulator_market": 0.1}),
    )

    strength: float = strength("slowdown")
    brake: float = fixed(0.1, "share", "assumption; halved, as the claim acts on two links of one term")
    pull: float = fixed(0.1, "share", "assumption; halved, as the claim acts on two links of one term")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return technical progress lost and compulsion missing."""
        free = now.nationalised_share * (1 - now.regulator_market)
        yield Add(
            "technique_brake",
            self.strength * self.brake * free * (1 - jnp.clip(now.military_share, 0.0, 0.5)),
        )
        yield Add("innovation_pull", -self.strength * self.pull * free)

r"""Reform is tried when stagnation is felt, most often by a new leader; a strong push goes deep.

.. math:: p = 1.4\,\sigma(0.8 + 0.35 k) + 0.4 s + 0.3\,\Sigma - 0.5 w - 0.3\,(\theta
   - 0.35)^{+}, \quad h = n\,\mathrm{s}(10\,(p - \theta_r))

:math:`\sigma, \Sigma` stagnation felt and cumulated, :math:`k` culture, :math:`s` want, :math:`w` war,
:math:`\theta` threat; :math:`n` is 0.55 in the first three years of a leader and 0.10 later. Above
:math:`\theta_r + 0.15` reform is deep (1), else partial (0.4). Numbers of the trial run.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(turn=1.0, maturity=1.0, stagnation=0.7, culture_level=0.6, leader_years=1.0)
>>> amounts(list(MarketReform(threshold=0.44)(now, year(chance=0.2))))
{'reform': 1.0, 'reform_years': 1.0}
"""

from collections.abc import Iterator

import jax
import jax.numpy as jnp

from ...frame.change import Add, Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year
from .scales import REFORM


@mechanism
class MarketReform(Mechanism):
    """Felt stagnation under a new leader starts reform."""

    canon = ("market-reform-drift",)
    source = "Canon: market-reform-drift; Bunce 1981 on new leaders; trial run of the polity block"
    luck = ("reform",)
    signs = (
        Sign(
            "stagnation",
            "reform",
            +1,
            {
                "turn": 1.0,
                "maturity": 1.0,
                "leader_years": 1.0,
                "culture_level": 0.6,
                "stagnation": 0.16,
                "chance": 0.2,
            },
        ),
        Sign("force_reform", "reform", +1),
        Sign("gradual_market", "reform", +1),
    )

    threshold: float = parameter(Uniform(0.28, 0.60), "index", "polity trial run")
    deep: float = fixed(0.15, "1", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the depth of reform."""
        lever = year.lever
        push = REFORM.value * now.stagnation * (0.8 + 0.35 * now.culture_level) + 0.4 * now.scarcity
        push = push + 0.3 * jnp.clip(now.stagnation_memory, 0.0, 1.0)
        push = push - 0.5 * now.war - 0.3 * jnp.maximum(now.military_threat - 0.35, 0.0)
        new = jnp.where(now.leader_years < 3, 0.55, 0.10) * now.turn * now.maturity * (1 - now.ended)
        happens = year.luck["reform"] < new * jax.nn.sigmoid(10 * (push - self.threshold))
        depth = jnp.where(push > self.threshold + self.deep, 1.0, 0.4)
        reform = jnp.maximum(now.reform, happens * depth) * (1 - lever.no_reform) * (1 - now.ended)
        reform = jnp.maximum(
            reform, jnp.maximum(lever.force_reform, 0.5 * lever.gradual_market) * (1 - now.ended)
        )
        yield Set("reform", reform)
        yield Add("reform_years", jnp.where(reform > 0.7, 1.0, 0.0))

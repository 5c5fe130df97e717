r"""A state above evenly matched classes gains freedom from all of them.

.. math:: \Delta = 0.04\,(1 - \max_j w_j / \textstyle\sum_j w_j)

:math:`w`: workers by power, peasants, rich peasants, specialists, each in proportion to the people.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(ClassArbitrationBonapartism(strength=1.0)(state(), year())))
{'autonomy_drive': 0.024615}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class ClassArbitrationBonapartism(Mechanism):
    """No class controls the state where none is strong enough."""

    canon = ("class-arbitration-bonapartism",)
    source = "canon: class-arbitration-bonapartism; weights are assumptions"
    signs = (
        Sign(
            "worker_power",
            "autonomy_drive",
            -1,
            {"worker_power": 1.5, "peasant_share": 0.3, "kulak_weight": 0.1},
        ),
    )

    strength: float = strength("origin")
    rate: float = fixed(0.04, "1/year", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return what even balance adds to autonomy."""
        weights = jnp.stack(
            [
                now.worker_power * jnp.minimum(jnp.maximum(now.worker_index, 0.0), 2.0) * 0.5,
                0.5 * now.peasant_share,
                0.5 * now.kulak_weight,
                0.4 * now.specialist_weight,
            ]
        )
        evenness = 1.0 - jnp.max(weights) / jnp.maximum(jnp.sum(weights), 1e-6)
        yield Add("autonomy_drive", self.strength * self.rate * evenness)

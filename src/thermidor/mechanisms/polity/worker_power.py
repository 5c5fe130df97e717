r"""What workers can do against the apparatus: experience, readiness and number, all three together.

.. math:: P = \sqrt{A / 0.35}\; \min(M / 0.6, 1.2)\; \min(\sqrt{W}, 1)

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(WorkerPower()(state(), year())))
{'worker_power': 1.2}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class WorkerPower(Mechanism):
    """Capacity from below is a product: without experience, morale or number there is none."""

    canon = ("war-attrition-of-working-class",)
    source = "trial run of the polity block (assumption: product form)"
    signs = (
        Sign("advanced_worker_share", "worker_power", +1),
        Sign("worker_morale", "worker_power", +1, {"worker_morale": 0.5}),
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the capacity of workers, about 1 in the year of the revolution."""
        experience = jnp.sqrt(jnp.maximum(now.advanced_worker_share, 1e-6) / 0.35)
        number = jnp.minimum(jnp.sqrt(jnp.maximum(now.worker_index, 1e-6)), 1.0)
        yield Set("worker_power", experience * jnp.minimum(now.worker_morale / 0.6, 1.2) * number)

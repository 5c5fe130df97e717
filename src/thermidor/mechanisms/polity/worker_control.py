r"""Who runs the plant: committee, three-person management, or the manager alone.

.. math:: w' = w + 0.5 (\max(0.8 D (1 - 0.5E) + 0.25 m,\ 0.45 t,\ 0.85 g) - w) - 0.25 T (1-t)(1-g) w

:math:`m` market under NEP, :math:`t` the three kept, :math:`g` plants run by their workers, :math:`T` turn.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(WorkerControl()(state(worker_control=0.4, turn=1.0, soviet_democracy=0.1), year())))
{'worker_control': -0.265}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogitNormal
from ...frame.state import State
from ...frame.year import Year
from .gates import within


@mechanism
class WorkerControl(Mechanism):
    """Say over the plant follows soviet democracy and ends with the manager's sole command."""

    canon = ("troika-management", "one-man-management", "dual-expropriation")
    source = "canon: troika-management, one-man-management; trial run of the polity block"
    signs = (
        Sign("soviet_democracy", "worker_control", +1),
        Sign("turn", "worker_control", -1, {"worker_control": 0.4}),
        Sign(
            "troika_management",
            "worker_control",
            +1,
            {"turn": 1.0, "worker_control": 0.2, "troika_management": 0.9},
        ),
        Sign("self_management", "worker_control", +1, {"self_management": 0.8}),
        Sign("expropriation_drive", "worker_control", -1, {"worker_control": 0.4}),
    )

    change: float = parameter(LogitNormal(0.5, 0.3), "1/year", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the say of workers over plant and plan."""
        troika, own, planning = (
            year.lever.troika_management,
            year.lever.self_management,
            year.lever.democratic_planning,
        )
        formal = (
            0.8 * now.soviet_democracy * (1.0 - 0.5 * now.emergency_rule)
            + 0.25 * now.regulator_market * now.nep
        )
        aim = jnp.maximum(jnp.maximum(formal, 0.45 * troika), 0.85 * jnp.maximum(own, planning))
        alone = 0.25 * now.turn * (1.0 - troika) * (1.0 - own) * (1.0 - planning)
        held = now.worker_control
        yield Add(
            "worker_control", self.change * (aim - held) - within(alone + now.expropriation_drive) * held
        )

r"""Victories abroad rekindle, defeats and hunger exhaust the readiness of workers to act.

.. math:: M' = M + m_w w - m_l l M - m_d (M - (0.2 + 0.45 D - 0.25 s + 0.1 c)) - 0.06 h

:math:`w, l` upheavals won and lost abroad (each 1 - exp(-n)), :math:`D` soviet democracy, :math:`s`
scarcity, :math:`c` culture, :math:`h` dearth.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(WorkerMorale()(state(losses_abroad=2.0), year())))
{'worker_morale': -0.12614}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year


@mechanism
class WorkerMorale(Mechanism):
    """Morale follows wins and losses abroad, democracy at home, and want."""

    canon = ("revolution-morale-feedback", "demoralisation-by-defeat")
    source = "canon: revolution-morale-feedback; trial run of the polity block"
    signs = (
        Sign("wins_abroad", "worker_morale", +1, {"worker_morale": 0.4}),
        Sign("losses_abroad", "worker_morale", -1),
        Sign("scarcity", "worker_morale", -1),
    )

    lift: float = parameter(Uniform(0.1, 0.3), "1/year", "polity trial run; no series")
    blow: float = parameter(Uniform(0.08, 0.2), "1/year", "polity trial run; no series")
    fading: float = parameter(Uniform(0.08, 0.2), "1/year", "polity trial run; no series")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return morale."""
        wins, losses = 1.0 - jnp.exp(-now.wins_abroad), 1.0 - jnp.exp(-now.losses_abroad)
        rest = 0.2 + 0.45 * now.soviet_democracy - 0.25 * now.scarcity + 0.1 * now.culture_level
        moved = (
            self.lift * wins
            - self.blow * losses * now.worker_morale
            - self.fading * (now.worker_morale - rest)
        )
        yield Add("worker_morale", moved - 0.06 * now.dearth)

r"""Officials multiply by four laws with weights of their own: scarcity, patronage, work, Parkinson as null.

.. math:: \Delta \ln S = a_s\, k s + a_p N (1-D) + a_w k \ln(Y/Y_0) + a_0 - 0.15 Z + 0.12
          E\,[\text{no market, no turn}] + \Delta

:math:`k` command, :math:`s` scarcity, :math:`N` patronage, :math:`Y` income, :math:`a_0` a rate that
answers to nothing (0.056 a year alone would also fit the long rise). The record cannot tell the four apart.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(regulator_command=0.9, scarcity=0.4, gdp=100.0, soviet_democracy=0.1)
>>> amounts(list(Officials()(now, year())))
{'bureaucracy_size': 0.841508}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year
from .gates import within
from .scales import TROUGH_INCOME


@mechanism
class Officials(Mechanism):
    """Shortage to distribute, posts to give and work to direct make officials; terror removes some."""

    canon = ("bureaucratic-expansion",)
    source = "canon: bureaucratic-expansion, queue-policeman; Parkinson 1957 (null); polity trial run"
    signs = (
        Sign("scarcity", "bureaucracy_size", +1),
        Sign("patronage_network", "bureaucracy_size", +1),
        Sign("gdp", "bureaucracy_size", +1),
        Sign("terror", "bureaucracy_size", -1),
    )

    scarcity: float = parameter(
        LogNormal(0.02, 0.3), "log per year", "refitted by hand on the recorded economy"
    )
    patronage: float = parameter(
        LogNormal(0.014, 0.3), "log per year", "refitted by hand on the recorded economy"
    )
    work: float = parameter(
        LogNormal(0.0125, 0.3), "log per year", "refitted by hand on the recorded economy"
    )
    parkinson: float = fixed(
        0.0, "log per year", "null law: set to 0.056 with the others at nought to print it"
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the number of officials."""
        command = now.regulator_command
        work = self.work * command * jnp.log(jnp.maximum(now.gdp, TROUGH_INCOME.value) / TROUGH_INCOME.value)
        posts = self.patronage * now.patronage_network * (1.0 - now.soviet_democracy)
        vacuum = 0.12 * now.emergency_rule * (1.0 - now.nep) * (1.0 - now.turn)
        law = self.scarcity * command * now.scarcity + posts + work + self.parkinson
        leaving = 0.15 * now.terror + 0.1 * now.restored * within(4.0 - now.ended_years)
        yield Set(
            "bureaucracy_size", now.bureaucracy_size * jnp.exp(law + vacuum + now.officials_drive - leaving)
        )

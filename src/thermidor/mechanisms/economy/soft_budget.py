r"""Where money is passive a plant's losses are paid for, and its demand for inputs has no limit of its own.

.. math:: m = 1 - n\,c\,\mu(1 - e) - \text{drive}, \qquad \Delta b = s\,[\,c\,(1 - m) - b\,]

:math:`m` role of money, :math:`n` nationalised share, :math:`c` command, :math:`e` second economy,
:math:`b` softness. Kornai 1980, 1992; the commitment problem behind it: Dewatripont and Maskin 1995.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(nationalised_share=1.0, regulator_command=0.9, second_share=0.1, softness=0.4)
>>> amounts(list(SoftBudget()(now, year())))
{'money_role': 0.514, 'softness': 0.01122}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogitNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class SoftBudget(Mechanism):
    """Command over nationalised plant makes money passive, and passive money makes budgets soft."""

    canon = ("soft-budget-constraint",)
    source = "Kornai 1980, 1992; Dewatripont and Maskin 1995"
    signs = (
        Sign("nationalised_share", "money_role", -1, {"regulator_command": 0.9}),
        Sign("money_drive", "softness", +1, {"regulator_command": 0.9}),
        Sign("second_share", "money_role", +1, {"regulator_command": 0.9, "nationalised_share": 1.0}),
    )

    passive: float = parameter(LogitNormal(0.6, 0.4), "share", "assumption")
    speed: float = fixed(0.3, "1/year", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the role of money and the change of softness."""
        bound = now.nationalised_share * now.regulator_command
        money = jnp.clip(1 - bound * self.passive * (1 - now.second_share) - now.money_drive, 0.05, 1.0)
        yield Set("money_role", money)
        yield Add("softness", self.speed * (now.regulator_command * (1 - money) - now.softness))

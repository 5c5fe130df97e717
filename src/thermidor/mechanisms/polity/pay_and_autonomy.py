r"""Pay set far above the bench sets officials and specialists apart from those who could check them.

.. math:: \Delta B \mathrel{+}= a\,(\rho - \rho_0)

per year and per unit of what control is left; :math:`\rho` the spread of pay, :math:`\rho_0` that of the
first year. A cap on pay works against autonomy while it holds.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(PayAndAutonomy()(state(wage_spread=1.3), year())))
{'autonomy_drive': -0.0068}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import METAS, State
from ...frame.year import Year


@mechanism
class PayAndAutonomy(Mechanism):
    """A wide spread of pay frees officials from control, a narrow one ties them to it."""

    canon = ("specialist-privilege", "party-maximum-restraint", "privilege-ratchet")
    source = "canon: specialist-privilege; size an assumption"
    signs = (Sign("wage_spread", "autonomy_drive", +1),)

    apart: float = fixed(0.004, "1/year per unit of spread", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return autonomy gained against the first year's spread."""
        yield Add("autonomy_drive", self.apart * (now.wage_spread - jnp.asarray(METAS["wage_spread"].start)))

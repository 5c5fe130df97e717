r"""Scarce skill is paid: the spread of pay, and the cap that held while it was kept.

.. math:: \rho = 1 + m s / (c + 0.15) + 0.6\, a T, \qquad \rho \to (1-k)\rho + k \min(\rho, 1.3)

:math:`s` specialists, :math:`c` culture, :math:`a` ambition after the turn :math:`T`, :math:`k` the cap.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(WageSpread()(state(), year()))), amounts(list(WageSpread()(state(), year(capped_pay=1.0))))
({'wage_spread': 2.92}, {'wage_spread': 1.3})
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class WageSpread(Mechanism):
    """Missing skill commands high pay unless a cap binds."""

    canon = ("specialist-privilege", "party-maximum-restraint")
    source = "canon: specialist-privilege, party-maximum-restraint; scaled to the first year"
    signs = (
        Sign("specialist_weight", "wage_spread", +1),
        Sign("culture_level", "wage_spread", -1),
        Sign("capped_pay", "wage_spread", -1),
    )

    rent: float = parameter(LogNormal(1.6, 0.25), "1", "scaled to a spread of 3 in the first year")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return top over average pay."""
        spread = (
            1.0
            + self.rent * now.specialist_weight / (now.culture_level + 0.15)
            + 0.6 * now.ambition * now.turn
        )
        cap = year.lever.capped_pay
        yield Set("wage_spread", (1.0 - cap) * spread + cap * jnp.minimum(spread, 1.3))

r"""The privilege ratchet: each concession strengthens those who ask for the next.

.. math:: p' = p + r B (0.3 + s)(5 - p) - 0.15 D p + \Delta (8 - p)/7

:math:`B` autonomy, :math:`s` scarcity, :math:`D` soviet democracy (officials on recall), :math:`\Delta`
claims a theory adds; a cap on pay holds :math:`p` at 1.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(Privilege()(state(bureaucracy_autonomy=0.6, scarcity=0.4, soviet_democracy=0.1), year())))
{'privilege': 1.1362}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Privilege(Mechanism):
    """Officials who cannot be removed, where goods are scarce, take more each year; recall bounds them."""

    canon = ("privilege-ratchet", "recall-democracy-need-allocation", "party-maximum-restraint")
    source = "canon: privilege-ratchet, recall-democracy-need-allocation; trial run of the polity block"
    signs = (
        Sign("bureaucracy_autonomy", "privilege", +1),
        Sign("scarcity", "privilege", +1),
        Sign("soviet_democracy", "privilege", -1),
        Sign("capped_pay", "privilege", -1, {"privilege": 2.0}),
    )

    ratchet: float = parameter(
        LogNormal(0.09, 0.3), "1/year", "assumption: about 3 in the middle of the second plan"
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return privilege as a ratio to the first year."""
        taken = self.ratchet * now.bureaucracy_autonomy * (0.3 + now.scarcity) * (5.0 - now.privilege)
        claims = now.privilege_drive * (8.0 - now.privilege) / 7.0
        moved = now.privilege + taken - 0.15 * now.soviet_democracy * now.privilege + claims
        cap = year.lever.capped_pay
        yield Set("privilege", (1.0 - cap) * moved + cap * jnp.minimum(moved, 1.0))

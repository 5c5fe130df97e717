r"""Unions that belong to management tighten norms when targets are taut.

.. math:: e \mathrel{+}= n\,(U_0 - U)\,\mathrm{clip}(\tau - 1, 0, 0.5)

:math:`U` independence of unions, :math:`U_0` that of the first year, :math:`\tau` tautness. Work rises at
unchanged pay: the surplus grows.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(NormSetting()(state(union_independence=0.0, plan_tautness=1.1), year())))
{'effort_drive': 0.0042}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year
from .balance import at_start


@mechanism
class NormSetting(Mechanism):
    """Dependent unions pass taut targets on as output norms."""

    canon = ("union-transmission-belt",)
    source = "canon: union-transmission-belt; Filtzer 1986 on norms; size an assumption"
    signs = (
        Sign("union_independence", "effort_drive", -1, {"plan_tautness": 1.2}),
        Sign("plan_tautness", "effort_drive", +1, {"plan_tautness": 1.1, "union_independence": 0.1}),
    )

    norms: float = fixed(0.06, "share per unit of tautness", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return work added by tighter norms."""
        dependent = at_start("union_independence") - now.union_independence
        taut = jnp.clip(now.plan_tautness - 1, 0.0, 0.5)
        yield Add("effort_drive", self.norms * dependent * taut)

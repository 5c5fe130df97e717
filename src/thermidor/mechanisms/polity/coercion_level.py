r"""Police means move towards what rulers need, faster when they are dismantled than when built.

.. math:: X' = X + v\,(k_{co}\,x^{*} + 0.3\,w - X) - 0.25\,f\,X

:math:`x^{*}` is what closures call for, :math:`w` war, :math:`f` deep or partial reform; :math:`v` is
0.22 up and 0.25 down. :math:`k_{co}` is a free parameter of every theory. Police means as a scenario
sets them multiply the aim.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(coercion=0.2, coercion_drive=0.7)
>>> amounts(list(CoercionLevel(k_co=1.0)(now, year())))
{'coercion': 0.31}
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year


@mechanism
class CoercionLevel(Mechanism):
    """Coercion follows need with a lag and recedes under reform."""

    canon = ("queue-policeman", "police-control-substitution", "abundance-obviates-bureaucracy")
    source = "Trial run of the polity block; slot coercion"
    signs = (
        Sign("coercion_drive", "coercion", +1),
        Sign("war", "coercion", +1),
        Sign("repression_level", "coercion", +1, {"coercion_drive": 0.5}),
        Sign("reform", "coercion", -1, {"coercion": 0.5}),
    )

    k_co: float = parameter(Uniform(0.7, 1.3), "1", "free parameter of slot coercion")
    up: float = fixed(0.22, "1/year", "polity trial run (assumption)")
    down: float = fixed(0.25, "1/year", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the level of police means."""
        aim = self.k_co * jnp.clip(now.coercion_drive, 0.0, 1.2) + 0.3 * now.war
        aim = jnp.clip(aim * year.lever.repression_level * (1 - 0.7 * now.ended), 0.0, 1.0)
        speed = jnp.where(aim > now.coercion, self.up, self.down)
        held = now.coercion + speed * (aim - now.coercion)
        yield Set("coercion", held - 0.25 * now.reform * now.coercion)

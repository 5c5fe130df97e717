r"""A divided labour movement lets fascism win in a slump where unity could have stopped it.

.. math:: h = 0.5\,S\,\sigma(8(S(0.5 + 0.7 l) - t))

:math:`S` slump, :math:`l` labour split, :math:`t` threshold; none if Germany's workers have won or
fascism has been beaten in war. Before power it is a movement; in power it stays until beaten.

>>> from thermidor.frame.example import amounts, state, year
>>> crisis, now = year(0.3, slump=1.0), state(labour_split=0.6, capitalist_stagnation=0.5)
>>> amounts(list(Fascism()(now, crisis)))["fascism"]
1.0
>>> amounts(list(Fascism()(now, year(0.9, slump=1.0))))["fascism"] < 0.4
True
"""

from collections.abc import Iterator

import jax.numpy as jnp
from jax.nn import sigmoid

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year
from .countries import GERMANY


@mechanism
class Fascism(Mechanism):
    """Crisis and split decide whether a fascist party takes power in a great power."""

    canon = ("labour-split-enables-fascism", "capitalist-decay-militarisation", "alternative-pole-or-retreat")
    source = "Polity and world trial run, section 2 (fascism)"
    signs = (
        Sign("labour_split", "fascism", +1, {"slump": 0.8, "chance": 0.99, "labour_split": 0.5}),
        Sign("capitalist_stagnation", "fascism", +1, {"slump": 0.5, "chance": 0.99}),
        Sign(
            "opposition_strength",
            "fascism",
            -1,
            {"slump": 0.5, "chance": 0.99, "losses_abroad": 1.0, "opposition_strength": 0.2},
        ),
    )
    luck = ("fascism",)

    threshold: float = parameter(Uniform(0.56, 0.68), "index", "polity and world trial run (assumption)")
    speed: float = fixed(0.4, "1/year", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the changes of this year."""
        slump, opening = (
            year.forcing.slump,
            (1 - now.won[GERMANY]) * (1 - now.victory) * year.forcing.soviet_power,
        )
        divided = slump * (0.5 + 0.7 * now.labour_split)
        hazard = 0.5 * slump * sigmoid(8 * (divided - self.threshold)) * opening
        took = (year.luck["fascism"] < hazard) | ((now.fascism > 0.8) & (now.victory < 0.5))
        rout = 0.1 * jnp.minimum(now.losses_abroad, 1.0) * jnp.maximum(0.5 - now.opposition_strength, 0.0)
        aim = (0.4 * divided + 0.1 * now.capitalist_stagnation + rout) * (1 - 0.7 * now.victory)
        movement = now.fascism + self.speed * (aim - now.fascism)
        yield Set(
            "fascism", jnp.where(took, 1.0, jnp.where(now.victory > 0, jnp.minimum(movement, 0.1), movement))
        )

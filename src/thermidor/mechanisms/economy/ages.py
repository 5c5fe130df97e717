r"""Ages follow the same births and deaths as the strata, so that both count the same people.

.. math:: a_0' = a_0 + B - D_0 - a_0/15, \quad a_1' = a_1 - D_1 + a_0/15 - .0177 a_1,
   \quad a_2' = a_2 - D_2 + .0177 a_1

Deaths of nature fall on children (less as medicine comes) and on the old; hunger on both; war on adults;
camps on adults.

>>> from thermidor.frame.example import state, year
>>> [change] = list(Ages()(state(born=7.0, died=4.0), year()))
>>> round(float(change.value.sum()), 3)
162.1
"""

from collections.abc import Iterator

import jax.numpy as jnp
from jax import Array

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Ages(Mechanism):
    """The age structure of the population."""

    canon = ("labour-reserve-exhaustion",)
    source = "economy trial run 2.4; ageing rates 1/15 and 0.78/44"
    signs = (Sign("born", "ages", +1, {"born": 5.0}),)

    youth: float = fixed(1.0 / 15.0, "1/year", "width of the age group")
    old: float = fixed(0.78 / 44.0, "1/year", "economy trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the age groups after this year's births, deaths and birthdays."""
        child = 0.47 * (1.0 - 0.9 * jnp.clip(year.forcing.medicine, 0.0, 1.0))
        gone = self._shared(now.died, now.ages, (child, 0.095, 1.0))
        gone = gone + self._shared(now.starved, now.ages, (1.3, 0.7, 1.8))
        gone = gone + self._shared(now.killed, now.ages, (0.5, 1.3, 0.8))
        gone = gone + self._shared(now.executed, now.ages, (0.05, 1.0, 0.6))
        grown, aged = self.youth * now.ages[0], self.old * now.ages[1]
        yield Set("ages", now.ages - gone + jnp.stack([now.born - grown, grown - aged, aged]))

    def _shared(self, deaths: Array, ages: Array, weights: tuple[Array | float, float, float]) -> Array:
        """Return deaths by age group: more where the risk is higher."""
        risk = jnp.stack([jnp.asarray(w, float) for w in weights]) * ages
        return deaths * risk / jnp.maximum(risk.sum(), 1e-9)

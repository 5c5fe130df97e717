r"""Those for whom there is no food die: what hunger has made due is taken from village and town.

Famine is never dated: it is what the food account leaves.

>>> from thermidor.frame.example import amounts, state, year
>>> got = amounts(list(FamineDeaths()(state(starving_village=1.0, starving_town=0.2), year())))
>>> round(sum(got.values()), 4)
1.2
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Move
from ...frame.mechanism import Mechanism, Sign, mechanism
from ...frame.state import State
from ...frame.year import Year

VILLAGE = ("peasants", "kulaks")
TOWN = ("workers", "idle", "employees", "specialists", "officials", "dependants")


@mechanism
class FamineDeaths(Mechanism):
    """Excess deaths by hunger."""

    canon = ("collectivisation-famine", "war-attrition-of-working-class")
    source = "identity 4 of the frame; Davies and Wheatcroft 2004"
    signs = (
        Sign("starving_village", "starved", +1),
        Sign("starving_town", "starved", +1),
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return deaths by hunger in each stratum."""
        for strata, due in ((VILLAGE, now.starving_village), (TOWN, now.starving_town)):
            people = jnp.maximum(sum((getattr(now, s) for s in strata), jnp.zeros(())), 1e-6)
            for stratum in strata:
                yield Move(stratum, "starved", due * getattr(now, stratum) / people)

r"""Foreign parties obey the only victorious one, until they grow roots at home.

.. math:: c' = c + 0.15\,(p\,(0.3 + 0.7B) + 0.1 d + \text{closure} - c) - n k, \qquad k' = k + e\,x\,y(1-k)

:math:`p` prestige, :math:`B` autonomy of the apparatus, :math:`d` doctrine of one country, :math:`k`
national ties, which grow with party strength :math:`x` and the room :math:`y` that capitalist growth
gives.

>>> from thermidor.frame.example import amounts, state, year
>>> rooted = dict(cp_national_ties=0.0, sioc_doctrine=0.0)
>>> now = state(cp_subordination=0.2, ussr_prestige=0.6, bureaucracy_autonomy=1.0, **rooted)
>>> round(amounts(list(Subordination()(now, year())))["cp_subordination"], 3)
0.26
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year
from .begun import once_begun


@mechanism
class Subordination(Mechanism):
    """Prestige and the apparatus bring foreign parties to heel; national ties loosen the hold."""

    canon = (
        "comintern-prestige-subordination",
        "cp-national-embedding",
        "socialism-in-one-country",
        "popular-front-demobilisation",
    )
    source = "Polity and world trial run, section 2 (subordination)"
    signs = (
        Sign("ussr_prestige", "cp_subordination", +1),
        Sign("cp_national_ties", "cp_subordination", -1, {"cp_national_ties": 0.3}),
        Sign("foreign_cp_strength", "cp_national_ties", +1),
        Sign("sioc_doctrine", "cp_subordination", +1),
        Sign("fascism", "cp_national_ties", +1),
        Sign("independent_parties", "cp_subordination", -1),
    )

    speed: float = fixed(0.15, "1/year", "polity and world trial run (assumption)")
    embedding: float = fixed(0.15, "1/year", "polity and world trial run (assumption)")
    loosening: float = fixed(0.06, "1/year", "polity and world trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the changes of this year."""
        room = jnp.clip(now.capitalist_growth / 5, 0.0, 1.0) * (1 - now.capitalist_stagnation)
        ties = (
            self.embedding * now.foreign_cp_strength * (room + 0.5 * now.fascism) * (1 - now.cp_national_ties)
        )
        asked = now.ussr_prestige * (0.3 + 0.7 * now.bureaucracy_autonomy) + 0.1 * now.sioc_doctrine
        obeyed = self.speed * (asked + now.subordination_drive - now.cp_subordination)
        new = jnp.clip(now.cp_subordination + obeyed - self.loosening * now.cp_national_ties, 0.0, 1.0)
        free = jnp.clip(year.lever.independent_parties, 0.0, 1.0)
        yield Set("cp_national_ties", once_begun(year, now.cp_national_ties, now.cp_national_ties + ties))
        yield Set("cp_subordination", once_begun(year, now.cp_subordination, new * (1 - free)))

r"""Shares and sums that readers of the people account need.

Towns are all who do not live from farming, with families; soldiers, prisoners and exiles stand apart.

>>> from thermidor.frame.example import amounts, state, year
>>> got = amounts(list(PeopleCounted()(state(), year())))
>>> round(got["population"], 1), round(got["town_people"], 1), round(got["worker_index"], 2)
(159.1, 27.2, 0.91)
"""

from collections.abc import Iterator

from ...frame.change import Change, Set
from ...frame.identities import people
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class PeopleCounted(Mechanism):
    """Population, towns, village, and the number of workers."""

    canon = ("war-attrition-of-working-class",)
    source = "identity 4 of the frame; industrial_workers of the record for the index"
    signs = (
        Sign("workers", "worker_index", +1),
        Sign("peasants", "peasant_share", +1),
        Sign("dependants", "town_people", +1),
    )

    workers_then: float = fixed(7.0, "million", "industrial, building and transport workers of 1917")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the counts."""
        total = people(now)
        towns = now.workers + now.idle + now.employees + now.specialists + now.officials + now.dependants
        village = now.peasants + now.kulaks
        yield Set("population", total)
        yield Set("town_people", towns)
        yield Set("village_people", village)
        yield Set("nonfarm_share", 1.0 - village / total)
        yield Set("peasant_share", village / total)
        yield Set("worker_number", now.workers)
        yield Set("worker_index", now.workers / self.workers_then)

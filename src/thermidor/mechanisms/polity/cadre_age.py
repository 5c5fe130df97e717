r"""Leading cadres grow old in office unless replaced.

.. math:: a' = a + 1 - (t + 0.5 z + 0.25 (\Delta \ln S)^+)(a - 33)

:math:`t` usual turnover, lower where terror is remembered and officials want safety, :math:`z` purge.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(CadreAge()(state(cadre_age=55.0, purge_rate=0.3), year())))
{'cadre_age': -3.004}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class CadreAge(Mechanism):
    """Purges and recruitment make cadres young, tenure makes them old."""

    canon = ("declasse-recruitment",)
    source = "canon: declasse-recruitment (tenure); rates are assumptions"
    signs = (
        Sign("purge_rate", "cadre_age", -1),
        Sign("terror_memory", "cadre_age", +1, {"cadre_age": 50.0}),
        Sign("scarcity", "cadre_age", -1),
    )

    turnover: float = parameter(LogNormal(0.026, 0.2), "1/year", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the mean age of the leading cadres, years."""
        usual = self.turnover * (1.0 - 0.4 * now.terror_memory) + 0.02 * now.scarcity
        yield Add(
            "cadre_age", 1.0 - (usual + 0.5 * now.purge_rate + 0.1 * now.leader_fell) * (now.cadre_age - 33.0)
        )

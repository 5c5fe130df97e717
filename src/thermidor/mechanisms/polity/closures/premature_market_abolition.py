r"""Markets ended before abundance: what prices did, officials must now do.

.. math:: \Delta \ln S = 0.006\,(1 - m)\, g\, i

:math:`m` market weight, :math:`g` gap to the leading rival (1 - development), :math:`i` isolation.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(PrematureMarketAbolition(strength=1.0)(state(regulator_market=0.1), year())))
{'officials_drive': 0.003847}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class PrematureMarketAbolition(Mechanism):
    """Decreeing markets away in a poor and isolated country makes officials, not control by producers."""

    canon = ("premature-market-abolition",)
    source = "canon: premature-market-abolition; rate is an assumption"
    signs = (Sign("regulator_market", "officials_drive", -1), Sign("technology_gap", "officials_drive", +1))

    strength: float = strength("regulation")
    rate: float = fixed(0.006, "log per year", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the added growth of officials."""
        poor = (1.0 - now.regulator_market) * now.technology_gap * now.isolation
        yield Add("officials_drive", self.strength * self.rate * poor)

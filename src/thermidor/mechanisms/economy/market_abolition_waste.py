r"""Markets ended by decree before abundance leave chaos that officials must fill.

.. math:: w \mathrel{+}= \omega\,(1 - m)\,z\,I

:math:`m` market, :math:`z = 1 - y/y_r` distance of income from the rival's, :math:`I` isolation. What
neither price nor plenty settles is settled by officials: control is lost, product is spoilt.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(regulator_market=0.05, technology_gap=0.75, isolation=0.9)
>>> amounts(list(MarketAbolitionWaste(strength=1.0)(now, year())))
{'waste_drive': 0.019237, 'control_drive': 0.032063}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year


@mechanism
class MarketAbolitionWaste(Mechanism):
    """Poverty without markets wastes."""

    canon = ("premature-market-abolition",)
    source = "Macnair; Parkinson; slot regulation"
    signs = (
        Sign("regulator_market", "waste_drive", -1, {"technology_gap": 0.7}),
        Sign("isolation", "waste_drive", +1, {"technology_gap": 0.7, "regulator_market": 0.1}),
        Sign("technology_gap", "control_drive", +1, {"regulator_market": 0.1}),
    )

    strength: float = strength("regulation")
    waste: float = fixed(0.03, "share", "assumption")
    control: float = fixed(0.05, "share", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return waste and loss of control."""
        poor = (1 - now.regulator_market) * now.technology_gap * now.isolation
        yield Add("waste_drive", self.strength * self.waste * poor)
        yield Add("control_drive", self.strength * self.control * poor)

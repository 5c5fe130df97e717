r"""State ownership and planning by themselves speed growth, whoever commands.

.. math:: g \mathrel{+}= \gamma\,n\,(c + d)

:math:`n` nationalised share, :math:`c + d` weight of conscious regulation. The claim is :math:`\gamma >
0` at equal investment, backwardness and schooling: a premium on technique, beside what accumulation
brings.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(nationalised_share=1.0, regulator_command=0.9)
>>> amounts(list(StatifiedPlanningGrowth(strength=1.0)(now, year())))
{'growth_premium': 0.00552}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year


@mechanism
class StatifiedPlanningGrowth(Mechanism):
    """Planned state property earns a growth premium."""

    canon = ("statified-planning-growth",)
    source = "Trotsky 1936; Grant 1997; slot growth"
    signs = (
        Sign("nationalised_share", "growth_premium", +1, {"regulator_command": 0.9}),
        Sign("regulator_command", "growth_premium", +1, {"nationalised_share": 1.0}),
    )

    strength: float = strength("growth")
    premium: float = fixed(0.006, "log per year", "assumption: half a point a year of technique")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the premium."""
        planned = now.regulator_command + now.regulator_democratic
        yield Add("growth_premium", self.strength * self.premium * now.nationalised_share * planned)

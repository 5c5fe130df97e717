r"""What cannot be had from labour by wage or consent is sought by force.

.. math:: \Delta x^{*} = 1.6\,c\,(0.2 + 0.8\,i)\,(0.45 + 0.55\,L)

:math:`c` is the weight of command, :math:`i` the share of workers new to industry, :math:`L`
concentration of decision. The effort that command fails to obtain calls for more. The slope brings the
driver to the common size of the middle of the second plan.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(regulator_command=0.9, recent_influx=0.5, leader_concentration=0.7)
>>> amounts(list(LabourControlByForce(strength=1.0)(now, year())))
{'coercion_drive': 0.72144}
"""

from collections.abc import Iterator

from ....frame.change import Add, Change
from ....frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ....frame.state import State
from ....frame.year import Year


@mechanism
class LabourControlByForce(Mechanism):
    """Coercion makes up for the lack of control over a raw labour force."""

    canon = ("control-failure-over-labour",)
    source = "Ticktin 1992; slot coercion"
    signs = (
        Sign("recent_influx", "coercion_drive", +1),
        Sign("regulator_command", "coercion_drive", +1),
    )

    strength: float = strength("coercion")
    slope: float = fixed(1.6, "1", "polity trial run (assumption)")
    settled: float = fixed(0.2, "1", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the force that stands in for control over work."""
        raw = self.settled + (1 - self.settled) * now.recent_influx
        need = self.slope * now.regulator_command * raw * (0.45 + 0.55 * now.leader_concentration)
        yield Add("coercion_drive", self.strength * need)

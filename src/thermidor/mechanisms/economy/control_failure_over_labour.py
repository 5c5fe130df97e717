r"""The elite cannot direct the labour it appropriates: workers keep control of pace and quality.

.. math:: e \mathrel{-}= \epsilon\,(1 - X)(1 - m)\,(1 + h), \qquad w \mathrel{+}= \omega\,(1 - X)(1 - m)

:math:`X` coercion, :math:`m` market, :math:`h` hoarding. Where neither fear nor the sack drives, labour
gives less and spoils more, and the surplus can be drawn only in part.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(coercion=0.3, regulator_market=0.05)
>>> amounts(list(ControlFailureOverLabour(strength=1.0)(now, year())))
{'effort_drive': -0.02793, 'waste_drive': 0.0399, 'control_drive': 0.0665}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, strength
from ...frame.state import State
from ...frame.year import Year


@mechanism
class ControlFailureOverLabour(Mechanism):
    """Without sack and without terror effort sinks."""

    canon = ("control-failure-over-labour",)
    source = "Ticktin 1992; slot labour"
    signs = (
        Sign("coercion", "effort_drive", +1),
        Sign("regulator_market", "effort_drive", +1),
        Sign("labour_hoarding", "effort_drive", -1),
        Sign("coercion", "waste_drive", -1),
        Sign("regulator_market", "control_drive", -1),
    )

    strength: float = strength("labour")
    effort: float = fixed(0.04, "share", "Murrell 1991: measured efficiency within 3-5 per cent")
    waste: float = fixed(0.06, "share", "assumption: loss of use value, not of measured income")
    control: float = fixed(0.1, "share", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return effort lost, waste and loss of control."""
        loose = (1 - now.coercion) * (1 - now.regulator_market)
        yield Add("effort_drive", -self.strength * self.effort * loose * (1 + now.labour_hoarding))
        yield Add("waste_drive", self.strength * self.waste * loose)
        yield Add("control_drive", self.strength * self.control * loose)

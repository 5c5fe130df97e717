r"""Fear makes people obey and stop telling the truth; terror takes the skilled.

.. math:: \Delta c = -0.06\,X(1 - Z), \quad \Delta i = 0.03\,X + 0.06\,Z, \quad \Delta e = 0.06\,X(1
   - X) - 0.05\,Z, \quad \Delta b = 0.08\,Z

:math:`X` is coercion, :math:`Z` terror; :math:`c` loss of control, :math:`i` distortion of reports,
:math:`e` effort, :math:`b` the brake on technique. Output is an inverted U in coercion: the gain in
obedience is soon outweighed.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(coercion=0.6, terror=0.9)
>>> amounts(list(RepressionInformationTradeoff()(now, year())))
{'control_drive': -0.0036, 'info_distortion': 0.0684, 'effort_drive': -0.0306, 'technique_brake': 0.072}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class RepressionInformationTradeoff(Mechanism):
    """Coercion buys obedience at the price of truth and skill."""

    canon = ("repression-information-tradeoff",)
    source = "Wintrobe 1998; Harrison 2002; Gregory 2009; coefficients are assumptions"
    signs = (
        Sign("coercion", "control_drive", -1),
        Sign("coercion", "info_distortion", +1),
        Sign("terror", "technique_brake", +1),
        Sign("terror", "effort_drive", -1),
    )

    obedience: float = parameter(LogNormal(0.06, 0.4), "1", "assumption")
    silence: float = parameter(LogNormal(0.03, 0.4), "1/year", "assumption")
    skill: float = parameter(LogNormal(0.08, 0.4), "1", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return obedience gained, truth and skill lost."""
        fear, terror = now.coercion, now.terror
        yield Add("control_drive", -self.obedience * fear * (1 - terror))
        yield Add("info_distortion", self.silence * (fear + 2 * terror) * (1 - now.info_distortion))
        yield Add("effort_drive", self.obedience * fear * (1 - fear) - 0.05 * terror)
        yield Add("technique_brake", self.skill * terror)

r"""Open debate finds mistakes early; a closed party repeats them and hears what it wants to hear.

.. math:: \Delta i = a\,(1 - Q)(1 - i) - 2a\,Q\,i, \quad \Delta \mathit{Leg} = b\,(Q - 0.4)

:math:`Q` is party democracy, :math:`i` the distortion of reports: the variance of policy errors falls
with debate. The effect on acceptance stands for lines found right or wrong.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(party_democracy=0.1, info_distortion=0.3)
>>> amounts(list(PartyDemocracyErrorCorrection()(now, year())))
{'info_distortion': 0.0057, 'legitimacy': -0.0045}
"""

from collections.abc import Iterator

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class PartyDemocracyErrorCorrection(Mechanism):
    """Debate keeps reports true and the line nearer to the mark."""

    canon = ("party-democracy-error-correction",)
    source = "Canon: party-democracy-error-correction; coefficients are assumptions"
    signs = (
        Sign("party_democracy", "info_distortion", -1),
        Sign("party_democracy", "legitimacy", +1),
    )

    silence: float = parameter(LogNormal(0.01, 0.4), "1/year", "assumption")
    line: float = parameter(LogNormal(0.015, 0.4), "1/year", "assumption")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the effects of debate."""
        held = now.party_democracy
        hidden = (1 - held) * (1 - now.info_distortion) - 2 * held * now.info_distortion
        yield Add("info_distortion", self.silence * hidden)
        yield Add("legitimacy", self.line * (held - 0.4))

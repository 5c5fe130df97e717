r"""Officials turn to private gain as soon as they expect the others to: a bank run on the state.

.. math:: f = \Phi\!\left(\frac{\rho + 0.55\,F + 0.1\,r - \theta_{re}
   - 0.10}{0.16}\right), \quad F' = F + 0.3\,(f - F)

:math:`\rho` is the gain from title less its risk (closures), :math:`F` those already turned, :math:`r`
republics leaving, :math:`\theta_{re}` a free parameter of every theory. Solnick 1998: a run in the form
of a threshold game.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(restoration_drive=0.6, restoration_faction=0.2)
>>> amounts(list(EliteBankRun(th_re=0.6)(now, year())))
{'restoration_faction': 0.097475}
"""

from collections.abc import Iterator

from jax.scipy.special import ndtr

from ...frame.change import Add, Change
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year


@mechanism
class EliteBankRun(Mechanism):
    """The gain from title and the example of others turn officials."""

    canon = ("nomenklatura-appropriation",)
    source = "Solnick 1998; trial run of the polity block; slot restoration"
    signs = (
        Sign("restoration_drive", "restoration_faction", +1),
        Sign("restoration_faction", "restoration_faction", +1),
        Sign("republics_leaving", "restoration_faction", +1, {"restoration_drive": 0.6}),
    )

    th_re: float = parameter(Uniform(0.40, 0.75), "index", "free parameter of slot restoration")
    example: float = fixed(0.55, "1", "polity trial run (assumption)")
    spread: float = fixed(0.16, "index", "polity trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return those who turn."""
        others = self.example * now.restoration_faction + 0.1 * now.republics_leaving
        turned = ndtr((now.restoration_drive + others - self.th_re - 0.10) / self.spread)
        yield Add("restoration_faction", 0.3 * (turned - now.restoration_faction))

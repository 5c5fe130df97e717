r"""People move when enough others move: grievance against fear, and an example that grows.

.. math:: m = \Phi\!\left(\frac{k_{en}\,\gamma + 0.5\,c\,m - \varphi - 0.62}{s}\right)

:math:`\gamma = 0.8(1 - \mathit{Leg}) + 0.4 s + 0.2 f + 0.15 w` with acceptance, want, reform and the
wave abroad; :math:`\varphi = 0.9 X + 0.35(1 - O) + 0.08 m_t + 0.35 E` with coercion, self-organisation,
memory of terror and emergency rule. Closures add to both. The rule is applied three times from half of
last year's movement.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(legitimacy=0.2, scarcity=0.5, reform=1.0, coercion=0.05, worker_self_organisation=0.5,
...     mass_mobilisation=0.3)
>>> amounts(list(MassCascade(k_en=1.0, contagion=1.2, spread=0.35)(now, year())))
{'mass_mobilisation': 0.981963}
"""

from collections.abc import Iterator

from jax.scipy.special import ndtr

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year


@mechanism
class MassCascade(Mechanism):
    """Grievance and example bring people out, fear keeps them in."""

    canon = ("political-revolution",)
    source = "Kuran 1991; Lohmann 1994; trial run of the polity block; slot end"
    signs = (
        Sign("legitimacy", "mass_mobilisation", -1),
        Sign("coercion", "mass_mobilisation", -1),
        Sign("scarcity", "mass_mobilisation", +1),
        Sign("revolt_fear", "mass_mobilisation", -1),
        Sign("worker_self_organisation", "mass_mobilisation", +1),
    )

    k_en: float = parameter(Uniform(0.6, 1.4), "1", "free parameter of slot end")
    contagion: float = parameter(Uniform(0.8, 1.6), "1", "polity trial run")
    spread: float = parameter(Uniform(0.25, 0.45), "index", "polity trial run")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the share of people in movement."""
        grievance = 0.8 * (1 - now.legitimacy) + 0.4 * now.scarcity * (1 - 0.8 * now.war)
        grievance = grievance + 0.2 * now.reform + 0.15 * now.revolution_wave + now.grievance_drive
        fear = 0.9 * now.coercion + 0.35 * (1 - now.worker_self_organisation) + now.revolt_fear
        fear = fear + 0.08 * now.terror_memory + 0.35 * now.emergency_rule
        push = self.k_en * grievance - fear - 0.62
        moved = 0.5 * now.mass_mobilisation
        for _ in range(3):
            moved = ndtr((push + 0.5 * self.contagion * moved) / self.spread)
        yield Set("mass_mobilisation", moved)

r"""Private property returns when enough officials have turned, or when concessions have outgrown the state.

.. math:: h = 0.35\,\mathrm{clip}\frac{F - 0.35}{0.4}\,(1 + 0.5\,r)
   + 0.25\,n\,\iota\,\mathrm{s}\big(16\,(\chi - \theta_c)\big)

:math:`F` officials turned, :math:`r` republics leaving, :math:`n` NEP, :math:`\iota` isolation,
:math:`\chi` the pressure of private capital under concessions. What a theory counts as form and not as
title is recorded apart. The lever of fast privatisation decides the year.

>>> from thermidor.frame.example import amounts, state, year
>>> now = state(restoration_faction=0.6)
>>> amounts(list(Restoration()(now, year(chance=0.1))))
{'restoration_hazard': 0.21875, 'restored': 1.0, 'form_changed': 0.0}
"""

from collections.abc import Iterator

import jax
import jax.numpy as jnp

from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import Uniform
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Restoration(Mechanism):
    """A turned elite brings back private property."""

    canon = ("market-concession-restoration", "sideways-transition")
    source = "Solnick 1998; Hedlund 1999; trial run of the polity block; slot restoration"
    luck = ("restoration",)
    signs = (
        Sign("restoration_faction", "restoration_hazard", +1, {"restoration_faction": 0.5}),
        Sign("concession_drive", "restoration_hazard", +1, {"nep": 1.0, "concession_drive": 0.9}),
        Sign("republics_leaving", "restoration_hazard", +1, {"restoration_faction": 0.5}),
        Sign("shock_privatisation", "restored", +1, {"chance": 0.02}),
        Sign("form_weight", "form_changed", +1, {"form_weight": 0.48, "shock_privatisation": 1.0}),
    )

    rate: float = fixed(0.35, "1/year", "polity trial run (assumption)")
    village: float = fixed(0.25, "1/year", "polity trial run (assumption)")
    th_concession: float = parameter(
        Uniform(0.70, 1.05), "index", "polity trial run: threshold of restoration under NEP"
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the hazard and the event."""
        run = (
            self.rate
            * jnp.clip((now.restoration_faction - 0.35) / 0.4, 0.0, 1.0)
            * (1 + 0.5 * now.republics_leaving)
        )
        private = jax.nn.sigmoid(16 * (now.concession_drive - self.th_concession)) * now.nep * now.isolation
        hazard = jnp.clip(run + self.village * private, 0.0, 0.9)
        hazard = (
            jnp.maximum(hazard, year.lever.shock_privatisation) * (1 - now.ended) * (1 - now.revolution_won)
        )
        falls = jnp.where(year.luck["restoration"] < hazard, 1.0, 0.0)
        form = falls * (now.form_weight > 0.5)
        yield Set("restoration_hazard", hazard)
        yield Set("restored", jnp.maximum(now.restored, falls - form))
        yield Set("form_changed", jnp.maximum(now.form_changed, form))

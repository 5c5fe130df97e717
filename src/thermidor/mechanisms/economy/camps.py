r"""Sentences move people into camps, deportations into exile, releases back, and many die there.

.. math:: P' = P + A - R - D_P - X, \qquad E' = E + B - F - D_E

:math:`A` sentences, :math:`B` deportations, :math:`R` and :math:`F` releases, :math:`D` deaths above normal
and :math:`X` executions are decided by the police a year earlier; here they are moved, so that nobody
appears or vanishes. Deportations take the upper stratum of the village first.

>>> from thermidor.frame.example import amounts, state, year
>>> got = amounts(list(Camps()(state(arrested=1.0, exiled=0.5, executions=0.0), year())))
>>> round(got["peasants > prisoners"] + got["dependants > prisoners"], 3), got["kulaks > exiles"]
(1.0, 0.5)
"""

from collections.abc import Iterator

import jax.numpy as jnp

from ...frame.change import Change, Move
from ...frame.mechanism import Mechanism, Sign, mechanism
from ...frame.state import State
from ...frame.year import Year


@mechanism
class Camps(Mechanism):
    """People are arrested, exiled, released; some are killed."""

    canon = ("forced-labour-accumulation",)
    source = "Getty, Rittersporn and Zemskov 1993; Khlevnyuk 2004; Zemskov 2003 on exiles"
    signs = (
        Sign("arrested", "prisoners", +1, {"arrested": 0.5}),
        Sign("released", "prisoners", -1, {"released": 0.1, "prisoners": 1.0}),
        Sign("exiled", "exiles", +1, {"exiled": 0.5}),
        Sign("executions", "executed", +1, {"executions": 0.2}),
        Sign("exile_deaths", "exiles", -1, {"exiles": 1.0}),
    )

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return arrests, deportations, releases and deaths."""
        village = (now.peasants + now.kulaks) / jnp.maximum(now.population, 1.0)
        yield Move("peasants", "prisoners", village * now.arrested)
        yield Move("dependants", "prisoners", (1.0 - village) * now.arrested)
        yield Move("kulaks", "exiles", now.exiled)
        yield Move("peasants", "exiles", jnp.maximum(now.exiled - now.kulaks, 0.0))
        yield Move("dependants", "executed", now.executions)
        yield Move("prisoners", "executed", now.camp_deaths)
        yield Move("exiles", "executed", now.exile_deaths)
        yield Move("prisoners", "dependants", (1.0 - village) * now.released)
        yield Move("prisoners", "peasants", village * now.released)
        yield Move("exiles", "dependants", 0.5 * now.exile_released)
        yield Move("exiles", "peasants", 0.5 * now.exile_released)

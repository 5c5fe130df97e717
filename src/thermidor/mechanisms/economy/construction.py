r"""What is invested is first building site, then plant: soft budgets start more than they finish.

.. math:: U' = U + I - N, \quad N = U' / (1 + \gamma (1 + b)), \quad n_j \propto \omega_j K_j\,(\hat K_j /
   K_j)^{\beta}

:math:`U` unfinished building, :math:`N` plant finished, :math:`\gamma` years of building, :math:`b`
softness. New plant goes to farming by its own share, to the rest in proportion to plant and gaps
(Feldman's allocation derived from targets: :math:`\hat K_j` is the plant that the target would have
needed at first); housing comes late in the queue.

>>> from thermidor.frame.example import amounts, state, year
>>> amounts(list(Construction()(state(investment=13.0), year())))["unfinished > capital"]
17.015707
"""

from collections.abc import Iterator

import jax.numpy as jnp
import numpy as np
from jax import Array

from ...frame.axes import VINTAGES
from ...frame.change import Change, Move, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year
from .balance import FARM, NONFARM, at_start


@mechanism
class Construction(Mechanism):
    """Investment enters building sites; finished plant joins the youngest cohort of its sector."""

    canon = ("accumulation-drive-1928", "soft-budget-constraint")
    source = "Feldman 1928 and Domar 1957; Kornai 1980 on dispersed building; economy trial run, section 2.2"
    signs = (Sign("softness", "capital", -1), Sign("investment", "unfinished", +1))

    pull: float = parameter(LogNormal(0.7, 0.4), "exponent on plant needed", "economy trial run, fitted 0.9")
    years: float = parameter(
        LogNormal(0.48, 0.3),
        "year of output under construction",
        "economy trial run: 0.78, record nearer 0.5",
    )
    homes: float = fixed(0.55, "weight of services", "economy trial run: 0.62 (assumption)")
    shift: float = fixed(0.3, "index", "most weight a plan can shift (as in foreign trade)")
    weight: float = fixed(0.2, "usual weight of consumption in the plan", "lever's historical value")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return what enters and what leaves construction, and plant by sector."""
        yield Move("installed", "unfinished", now.investment)
        finished = (now.unfinished + now.investment) / (1 + self.years * (1 + now.softness))
        held = now.capital.sum(-1)
        needed = now.plan_target * at_start("plant_capital") / at_start("gross_output")
        liking = jnp.exp(jnp.minimum(year.lever.consumption_weight, self.shift) - self.weight)
        one = jnp.ones(())
        rank = jnp.stack([0 * one, liking, 1 / liking, one, one, self.homes * liking])
        claim = rank * held * (jnp.maximum(needed, 1e-3) / jnp.maximum(held, 1e-3)) ** self.pull
        farm = now.farm_investment_share
        new = finished * ((1 - farm) * claim / claim.sum() * NONFARM + farm * FARM)
        laid = new[:, None] * YOUNGEST
        yield Move("unfinished", "capital", laid)
        yield from described(now.capital + laid, now.technique)


def described(capital: Array, technique: Array) -> Iterator[Change]:
    """Yield plant, its age and its technique by sector."""
    total = jnp.maximum(capital.sum(-1), 1e-9)
    yield Set("plant_capital", total)
    yield Set("plant_age", capital @ jnp.arange(len(VINTAGES), dtype=float) / total)
    yield Set("plant_technique", capital @ technique / total)


YOUNGEST = np.eye(len(VINTAGES))[0]

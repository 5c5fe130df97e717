r"""One account of labour: who in towns seeks work, who finds it, who is scattered.

.. math:: W = p\,N_a - O - X, \quad
   L = \bigl[(1 - c)\min(\varsigma W, J) + .98\,c\,\varsigma W\bigr]\,\Bigl(\frac{Y}{\bar Y}\Bigr)^{e(1-q)},
   \quad J = 10.6\,\max(k^{.85}, k^{.45})

:math:`p` participation, :math:`k` non-farm plant (fewer machines are shared by more hands, in shifts),
:math:`N_a` town adults, :math:`O, X` officials and specialists, :math:`\varsigma` share of workers among
wage earners, :math:`c` command with guaranteed work, :math:`Y/\bar Y` industrial output over that for which
plants are manned, :math:`q` hoarding of labour. Those who find no work are idle: scattered in 1918-21,
unemployed under NEP. Participation falls as families follow the first comers, and rises when the village
has no hands left to send.

>>> from thermidor.frame.example import amounts, state, year
>>> quiet = amounts(list(TownWork()(state(), year())))
>>> starved = amounts(list(TownWork()(state(industrial_output=30.0), year())))
>>> starved["workers > dependants"] > quiet["workers > dependants"] + 2.0
True
"""

from collections.abc import Iterator

import jax.numpy as jnp
from jax import Array

from ...frame.axes import C, S
from ...frame.change import Change, Move, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogitNormal, LogNormal
from ...frame.state import State
from ...frame.year import Year


@mechanism
class TownWork(Mechanism):
    """Town adults are at work, idle, or with their families."""

    canon = (
        "war-attrition-of-working-class",
        "full-employment-contract",
        "rural-influx-dilution",
        "labour-market-abolition",
    )
    source = "economy trial run 2.4 and 11; worker_and_employees of the record; Koenker 1985"
    signs = (
        Sign("industrial_output", "workers", +1, {"industrial_output": 50.0}),
        Sign("job_guarantee", "workers", +1, {"regulator_command": 0.9, "dependants": 60.0}),
    )

    settled: float = parameter(LogitNormal(0.58, 0.2), "share of town adults", "worker_and_employees 1940")
    scarce: float = parameter(
        LogNormal(0.28, 0.25), "share of town adults", "women at work when the village is spent"
    )
    following: float = parameter(LogNormal(0.11, 0.3), "1/year", "economy trial run (fitted 0.08)")
    hired: float = parameter(
        LogNormal(1.4, 0.25), "1", "recruitment of 1930-32: workers first, families later"
    )
    scatter: float = parameter(LogNormal(0.5, 0.2), "1", "industrial workers 1917-21: 3.02 to 1.24 million")
    forgetting: float = fixed(0.05, "1/year", "assumption: plants are kept manned for past output")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return moves between work, idleness and family, and the measures of work."""
        town = now.workers + now.idle + now.employees + now.specialists + now.officials + now.dependants
        adults = town * now.ages[1] / jnp.maximum(now.ages.sum(), 1.0)
        part = self._participation(now, town)
        seeking = jnp.clip(
            part * adults - now.officials - now.specialists,
            0.1,
            0.9 * (town - now.officials - now.specialists),
        )
        norm = jnp.maximum(now.industrial_norm * (1.0 - self.forgetting), now.industrial_output)
        workers, employees = self._at_work(now, year, seeking, norm)
        idle = jnp.maximum(seeking - workers - employees, 0.0)
        goals = {"workers": workers, "employees": employees, "idle": idle}
        for name, goal in goals.items():
            yield Move(name, "dependants", jnp.maximum(getattr(now, name) - goal, 0.0))
        for name, goal in goals.items():
            yield Move("dependants", name, jnp.maximum(goal - getattr(now, name), 0.0))
        yield Set("industrial_norm", norm)
        yield Set("participation", part)
        yield Set("unemployment", idle / (seeking + now.officials + now.specialists))
        yield Set(
            "urban_dilution",
            jnp.clip(0.5 * jnp.maximum(now.migration, 0.0) / jnp.maximum(workers, 0.1), 0.0, 1.0),
        )

    def _participation(self, now: State, town: Array) -> Array:
        """Return wage earners and job seekers in town adults."""
        scarcity = (
            jnp.clip((0.52 - now.peasant_share) / 0.30, 0.0, 1.0) + 0.4 * now.war * now.regulator_command
        )
        aim = self.settled + self.scarce * jnp.clip(scarcity, 0.0, 1.0)
        influx = (
            self.hired
            * jnp.maximum(now.migration / jnp.maximum(town, 1.0) - 0.025, 0.0)
            * now.regulator_command
        )
        return jnp.clip(now.participation + self.following * (aim - now.participation) + influx, 0.3, 0.9)

    def _at_work(self, now: State, year: Year, seeking: Array, norm: Array) -> tuple[Array, Array]:
        """Return workers and employees at work."""
        plant = jnp.maximum(now.plant_capital[C:].sum() / 172.0, 0.05)
        goods = now.labour[C:S].sum() / jnp.maximum(now.labour[C:].sum(), 1e-6)
        manual = jnp.clip(0.37 + 0.5 * goods, 0.4, 0.8)
        used = jnp.clip(now.industrial_output / norm, 0.05, 1.0)
        run = used ** (self.scatter * (1.0 - jnp.clip(now.labour_hoarding, 0.0, 1.0)))
        plan = now.regulator_command * year.lever.job_guarantee
        places = 10.6 * jnp.maximum(plant**0.85, plant**0.45)
        fill = (1.0 - plan) * jnp.minimum(1.0, places / seeking) + 0.98 * plan
        return fill * manual * seeking * run, fill * (1.0 - manual) * seeking * run**0.4

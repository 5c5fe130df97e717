r"""Planners turn aims into gross output by a few rounds of material balances from the achieved level.

.. math:: x^{(k+1)} = d + A x^{(k)}, \qquad x^{(0)} = X_{t-1}, \qquad k < 3

:math:`d` holds the aims of the leadership for final products: accumulation and arms as shares of
income, each corrected by :math:`(\text{aim}/\text{outturn})^{1/2}` where the outturn is the mean of the
last years, so that the plan does not chase its own ripple. Stopping after three rounds leaves the needs of a
growing economy short by some tenths of a per cent, since one starts from the achieved level (Montias 1959;
Levine 1959 on the method of balances); what makes a plan taut is what is asked for. Under command
consumer goods get what is left; markets make them as households ask.

>>> from thermidor.frame.example import state, year
>>> change = list(MaterialBalances()(state(), year()))[0]
>>> [round(float(x), 1) for x in change.value]
[52.3, 32.1, 23.7, 3.0, 4.7, 26.1]
"""

from collections.abc import Iterator

import jax.numpy as jnp
from jax import Array

from ...frame.axes import A, M
from ...frame.change import Change, Set
from ...frame.mechanism import Mechanism, Sign, fixed, mechanism, parameter
from ...frame.prior import LogNormal
from ...frame.state import State
from ...frame.year import Year
from .balance import INDUSTRY, at_start, coefficients


@mechanism
class MaterialBalances(Mechanism):
    """The plan asks every sector for what the aims need, directly and through inputs."""

    canon = ("surplus-to-state-needs", "accumulation-drive-1928", "plan-ratchet")
    source = "Montias 1959; Levine 1959; economy trial run"
    signs = (
        Sign("accumulation_target", "plan_target", +1),
        Sign("tautness_drive", "plan_tautness", +1, {"regulator_command": 0.9}),
        Sign("ambition", "plan_tautness", +1, {"regulator_command": 0.9}),
    )

    growth: float = fixed(0.03, "1/year", "income planned above the achieved level (assumption)")
    feedback: float = fixed(0.5, "exponent", "joined trial: 0.8 gave a two-year ripple")
    ambition: float = parameter(
        LogNormal(0.10, 0.4), "tautness per unit of ambition", "planning note, section 2.5"
    )
    durables: float = fixed(0.06, "share of final producer goods", "economy trial run (assumption)")
    services: float = fixed(0.225, "share of income in 1913", "final demand of 1913 (assumption)")
    services_rise: float = fixed(0.015, "per log income", "economy trial run (assumption)")
    consumer: float = fixed(0.31, "share of what is not built or armed", "final demand of 1913 (assumption)")
    energy: float = fixed(0.008, "share of income in 1913", "final demand of 1913 (assumption)")
    energy_rise: float = parameter(LogNormal(0.011, 0.4), "per log income", "economy trial run (assumption)")

    def __call__(self, now: State, year: Year) -> Iterator[Change]:
        """Return the gross output asked of each sector and how taut the plan is."""
        needed = self.rounds(now, self.aims(now))
        stretch = now.regulator_command * self.ambition * now.ambition + now.tautness_drive
        yield Set("plan_target", needed * (1 + stretch))
        weight = INDUSTRY * at_start("value_added")
        feasible = jnp.maximum(now.capacity, 1e-6)
        yield Set(
            "plan_tautness", (weight * jnp.clip(needed / feasible, 0.5, 2.0)).sum() / weight.sum() + stretch
        )
        yield Set("investment_outturn", (now.investment_outturn + now.investment_share) / 2)
        yield Set("arms_outturn", (now.arms_outturn + now.military_share) / 2)

    def aims(self, now: State) -> Array:
        """Return the final products that the aims call for."""
        income = now.gdp * (1 + self.growth)
        rise = jnp.log(jnp.maximum(now.gdp, 20.0) / 100)
        invest = income * self.corrected(now.accumulation_target, now.investment_outturn) + now.stock_building
        producer = (invest - now.machine_imports) / (1 - now.waste_share) / (1 - self.durables)
        arms = income * self.corrected(now.arms_target, now.arms_outturn) - (
            now.military - now.final_demand[M]
        )
        energy = income * jnp.maximum(self.energy + self.energy_rise * rise, 0.004) + now.energy_exports
        services = income * (self.services + self.services_rise * rise)
        farm = now.final_demand[A]
        rest = income - producer - arms - energy - services - farm
        wanted = self.consumer * (income - producer - arms)
        command = now.regulator_command
        consumer = command * rest + (1 - command) * jnp.maximum(wanted, rest)
        aims = jnp.stack([farm, consumer, producer, arms, energy, services])
        return jnp.maximum(aims, jnp.array([0.0, 0.08, 0.02, 0.002, 0.003, 0.08]) * income)

    def corrected(self, aim: Array, outturn: Array) -> Array:
        """Return an aim raised where the last years fell short of it."""
        return aim * jnp.clip(aim / outturn, 0.5, 2.0) ** self.feedback

    def rounds(self, now: State, aims: Array) -> Array:
        """Return gross output after three rounds of balances."""
        inputs, made = coefficients(now), now.gross_output
        for _ in range(3):
            made = aims + inputs @ made
        return made

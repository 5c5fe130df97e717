"""The six families of identities that hold in every theory, draw and year, as relative residuals."""

import jax.numpy as jnp
from jax import Array

from .state import State

STRATA = (
    "peasants", "kulaks", "workers", "idle", "employees", "specialists", "officials", "army", "prisoners",
    "exiles", "dependants",
)  # fmt: skip


def residuals(before: State, now: State) -> dict[str, Array]:
    """Return every identity's residual, relative to its own size, for a year that led from ``before``."""
    return {
        "residual_uses": _uses(now),
        "residual_capital": _capital(before, now),
        "residual_grain": _grain(before, now),
        "residual_people": _people(before, now),
        "residual_money": _money(before, now),
        "residual_regulators": jnp.abs(
            now.regulator_market + now.regulator_command + now.regulator_democratic - 1
        ),
    }


def people(now: State) -> Array:
    """Return all persons, summed over strata."""
    return sum((getattr(now, name) for name in STRATA), jnp.zeros(()))


def _uses(now: State) -> Array:
    used = now.consumption + now.elite_consumption + now.investment + now.military + now.apparatus
    used = used + now.waste + now.stock_building
    made = now.value_added.sum(-1)
    return (jnp.abs(now.gdp + now.net_transfer - used) + jnp.abs(now.gdp - made)) / now.gdp


def _capital(before: State, now: State) -> Array:
    held = lambda s: s.capital.sum((-1, -2)) + s.unfinished  # noqa: E731
    lost = now.depreciated + now.destroyed + now.scrapped + now.converted
    return jnp.abs(held(before) + now.installed - lost.sum(-1) - held(now)) / held(before)


def _grain(before: State, now: State) -> Array:
    used = now.seed_grain + now.feed_grain + now.village_food + now.grain_marketed
    sold = now.grain_procured + now.grain_private - now.grain_marketed
    held = lambda s: s.village_grain + s.state_grain  # noqa: E731
    stored = held(before) + now.harvested + now.imported_grain - now.consumed - held(now)
    towns = now.town_grain + now.army_grain + now.grain_export + now.state_grain - before.state_grain
    shared = now.grain_marketed + now.grain_import - towns
    village = now.grain_output - used - (now.village_grain - before.village_grain)
    return (jnp.abs(sold) + jnp.abs(stored) + jnp.abs(shared) + jnp.abs(village)) / before.expected_harvest


def _people(before: State, now: State) -> Array:
    gone = now.died + now.starved + now.killed + now.executed
    change = people(now) - people(before) - now.born + gone
    ages = now.ages.sum(-1) - people(now)
    return (jnp.abs(change) + jnp.abs(ages)) / people(before)


def _money(before: State, now: State) -> Array:
    income = now.money_income - now.retail - now.second_economy - now.forced_saving
    kept = now.cash - before.cash - now.paid + now.spent
    return (jnp.abs(income) + jnp.abs(kept)) / jnp.maximum(now.money_income, 0.1)

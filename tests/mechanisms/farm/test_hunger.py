"""Published figures and special properties of farming, food and the labour account."""

import jax.numpy as jnp
import pytest
from jax.scipy.special import ndtri

from thermidor.frame.example import amounts, state, year
from thermidor.mechanisms.economy.hunger import Hunger, shortfall
from thermidor.mechanisms.economy.migration import Migration
from thermidor.mechanisms.economy.procurement import Procurement
from thermidor.mechanisms.economy.town_food import TownFood


def test_shortfall_matches_the_mean_over_places() -> None:
    """The closed form equals the average shortfall of many lognormal places."""
    places = jnp.linspace(0.0005, 0.9995, 4000)
    food = 0.2 * jnp.exp(0.4 * ndtri(places) - 0.08)
    expected = jnp.maximum(0.0, 1.0 - food / 0.173).mean()
    assert float(shortfall(jnp.asarray(0.2), 0.173, jnp.asarray(0.4))) == pytest.approx(
        float(expected), abs=2e-3
    )


def test_nobody_starves_where_all_places_are_alike() -> None:
    """At the national mean the food of a famine year suffices."""
    now = state(village_food=21.0, cattle=40.0)
    alike = amounts(list(Hunger(places=0.02)(now, year())))["village_hunger"]
    forced = state(village_food=21.0, cattle=40.0, forced_share=0.33, drive_disorder=0.4)
    apart = amounts(list(Hunger()(forced, year())))["village_hunger"]
    assert alike < 1e-4 < 0.01 < apart


def test_deaths_follow_the_harvest_year() -> None:
    """Hunger of this crop kills mostly next year."""
    first = amounts(list(Hunger()(state(village_food=12.0), year())))["starving_village"]
    hunger = amounts(list(Hunger()(state(village_food=12.0), year())))["village_hunger"]
    second = amounts(list(Hunger()(state(village_food=32.0, village_hunger=hunger), year())))[
        "starving_village"
    ]
    assert second > 3 * first


@pytest.mark.parametrize("harvest", [64.0, 80.0])
def test_quota_does_not_follow_the_crop(harvest: float) -> None:
    """Collectives deliver on the expected harvest, not on the one they have."""
    now = state(collectivised_share=1.0, town_people=60.0, expected_harvest=72.0, grain_output=harvest)
    taken = amounts(list(Procurement()(now, year())))["grain_procured"]
    assert taken == pytest.approx(
        amounts(
            list(
                Procurement()(
                    state(
                        collectivised_share=1.0, town_people=60.0, expected_harvest=72.0, grain_output=72.0
                    ),
                    year(),
                )
            )
        )["grain_procured"]
    )


@pytest.mark.parametrize("procured", [2.0, 8.0, 40.0])
def test_what_is_marketed_is_shared_out(procured: float) -> None:
    """Towns, army, export and reserve take what left the village, no more and no less."""
    got = amounts(
        list(TownFood()(state(grain_procured=procured, grain_private=1.0, grain_import=3.0), year()))
    )
    used = got["town_grain"] + got["army_grain"] + got["grain_export"] + got["reserve_change"]
    assert got["grain_marketed"] + 3.0 == pytest.approx(used, abs=1e-4)


@pytest.mark.parametrize(("living", "rate"), [(1.6, 0.011625), (2.3, 0.02475)])
def test_allen_migration(living: float, rate: float) -> None:
    """Allen's equation 50 at his two worked points."""
    now = state(
        town_consumption=living,
        village_consumption=1.0,
        collectivised_share=1.0,
        town_ration=0.3,
        unemployment=0.0,
    )
    moved = amounts(list(Migration(scale=1.0, steady=0.0)(now, year())))["migration"]
    assert moved / 122.4 == pytest.approx(rate, rel=1e-3)

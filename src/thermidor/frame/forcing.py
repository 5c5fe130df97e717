"""Forcings: what comes from outside the model and is given as data, the same for all theories."""

from dataclasses import dataclass

import jax
from jax import Array

from .field import Meta, metas, signal


@jax.tree_util.register_dataclass
@dataclass(frozen=True, kw_only=True)
class Forcing:
    """The outside world in one year (scalars; over years, the leading axis is the year)."""

    soviet_power: Array = signal("0 or 1", "the new state exists (initial condition of the polity)")
    war_on_own_soil: Array = signal("0-1", "world war, civil war, invasion: dislocation on own soil")
    war_deaths: Array = signal(
        "million persons per year", "deaths by war and epidemic above normal, hunger apart"
    )
    capital_destroyed: Array = signal("share per year", "plant destroyed by war")
    area_occupied: Array = signal("share", "sown area out of reach")
    herds_lost: Array = signal("share per year", "herds lost to war")
    army_mobilised: Array = signal("million persons", "soldiers called up by war beyond peace strength")
    arms_surge: Array = signal(
        "share of income", "arms made necessary by war on own soil, beyond peace targets"
    )
    intervention: Array = signal("0-1", "foreign troops and blockade")
    invasion: Array = signal("0-1", "war of the invasion of the USSR")
    rivalry: Array = signal("0-1", "conflict among the capitalist powers")
    slump: Array = signal("0-1", "slump abroad")
    first_war_shadow: Array = signal("0-1", "after-effects of the First World War abroad")
    second_war_shadow: Array = signal("0-1", "after-effects of the Second World War abroad")
    rival_arms: Array = signal("bn 2024 dollars per year", "adversaries' military outlay")
    rival_income: Array = signal("2011 dollars per head", "income per head of the leading rival")
    rival_growth: Array = signal("per cent per year", "growth of advanced capitalist output")
    warheads_both: Array = signal("0 or 1", "both sides hold nuclear warheads")
    weather: Array = signal("log", "weather effect on the harvest")
    oil_price: Array = signal("2024 dollars per barrel", "real world price of crude oil")
    oil_reserves: Array = signal("index 1980=1", "oil and gas that nature lets be lifted")
    frontier: Array = signal("index 1913=1", "technology frontier")
    schooling: Array = signal("share 0-1", "adults with schooling")
    medicine: Array = signal("0-1", "state of the world's medicine")
    depletion: Array = signal(
        "share", "extra cost of resources by depletion and distance, nought as in the first year"
    )
    grain_price: Array = signal("index 1913=1", "real world price of grain")
    credit: Array = signal("share of income", "foreign credit within reach")


FORCINGS: dict[str, Meta] = metas(Forcing)

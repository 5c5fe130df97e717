"""The world: revolutions abroad, rivals, war, satellites, trade conditions."""

from dataclasses import dataclass

from jax import Array

from .axes import COUNTRIES
from .field import driver, index, level, share, signal

COUNTRY = ("country",)


@dataclass(frozen=True, kw_only=True)
class World:
    """Everything outside the borders that the model decides (forcings apart)."""

    upheaval: Array = signal(
        "0 or 1", "upheaval in a country this year", (0.0,) * len(COUNTRIES), axis=COUNTRY
    )
    won: Array = level("0 or 1", "country under allied workers' power", (0.0,) * len(COUNTRIES), axis=COUNTRY,
                       low=0.0, high=1.0)  # fmt: skip
    revolution_wave: Array = index("intensity of revolutionary situations abroad", 0.3)
    wins_abroad: Array = signal("number", "upheavals won this year", 0.0)
    losses_abroad: Array = signal("number", "upheavals lost this year", 0.0)
    world_revolution: Array = index("advanced output under allied workers' power", 0.0)
    isolation: Array = index("absence of allied advanced economies", 0.95)
    foreign_cp_strength: Array = index("mass weight of communist parties", 0.1)
    cp_subordination: Array = index("obedience of foreign parties to the Soviet centre", 0.2)
    cp_national_ties: Array = index("dependence of foreign parties on their own bourgeoisie", 0.05)
    labour_split: Array = index("hostility between communist and social-democratic parties", 0.3)
    social_democracy: Array = index("capacity of reformism to contain workers", 0.5)
    fascism: Array = index("strength of fascist movements and states", 0.0)
    ussr_prestige: Array = index("attraction of the USSR abroad", 0.6)
    capitalist_growth: Array = signal("per cent per year", "growth of advanced capitalist output", 2.0)
    capitalist_stagnation: Array = index("inability of capitalism to resolve crises", 0.3)
    intervention: Array = share("foreign troops and blockade in force")
    war: Array = share("dislocation by war on own soil, after levers and revolution abroad")
    fighting: Array = share("intensity of civil war or invasion as fought")
    war_over: Array = share("1 in the year a war on own soil is won")
    invasion_force: Array = share("war of the invasion in force after levers and revolution abroad")
    war_scale: Array = signal("ratio", "war losses against the recorded ones (nought: no war)", 0.0, low=0.0)
    reconstruction_need: Array = index("losses of an invasion not yet made good", 0.0)
    inter_imperialist_rivalry: Array = share("conflict among the capitalist powers", 0.8)
    rival_military: Array = signal("bn 1980 dollars per year", "military outlay of the adversaries", 10.0)
    rival_pressure: Array = signal("ratio", "adversaries' arms over own income", 0.05, low=0.0)
    rival_log_pressure: Array = signal("index", "log rival pressure: 0 at 4 %, 1 at 40 %", 0.0)
    military_threat: Array = share("expected probability-weighted attack", 0.3)
    us_ussr_tension: Array = index("cold-war tension", 0.2)
    nuclear: Array = share("1 once both sides hold warheads")
    victory: Array = index("1 once an invasion has been beaten", 0.0)
    satellite_area: Array = level("million persons", "population of dependent states", 0.0, low=0.0)
    satellite_statified: Array = index("nationalised share in dependent states", 0.0)
    satellite_extraction: Array = signal(
        "bn 1980 dollars per year", "net transfer from dependent states", 0.0
    )
    satellite_transfer: Array = signal(
        "GDP of 1913 = 100", "net transfer from dependent states, own accounts", 0.0
    )
    satellite_unrest: Array = share("unrest in dependent states")
    satellite_payments: Array = index("readiness to pay for allegiance, raised by revolts", 0.0)
    satellite_revolts: Array = signal("number", "revolts in dependent states this year", 0.0)
    world_oil_price: Array = level("2024 dollars per barrel", "real world price of crude oil", 20.0, low=0.0)
    bloc_oil_price: Array = level(
        "2024 dollars per barrel", "oil price of the bloc's formula, a mean", 20.0, low=0.0
    )
    technology_embargo: Array = index("denial of technology and patents", 0.25)

    satellite_drive: Array = driver("index", "drive to hold dependent states (slot foreign)")
    statification_speed: Array = driver(
        "share per year", "speed of statification of dependent states (slot foreign)"
    )
    extraction_drive: Array = driver("index", "transfer taken from dependent states (slot foreign)")
    allegiance_drive: Array = driver("index", "payment for allegiance (slot foreign)")
    directive_error: Array = driver("index", "harm done abroad by directives (slot foreign)")
    subordination_drive: Array = driver(
        "index", "obedience asked of foreign parties beyond the body's (slot foreign)"
    )
    prestige_drive: Array = driver(
        "index per year", "standing abroad gained or lost by annexation (slot foreign)"
    )
    wave_drive: Array = driver(
        "index per year", "damping (-) or stimulus (+) of movements abroad (slot foreign)"
    )
    diffusion_drive: Array = driver("log", "attraction of the model in agrarian countries (slot foreign)")
    closed_area_drive: Array = driver(
        "per cent per year", "growth capitalism loses to the closed area (slot foreign)"
    )

"""Classes and the political order (indices 0-1 by the coding rules in the docs)."""

from dataclasses import dataclass

from jax import Array

from .field import driver, index, level, share, signal

V = {"spread": 0.3}


@dataclass(frozen=True, kw_only=True)
class Polity:
    """Workers, peasants, apparatus, party and leader. Start: end of 1917, when this block begins to move."""

    advanced_workers: Array = level(
        "index of workers of 1917", "workers with political experience", 0.35, low=0.0, **V
    )
    advanced_worker_share: Array = share("workers with political experience in workers", 0.35)
    worker_morale: Array = index("readiness for political activity", 0.75)
    worker_self_organisation: Array = index("density of independent organisations", 0.65)
    worker_power: Array = signal("index", "capacity of workers to check the apparatus", 1.0, low=0.0)
    strike_activity: Array = signal(
        "participants per 1000 workers per year", "strikes and stoppages", 100.0, low=0.0
    )
    peasant_support: Array = level(
        "index -1 to 1", "attitude of the peasantry to the regime", 0.35, low=-1.0, high=1.0
    )
    kulak_weight: Array = index("economic and political weight of rich peasants and traders", 0.3)
    specialist_weight: Array = share("posts held by specialists not under worker control", 0.6)
    wage_spread: Array = signal("ratio", "top official or specialist income over average wage", 3.0, low=1.0)
    culture_level: Array = share("adults able to take part in administration", 0.35)

    bureaucracy_size: Array = level(
        "million persons", "state, party and economic officials", 0.8, low=0.05, **V
    )
    bureaucracy_autonomy: Array = index("freedom of the apparatus from control from below", 0.12)
    bureaucracy_cohesion: Array = index("capacity of the apparatus to act as one class", 0.2)
    patronage_network: Array = index("appointments controlled by one centre", 0.15)
    privilege: Array = level("ratio", "privilege of officials in kind and pay", 1.0, low=0.0)
    soviet_democracy: Array = index("contested elections, plurality, recall", 0.75)
    party_democracy: Array = index("freedom of factions and debate in the party", 0.85)
    party_worker_share: Array = index("party members at the bench", 0.60)
    party_size: Array = level("million persons", "party membership", 0.35, low=0.01, **V)
    union_independence: Array = index("independence of unions from state and management", 0.7)
    opposition_strength: Array = index("organised weight of the left opposition", 0.5)
    right_strength: Array = index("organised weight of the party right", 0.2)
    emergency_rule: Array = index("scope of rule by decree and commissars", 0.25)
    leader_concentration: Array = index("decision power of one person", 0.35)
    leader_age: Array = level("year", "age of the leader", 47.0)
    leader_years: Array = level("year", "years the leader has held the post", 0.0)
    leader_fell: Array = share("1 in the year a leader dies or is removed")
    sioc_doctrine: Array = index("commitment to building socialism in one country", 0.1)
    cadre_age: Array = level("year", "mean age of the leading cadres", 36.0, low=25.0, high=80.0)
    old_cadres: Array = index("party generation of the revolution still in place", 1.0)

    soviet_power: Array = share("1 once the new state exists", 0.0)
    nep: Array = index("1 while peasants may sell freely after a tax", 0.0)
    nep_years: Array = level("year", "harvests under NEP", 0.0)
    requisition: Array = share("weight of requisition in procurement", 0.0)
    requisition_rate: Array = share("requisition in expected harvest", 0.0)
    grain_usual: Array = level("ratio", "best supply of grain over need under this NEP", 0.0, low=0.0)
    grain_shortfall: Array = share("supply of grain behind the best under this NEP, nought without a market")
    turn: Array = index("1 once the turn to forced collectivisation has been taken", 0.0)
    turn_years: Array = level("year", "years since the turn", 0.0)
    collectivised_share: Array = index("peasant households in collective or state farms", 0.0)
    collectivisation_speed: Array = share("newly collectivised share this year")
    voluntary: Array = share("collectives entered by choice in all collectives")
    quota_pressure: Array = signal("ratio", "procurement plan over town need", 1.0, low=0.0)
    plots_lawful: Array = index("household plots and fixed delivery norms recognised", 0.0)
    ambition: Array = level("index", "accumulation ambition of the leadership", 0.2, low=0.0, high=1.5)

    dearth: Array = share("want of food on the political scale: 1 where hunger can grow no worse", 0.0)
    needs_met: Array = signal("ratio", "consumption per head over what the time counts as need", 1.0, low=0.0)
    scarcity: Array = share("want felt by the people: goods missing, hunger, poverty against need", 0.3)
    usurpation: Array = signal("share per year", "pull of power from soviets to apparatus", 0.0, low=0.0)
    line_left: Array = share("weight of the left programme in the leadership")
    line_right: Array = share("weight of the right programme in the leadership")
    leaders: Array = level("number", "leaders so far, this one included", 1.0, low=1.0)
    famine_years: Array = level("year", "years since famine taught the state to bend, nought before", 0.0)

    origin_drive: Array = driver(
        "share per year", "pressure against democracy and for autonomy (slot origin)"
    )
    cohesion_target: Array = driver(
        "index 0-1", "cohesion towards which the apparatus tends (slot ruling-group)"
    )
    ambition_drive: Array = driver("index", "accumulation ambition (slot accumulation)")
    tautness_drive: Array = driver("ratio", "tautness beyond the body's (slot regulation)")
    privilege_drive: Array = driver(
        "ratio", "claims of the ruling group beyond the body's (slots regulation, property)"
    )
    autonomy_drive: Array = driver(
        "share per year", "gain or loss of autonomy beyond the body's (slot origin)"
    )
    leader_discount: Array = driver(
        "share 0-1", "how far the apparatus annuls a deviating leader (slot ruling-group)"
    )
    control_drive: Array = driver("share", "orders lost beyond the body's (slot regulation)")
    officials_drive: Array = driver("log per year", "growth of officials beyond the body's (slot regulation)")
    command_drive: Array = driver(
        "share 0-1", "weight taken from market and democracy by command (slot regulation)"
    )
    expropriation_drive: Array = driver(
        "share per year", "speed at which owners and workers lose control (slot turn-1928)"
    )
    turn_drive: Array = driver("index", "pressure for the turn to force (slot turn-1928)")

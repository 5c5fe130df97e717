"""Levers: what a scenario may change, as numbers by year (categories are compiled to these)."""

from dataclasses import dataclass

import jax
from jax import Array

from .field import Meta, metas, signal


@jax.tree_util.register_dataclass
@dataclass(frozen=True, kw_only=True)
class Levers:
    """Scenario settings in one year; ``start`` is the historical value."""

    win_germany: Array = signal("0 or 1", "upheaval in Germany wins this year", 0.0)
    win_europe: Array = signal("0 or 1", "upheavals in central Europe win this year", 0.0)
    win_advanced: Array = signal("0 or 1", "advanced countries are won this year", 0.0)
    intervention_intensity: Array = signal("multiplier", "foreign troops and blockade", 1.0)
    military_rivalry: Array = signal("multiplier", "scale of rival arms", 1.0)
    free_soviets: Array = signal("0-1", "plurality in the soviets restored and kept", 0.0)
    opposition_legal: Array = signal("0-1", "factions legal", 0.0)
    kulak_concessions: Array = signal("index 0-1", "land lease, hire, tax and title to rich farms", 0.3)
    keep_requisition: Array = signal("0 or 1", "requisition goes on, no market in grain", 0.0)
    no_forced_turn: Array = signal("0 or 1", "forced collectivisation is ruled out", 0.0)
    force_turn: Array = signal("0 or 1", "forced collectivisation is decided this year", 0.0)
    cooperatives: Array = signal("0-1", "voluntary cooperatives by subsidy, credit and machines", 0.0)
    procurement_scale: Array = signal("multiplier", "procurement plan", 1.0)
    consumption_weight: Array = signal("index 0-1", "weight of mass consumption in the plan", 0.2)
    democratic_planning: Array = signal("0-1", "planning by elected and recallable bodies", 0.0)
    market_regulation: Array = signal("0-1", "regulation by markets", 0.0)
    troika_management: Array = signal("0-1", "three-person committee kept", 0.0)
    self_management: Array = signal("0-1", "plants run by their workers", 0.0)
    leader_left: Array = signal("0 or 1", "left opposition leads", 0.0)
    leader_right: Array = signal("0 or 1", "party right leads", 0.0)
    leader_other: Array = signal("0 or 1", "another leader of the apparatus", 0.0)
    leader_survives: Array = signal("0 or 1", "the first leader lives on", 0.0)
    leader_dies: Array = signal("0 or 1", "the leader dies this year (recorded deaths)", 0.0)
    recorded_deaths: Array = signal("0 or 1", "leaders die as recorded instead of by chance", 0.0)
    capped_pay: Array = signal("0-1", "officials and specialists on a skilled worker's pay", 0.0)
    mass_training: Array = signal("0-1", "mass training of workers for administration", 0.0)
    united_front: Array = signal("0-1", "communist parties seek unity with social democrats", 0.0)
    independent_parties: Array = signal("0-1", "communist parties free of the Soviet centre", 0.0)
    purge_intensity: Array = signal("multiplier", "terror pulses", 1.0)
    repression_level: Array = signal("multiplier", "police means", 1.0)
    pact: Array = signal("0 or 1", "treaty with Germany before the invasion", 1.0)
    invasion: Array = signal("0 or 1", "the invasion takes place", 1.0)
    withdraw: Array = signal("0 or 1", "occupied states are left after the war", 0.0)
    statify_at_once: Array = signal("0 or 1", "occupied states are statified at once", 0.0)
    keep_capitalism: Array = signal("0 or 1", "occupied states stay capitalist", 0.0)
    reform_margin: Array = signal("index 0-1", "growth and welfare capacity of postwar capitalism", 1.0)
    satellite_extract: Array = signal("0 or 1", "satellites are made to pay", 0.0)
    satellite_neutral: Array = signal("0 or 1", "no transfer to or from satellites", 0.0)
    satellite_subsidise: Array = signal("0 or 1", "satellites are subsidised", 0.0)
    embargo_scale: Array = signal("multiplier", "denial of technology", 1.0)
    oil_price: Array = signal("multiplier", "world oil price", 1.0)
    job_guarantee: Array = signal("0 or 1", "full-employment commitment", 1.0)
    no_reform: Array = signal("0 or 1", "no market reform is tried", 0.0)
    force_reform: Array = signal("0-1", "market reform in force at this depth", 0.0)
    gradual_market: Array = signal("0 or 1", "gradual marketisation under party rule", 0.0)
    shock_privatisation: Array = signal("0 or 1", "fast privatisation is decided this year", 0.0)
    worker_organisation: Array = signal(
        "index 0-1", "independent unions built up to this level (nought: as it comes)", 0.0
    )
    initial_culture: Array = signal("share of adults", "starting schooling added to the record's", 0.0)
    army_coup: Array = signal("0 or 1", "army coup this year", 0.0)
    title_transferable: Array = signal("0 or 1", "heritable ownership allowed to officials", 0.0)
    western_stagnation: Array = signal("0 or 1", "no postwar boom abroad", 0.0)
    open_outcomes: Array = signal(
        "0 or 1", "upheavals in advanced countries may win by chance (nought: lost)", 0.0
    )


LEVERS: dict[str, Meta] = metas(Levers)

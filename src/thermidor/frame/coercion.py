"""Police, camps, terror, consent, and the ways a regime ends."""

from dataclasses import dataclass

from jax import Array

from .field import driver, index, level, share, signal


@dataclass(frozen=True, kw_only=True)
class Coercion:
    """Force and consent. Start: end of 1917."""

    coercion: Array = index("level of police means: camps, labour law, fear", 0.15)
    terror: Array = index("intensity of a terror pulse under way", 0.0)
    terror_memory: Array = index("what the apparatus remembers of terror", 0.0)
    terror_rest: Array = index("weight of the last pulse that keeps another from starting", 0.0)
    recent_influx: Array = index("workers new to industry in all workers, fading as they settle", 0.15)
    officer_loss: Array = index("experienced commanders lost by purge and not yet replaced", 0.0)
    repression: Array = signal("arrests per 1000 adults per year", "political arrests", 0.5, low=0.0)
    arrested: Array = signal("million persons per year", "sentences to camp, colony or prison", 0.05, low=0.0)
    released: Array = signal(
        "million persons per year", "releases from camps, colonies and prisons", 0.05, low=0.0
    )
    exiled: Array = signal("million persons per year", "deportations to special settlements", 0.0, low=0.0)
    exile_released: Array = signal("million persons per year", "exiles set free or escaped", 0.0, low=0.0)
    executions: Array = signal("million persons per year", "executions for political offences", 0.0, low=0.0)
    camp_deaths: Array = signal("million persons per year", "deaths in camps above normal", 0.0, low=0.0)
    exile_deaths: Array = signal("million persons per year", "deaths in exile above normal", 0.0, low=0.0)
    police_cost: Array = share("police beyond administration, claim on the national income")
    purge_rate: Array = share("officials removed by arrest or expulsion per year")
    legitimacy: Array = index("acceptance of the regime", 0.6)
    victory_glow: Array = index("prestige of a won war at home", 0.0)
    war_shadow: Array = index(
        "war on own soil and the recovery after it, in which growth says nothing of the order", 0.0
    )
    income_before: Array = level(
        "GDP of 1913 = 100, per million", "income per head a year ago", 0.63, low=0.01
    )
    growth_five_years: Array = level(
        "log per year", "growth of income per head over five years, war years masked", 0.03
    )
    growth_habit: Array = level(
        "log per year", "growth of income per head that a generation is used to", 0.03
    )
    gap_habit: Array = level(
        "share 0-1", "technology gap that a generation is used to", 0.75, low=0.0, high=1.0
    )
    growth_shortfall: Array = share("growth missed against what the leadership expects")
    stagnation: Array = share("stagnation felt by the leadership")
    stagnation_memory: Array = level("index", "stagnation cumulated", 0.0, low=0.0)
    aspiration: Array = share("wish of officials for heritable title")
    maturity: Array = share(
        "weight of the settled order: nought in the first years of a drive or a market regime"
    )
    reform: Array = index("0 none, 0.4 partial, 1 deep market reform under way", 0.0)
    reform_years: Array = level("year", "years of deep reform", 0.0)
    restoration_faction: Array = index("officials preferring markets or private title", 0.0)
    mass_mobilisation: Array = index("share of people in open movement", 0.0)
    revolt_hazard: Array = share("hazard of a successful movement from below, per year")
    restoration_hazard: Array = share("hazard of a return to private capitalism, per year")
    coup_hazard: Array = share("hazard of a military or palace coup, per year")
    coup: Array = share("1 in the year the leader is overthrown by officers or colleagues")
    restored: Array = index("1 once private capitalism is back", 0.0)
    form_changed: Array = index("1 once the ruling group has changed the form of its rule and property", 0.0)
    revolution_won: Array = index("1 once a political revolution has won", 0.0)
    ended: Array = index("1 once the regime has ended in any of these ways", 0.0)
    ended_years: Array = level("year", "years since the end", 0.0)
    republics_leaving: Array = index("weight of republics on their way out of the union", 0.0)

    coercion_drive: Array = driver("index 0-1", "coercion that rulers need (slot coercion)")
    terror_drive: Array = driver("index", "pressure for a terror pulse (slot terror)")
    labour_drive: Array = driver("index", "control of labour: bound (+) or free (-) (slot labour)")
    concession_drive: Array = driver(
        "index", "growth of private capital under concessions (slot restoration)"
    )
    form_weight: Array = driver(
        "share 0-1", "weight of form over title when property changes (slot restoration)"
    )
    restoration_drive: Array = driver("index", "gain from title against its risk (slot restoration)")
    destruction_drive: Array = driver(
        "index 0-1", "capacity lost when private title returns (slot restoration)"
    )
    grievance_drive: Array = driver("index", "grievance beyond the body's (slots crisis, end)")
    revolt_weight: Array = driver("ratio", "odds that a mass movement takes power (slot end)")
    revolt_fear: Array = driver("index", "what holds a movement back beyond fear (slot end, crisis)")

"""People: every person stands in one stratum and one age group (million persons)."""

from dataclasses import dataclass

from jax import Array

from .field import flow, level, share, signal, stock

M = "million persons"


@dataclass(frozen=True, kw_only=True)
class People:
    """Strata, ages and what changed them this year."""

    peasants: Array = stock(M, "villagers below the kulak stratum, with families", 122.4)
    kulaks: Array = stock(M, "richest village stratum, with families", 8.0)
    workers: Array = stock(M, "industrial, building and transport wage workers at work", 6.4)
    idle: Array = stock(M, "town workers without work, or scattered", 0.4)
    employees: Array = stock(M, "other wage and salary earners of the towns", 4.1)
    specialists: Array = stock(M, "engineers, technicians, managers, teachers, physicians", 0.4)
    officials: Array = stock(M, "state, party and economic officials", 0.8)
    army: Array = stock(M, "armed forces", 1.35)
    prisoners: Array = stock(M, "camps, colonies and prisons", 0.15)
    exiles: Array = stock(M, "special settlers and deported persons", 0.0)
    dependants: Array = stock(M, "town families without wage", 15.1)
    ages: Array = level(M, "children 0-14, adults 15-59, old 60+; kept equal to the strata by the flows",
                        (61.25, 88.30, 9.55), axis=("age",), low=0.0)  # fmt: skip

    conceptions: Array = signal(
        "ratio to untroubled years", "what war, hunger and want leave of conceptions", 1.0
    )
    postponed: Array = level(
        "births of a year", "births that war, hunger and want put off", 0.0, low=0.0, high=3.0
    )
    born: Array = flow(M + " per year", "births")
    died: Array = flow(M + " per year", "deaths in the course of nature")
    starved: Array = flow(M + " per year", "famine deaths (excess)")
    killed: Array = flow(M + " per year", "deaths by war and epidemic above normal")
    executed: Array = flow(M + " per year", "executions, and excess deaths in camps and exile")

    population: Array = signal(M, "population in the borders of 1946", 159.1)
    town_people: Array = signal(
        M, "people not living from farming, with families, soldiers and prisoners apart", 27.2
    )
    village_people: Array = signal(M, "peasants and kulaks", 130.4)
    nonfarm_share: Array = share("people not living from farming in population", 0.18)
    peasant_share: Array = share("peasants and kulaks in population", 0.82)
    migration: Array = signal(M + " per year", "net move from village to town")
    urban_dilution: Array = share("new workers from the village in workers this year", 0.05)
    unemployment: Array = share("idle in town labour force", 0.04)
    participation: Array = share("wage earners and job seekers in town adults", 0.80)
    industrial_norm: Array = level(
        "index 1913=100", "industrial output for which plants are manned", 100.0, low=1.0
    )
    settled_town: Array = level("share 0-1", "non-farm share as births and habits have taken it in", 0.18)
    worker_number: Array = signal(M, "industrial and transport wage workers at work", 6.4)
    worker_index: Array = signal("index 1917=1", "factory workers at work", 1.0)

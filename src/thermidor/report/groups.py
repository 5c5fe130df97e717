"""Which charts stand together, in the order of reading."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..lab.ensemble import Frames
from ..lab.observe import OBSERVED
from .curve import Curve, modelled, observed


@dataclass(frozen=True, slots=True)
class Group:
    """A group of charts: recorded series by id, and quantities of the model alone by name."""

    title: str
    recorded: tuple[str, ...]
    alone: tuple[str, ...]


GROUPS = (
    Group(
        "Economy",
        (
            "gdp-ussr-maddison",
            "industry-index-civil-war",
            "steel-output",
            "macro.energy.coal_production.RUS_STATE",
            "farm-output-crops",
            "consumption-growth-1960-82",
            "military-share-western-points",
            "trade-share-interwar",
            "oil-gas-value",
            "price-scissors",
            "workers-and-employees",
            "turnover-1929-32",
            "equipment-age",
            "retirement-rate",
        ),
        (
            "investment_share",
            "elite_consumption_share",
            "waste_share",
            "shortage",
            "second_share",
            "oil_rent",
            "innovation_rate",
            "info_distortion",
        ),
    ),
    Group(
        "People and food",
        (
            "population-fixed-territory",
            "macro.output.population_maddison.USSR_TERR",
            "birth-rate",
            "death-rate",
            "grain-western-low",
            "grain-1956-80",
            "grain-procured-1927-32",
            "cattle-pre-war",
            "soviet.agriculture.livestock_large_horned_cattle_total.USSR",
            "horses-pre-war",
            "collectivised-june-1928-29",
            "social-composition-1913-39",
            "peasant-inflow",
            "no-schooling",
        ),
        ("consumption_per_head", "hunger", "starved"),
    ),
    Group(
        "Polity",
        (
            "coded.soviet_democracy",
            "coded.nationalised_share",
            "leader-concentration",
            "party-size",
            "strikers-1922-28",
        ),
        (
            "bureaucracy_autonomy",
            "bureaucracy_cohesion",
            "bureaucracy_size",
            "privilege",
            "party_democracy",
            "worker_power",
            "peasant_support",
            "legitimacy",
            "reform",
            "revolt_hazard",
            "restoration_hazard",
            "restored",
        ),
    ),
    Group(
        "Coercion",
        (
            "political-sentences",
            "camps-early",
            "camps-and-colonies",
            "special-settlers",
        ),
        ("coercion", "terror", "executed"),
    ),
    Group(
        "World",
        (
            "growth-advanced-countries",
            "coded.us_ussr_tension",
            "army-share-of-population",
        ),
        ("isolation", "rival_pressure", "military_threat", "technology_gap", "satellite_extraction"),
    ),
)


def grouped(runs: Mapping[str, Frames]) -> Iterator[tuple[str, list[Curve]]]:
    """Yield the title of each group with its curves; a series that no group names comes last."""
    series = {one.series: one for one in OBSERVED}
    for group in GROUPS:
        recorded = [observed(series.pop(name), runs) for name in group.recorded]
        yield group.title, recorded + [modelled(name, runs) for name in group.alone]
    if series:
        yield "Other", [observed(one, runs) for one in series.values()]

"""Which transformation each observation of the canon takes; the words are in observations.yaml."""

from . import shapes as s
from .shapes import Shape

PERCENT = s.scale(0.01)
MILLION = s.scale(1e-6)
PER_THOUSAND = s.scale(1e-3)
REST = s.complement(0.01)

_SAME: dict[Shape, str] = {
    s.level: """
        gdp-per-head-ussr national-income-multiple-1927-40 national-income-multiple-1947-53
        industry-index-civil-war cattle-pre-war horses-pre-war grain-western-low
        grain-soviet-revised grain-soviet-1930s grain-1956-80 grain-pre-war-average
        grain-procured-1927-32 investment-current-1923-37 agriculture-incremental-output
        military-budget top-one-percent-share real-wage-nep food-wage-1913-40 calorie-supply
        urban-living-space male-height life-expectancy productivity-civil-war
        productivity-1913-37 equipment-age commercial-bread-price war-demographic-loss
        birth-rate death-rate workers-1928-32 peasant-unrest-1917 dekulakisation-1930
        decile-ratio officials-higher-layer regime-type-gwf competitive-elections
        revolts-ongoing-russia communist-regimes satellite-annexations disputes-germany
        top-share-usa armed-interventions strikers-empire
    """,
    PERCENT: """
        industry-producer-goods-share marketed-grain-1926 marketed-share-pre-war
        kolkhoz-delivery-share kulak-grain-share price-scissors private-livestock-share
        petrograd-black-market-bread soviet-zone-state-industry accumulation-share-1987
        industry-share-of-investment light-industry-investment military-share-cow
        military-share-western-points military-share-1988-91 munitions-steel-share
        specialist-maximum-share real-wage-1932 consumer-share-selyunin turnover-tax-rate
        profit-share-output-1928 retirement-rate productivity-gap-1913-37 wastage-estimate
        unfinished-construction grain-import-dependence old-bolsheviks-share
        union-bench-workers-1927 piece-rates turnover-1929-32 agriculture-population-1956
        kulak-households engineers-1928 worker-wage-range-1917-21 secondary-schooling
        peasant-inflow director-tenure soviets-party-share-1919 party-factory-share-1919
        bolshevik-workers-1917 congress-workers-production party-workers-1966 union-delegates
        republic-cc-turnover-1958-60 czech-trade-loss-1965 arms-burden-usa
        collectivised-june-1928-29
    """,
    REST: """
        below-norm-1941 urban-share-post-war directors-in-party red-army-commanders-in-party
        no-schooling plan-construction-shortfall cc-1934-fate
    """,
    MILLION: """
        unemployment-1927-high special-settlers camps-early camps-and-colonies prisons
        forced-labour-high kulaks-exiled labour-conflicts-1922-23 officials-1920 managers-1937
        party-size famine-1932-33 famine-1921-22 famine-1946-47
    """,
    PER_THOUSAND: """
        population-state population-fixed-territory population-adk political-strikers-1913-14
        management-organs-1980-90
    """,
    s.log_percent: """
        national-income-growth-official national-output-growth-1971-85
        industry-growth-western-1960-82 electricity-growth-1928-40 consumption-growth-1960-82
        productivity-growth-1956-76 productivity-growth-decades
    """,
    s.growth_factor: "real-wage-1913-28-change consumption-per-head-allen",
    s.inverse(100): "plan-1-coal plan-2-coal plan-post-war-industry plan-post-war-farming",
    s.over(0): """
        gdp-relative-to-usa army-share-of-population nkvd-budget-1937 gdp-per-head-gap
        specialist-pay-1926 director-pay-1937 opposition-1927 congress-1934-fate
        party-purge-1921 cinc-germany warheads political-sentences executions
    """,
}

RECIPES: dict[str, Shape] = {name: shape for shape, names in _SAME.items() for name in names.split()} | {
    "gdp-ussr-maddison": s.index(1928),
    "gdp-russia-after-1991": s.index(1990),
    "steel-output": s.index(1913),
    "coal-output": s.index(1913),
    "oil-output": s.index(1980),
    "oil-gas-value": s.index(1980),
    "oil-export-revenue": s.index(1984),
    "fixed-capital-1921-28": s.index(1928),
    "fixed-capital-1928-37": s.index(1928),
    "fixed-assets-1980-89": s.index(1980),
    "workers-and-employees": s.index(1928),
    "farm-labour": s.index(1961),
    "strikers-russia-1990s": s.index(1990),
    "farm-output-crops": s.summed(s.index(1961)),
    "industry-gross-output-official": s.summed(s.level),
    "social-composition-1913-39": s.summed(PERCENT),
    "trade-share-long": s.summed(PERCENT),
    "petrograd-workers": s.index(1917, 1.0),
    "war-steel-loss": s.only(1945, s.index(1940, 1.0)),
    "procurement-price-grain": s.inverse(100.0 * 100.0),
    "grain-deliveries-1927-38": s.scale(0.1),
    "trade-share-interwar": s.scale(0.02),
    "workers-industry-civil-war": s.partner_over(0, 1917),
    "oil-price": s.rescaled_to_1980,
    "rearmament-usa": s.dollars_of_1980(1e-6),
    "extraction-1945-60": s.yearly_dollars_of_1980(1e-3),
    "famine-excess-deaths-biraben": s.excess(1e-3),
    "upheaval-outcomes": s.success_rate,
    "subsidies-1974-80": s.scale(-1.0),
    "unemployment-registered": s.over(0, 1e-6, reach=10),
    "strikers-1922-28": s.over_year(0, 1928, 1e-3),
    "arrests-1936-38": s.over_year(0, 1937, 1 / 1.75),
    "absenteeism-civil-war": lambda x, partners: (1 - x / 100) / (1 - s.at(partners[0], 1913) / 100),
    "info-defence-1933": s.short_of(0),
    "info-grain-reporting": s.overstated(0),
    "uchraspred-transfers": s.over_year(0, 1921),
    "eastern-europe-population": s.less(0, 1e-3),
    "sovnarkom-decrees": s.share_of_sum,
    "big-city-growth": s.log_growth_gap,
    "isolation-trade": s.against_base(1913, 1.0),
    "exports-north-america": s.below_maximum(1920, 1939),
    "world-deaths-war": s.log_share_of_maximum,
    "growth-advanced-countries": s.total_log_growth,
    "capitalist-crisis-trade": s.slump,
    "strikes-west": s.mean_index,
}

CODED = {
    "state-ownership-vdem": "nationalised_share",
    "soviet-democracy-vdem": "soviet_democracy",
    "party-democracy-coded": "party_democracy",
    "leader-concentration": "leader_concentration",
    "rule-of-law-vdem": "repression_shape",
    "civil-society-control": "bureaucracy_autonomy",
    "union-civil-society": "worker_self_organisation",
    "union-independence-coded": "union_independence",
    "emergency-one-party": "emergency_rule",
    "disputes-usa": "us_ussr_tension",
    "intervention-wars": "intervention",
    "revolts-abroad": "revolution_wave",
    "urban-cities-share": "peasant_share",
    "restoration-ownership": "nationalised_share",
    "participation-vdem": "participation",
}

# Partners beyond the canon's `with`: the deflator implied by nominal and real oil prices, or a denominator.
OIL_PRICES = [
    {"file": "macro/energy.csv", "series": f"crude_oil_price_{kind}", "entity": "WORLD"}
    for kind in ("nominal", "real")
]
EMPLOYED = {"file": "soviet/labour.csv", "series": "worker_and_employees_4", "entity": "USSR"}
WITH = dict.fromkeys(("oil-price", "rearmament-usa", "extraction-1945-60"), OIL_PRICES) | {
    "strikers-1922-28": [EMPLOYED],
    # The region as published includes the USSR, which is not a satellite: its own population is taken off.
    "eastern-europe-population": [
        {"file": "macro/output.csv", "series": "population_maddison", "entity": "USSR_TERR"}
    ],
}
RIVALS_ARE_PARTNERS = {"absenteeism-civil-war", "strikes-west", "upheaval-outcomes"}
# A bound that comes from another partner: the Western harvest instead of the revised one.
OTHER_BOUND = {"info-grain-reporting": s.overstated(1)}

# Estimates that need another transformation than the main record; None: kept in source unit only.
OTHER_SHAPE: dict[tuple[str, str], Shape | None] = {
    ("gdp-relative-to-usa", "GNP_relative_to_US"): PERCENT,
    ("grain-deliveries-1927-38", "deliveries_share_of_gross"): None,
    ("grain-deliveries-1927-38", "deliveries_share_of_net"): None,
    ("kulak-grain-share", "poor_and_middle_share_of_marketed_grain"): REST,
    (
        "social-composition-1913-39",
        "population_social_composition_individual_farmers_and_non_cooperative_handicraftsmen",
    ): PERCENT,
    ("engineers-1928", "engineers_in_industry"): None,
    ("peasant-inflow", "share_of_increase_from_village"): None,
    ("officials-higher-layer", "commanding_summit_centre_and_republics_low"): MILLION,
    ("officials-higher-layer", "commanding_summit_centre_and_republics_high"): MILLION,
    ("officials-higher-layer", "central_state_apparatus_leading_personnel"): MILLION,
    ("management-organs-1980-90", "nomenklatura_Voslensky"): MILLION,
    ("extraction-1945-60", "extraction_from_Eastern_Europe_Grant"): s.yearly_dollars_of_1980(1.0),
    ("strikers-empire", "strikers_share_of_workers"): s.scale(10.0),
    ("leader-concentration", "gwf_personal"): s.level,
}

# The canon joins several rows of one quantity: the last of a year is the value, their range the band.
JOINED = {
    "collectivised-june-1928-29": "USSR",
    "productivity-gap-1913-37": "Russia/USSR industry",
    "worker-wage-range-1917-21": "Russia/RSFSR",
    "armed-interventions": "satellites and Afghanistan",
    "republic-cc-turnover-1958-60": "six union republics",
}
# The households outside collectives: 100 less the printed percentage belongs to the same record.
JOIN_REST = {
    "collectivised-june-1928-29": {
        "file": "soviet/agriculture.csv",
        "series": "individual_households_share",
        "entity": "USSR",
    },
}
JOIN_NOT = {("productivity-gap-1913-37", "labour_productivity_relative_to_US")}

ONLY_UNIT = {"bolshevik-workers-1917": "percent"}
UNIT_FACTOR = {"thousand head": 1e-3, "tons": 1e-6, "million poods": 0.0163805}
# Where the unit of the result is not the one the canon names.
UNIT = {
    "gdp-ussr-maddison": "index 1928=100",
    "eastern-europe-population": "million persons (region without the USSR)",
    "strikers-empire": "thousand workers per year",
    "strikes-west": "index, country mean of the years present = 1",
    "oil-price": "US dollars of 1980 per barrel",
    "industry-gross-output-official": "billion roubles 1926/27 prices",
    "absenteeism-civil-war": "ratio to the pre-war share present at work",
    "upheaval-outcomes": "share of upheavals with outcome 1",
    "unemployment-registered": "share of workers and employees 0-1",
}
ENTITY = {
    "strikes-west": "DEU, GBR, FRA, ITA, USA",
    "growth-advanced-countries": "USA, GBR, DEU, FRA, JPN",
    "workers-industry-civil-war": "Russia/RSFSR",
    "upheaval-outcomes": "WORLD",
    "eastern-europe-population": "EASTERN_EUROPE without USSR_TERR",
} | JOINED
# Partners of other years that need no series of their own: they are an observation already.
OWN_OBSERVATION = {("grain-western-low", "grain_output_soviet_revised")}

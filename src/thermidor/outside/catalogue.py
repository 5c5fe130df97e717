"""The levers, each with its domain and what its settings mean in numbers."""

from collections.abc import Mapping

from .lever import Choice, Course, Lever, Number, Path, Switch, Value
from .start import richer

CULTURE = 0.35  # adults able to read and reckon at the outset, the historical value of the canon
EMBARGO = 0.6  # denial of technology after the war, the historical value of the canon
DRIVE_BEGINS = 0.14  # investment in income when the first plan begins
NOTHING = Course()


def _number(
    id: str, meaning: str, high: float, historical: float, name: str, unit: str, first: int, last: int = 1999
) -> Lever:
    """Return a lever whose number, from nought up, passes unchanged to a lever of the frame."""

    def course(value: Value) -> Course:
        return Course({name: float(value)}, first=first, last=last)

    return Lever(id, meaning, Number(0, high), historical, course, unit)


def _choice(id: str, meaning: str, historical: str, courses: Mapping[str, Course]) -> Lever:
    return Lever(id, meaning, Choice(tuple(courses)), historical, lambda word: courses[str(word)])


def _switch(id: str, meaning: str, historical: bool, name: str, first: int, last: int = 1999) -> Lever:
    """Return a lever that sets a lever of the frame to 1 or 0; its historical setting changes nothing."""

    def course(value: Value) -> Course:
        return NOTHING if value == historical else Course({name: float(value)}, first=first, last=last)

    return Lever(id, meaning, Switch(), historical, course)


def _investment(value: Value) -> Course:
    """Reach the target in the fourth year of the plans; war and what follows decide anew."""
    target = float(value)
    path: Path = tuple(DRIVE_BEGINS + (target - DRIVE_BEGINS) * step / 3 for step in range(4))
    return Course(drives={"accumulation_target": path}, first=1928, last=1940)


def _from(year: int, last: int = 1999, **levers: float) -> Course:
    return Course(levers, first=year, last=last)


COMMAND = Course(
    drives={"regulator_command": 0.9, "regulator_market": 0.08, "regulator_democratic": 0.02}, first=1921
)

WORLD = (
    _choice("world_revolution_path", "upheavals abroad that win", "none", {
        "none": NOTHING,
        "europe-1919": _from(1919, 1919, win_europe=1.0, win_germany=1.0),
        "germany-1923": _from(1923, 1923, win_germany=1.0),
        "advanced-1945": _from(1945, 1945, win_advanced=1.0),
    }),
    _number("intervention_intensity", "foreign troops and blockade", 1, 1.0, "intervention_intensity",
            "multiplier", 1918, 1922),
    _number("military_rivalry", "scale of rivals' arms", 3, 1.0, "military_rivalry", "multiplier", 1918),
    _choice("comintern_line", "line of the communist parties abroad", "historical", {
        "historical": NOTHING,
        "united-front": _from(1928, 1934, united_front=1.0),
        "independent-parties": _from(1921, independent_parties=1.0),
    }),
    _switch("pact_1939", "treaty with Germany before the invasion", True, "pact", 1939, 1941),
    _choice("german_invasion", "invasion of the USSR", "1941", {
        "1941": NOTHING, "none": _from(1941, 1946, invasion=0.0),
    }),
    _choice("postwar_occupation", "what is done with occupied states", "historical", {
        "historical": NOTHING,
        "withdraw": _from(1945, withdraw=1.0),
        "statify-at-once": _from(1945, statify_at_once=1.0),
        "keep-capitalism": _from(1945, keep_capitalism=1.0),
    }),
    _number("western_reform_margin", "room for growth and welfare in postwar capitalism", 1, 1.0,
            "reform_margin", "index", 1945),
    _choice("satellite_policy", "who pays whom in the bloc", "historical", {
        "historical": NOTHING,
        "extract": _from(1945, satellite_extract=1.0),
        "neutral": _from(1945, satellite_neutral=1.0),
        "subsidise": _from(1945, satellite_subsidise=1.0),
    }),
    Lever("embargo_level", "denial of technology", Number(0, 1), EMBARGO,
          lambda v: Course({"embargo_scale": float(v) / EMBARGO}, first=1949), "index"),
    _number("oil_price", "world price of oil", 3, 1.0, "oil_price", "multiplier", 1913),
    _choice("capitalist_growth_path", "growth abroad after the war", "historical", {
        "historical": NOTHING, "stagnation-after-1945": _from(1946, western_stagnation=1.0),
    }),
)  # fmt: skip

POLITICS = (
    _choice("party_regime", "parties and factions", "historical", {
        "historical": NOTHING,
        "free-soviets-1921": _from(1921, free_soviets=1.0),
        "opposition-legal-1926": _from(1926, opposition_legal=1.0),
    }),
    _choice("leader", "who leads", "stalin", {
        "stalin": NOTHING,
        "other-apparatus": _from(1924, leader_other=1.0),
        "left-opposition": _from(1924, leader_left=1.0),
        "right": _from(1924, leader_right=1.0),
    }),
    _choice("army_coup", "army takes power", "none", {
        "none": NOTHING, "1924": _from(1924, 1924, army_coup=1.0),
    }),
    _switch("lenin_survives", "the first leader stays to 1930", False, "leader_survives", 1918, 1930),
    _choice("specialist_regime", "pay of specialists and training of workers", "privilege", {
        "privilege": NOTHING,
        "capped-pay": _from(1921, capped_pay=1.0),
        "capped-pay-and-mass-training": _from(1921, capped_pay=1.0, mass_training=1.0),
    }),
    _number("purge_intensity", "strength of terror pulses, whenever they come", 1, 1.0, "purge_intensity",
            "multiplier", 1928),
    _number("repression_level", "police means", 1, 1.0, "repression_level", "multiplier", 1918),
    _number("worker_organisation", "independent unions when the crisis comes", 1, 0.1, "worker_organisation",
            "index", 1985),
    _switch("title_transferability", "officials may own and bequeath", False, "title_transferable", 1985),
    _choice("reform_path", "market reform", "historical", {
        "historical": NOTHING,
        "none": _from(1953, no_reform=1.0),
        "1965-in-full": _from(1965, force_reform=1.0),
        "perestroika": _from(1987, force_reform=0.6),
        "gradual-market": _from(1979, gradual_market=1.0),
        "shock-privatisation": _from(1991, 1991, shock_privatisation=1.0),
    }),
)  # fmt: skip

ECONOMY = (
    _number("kulak_concessions", "lease, hire, tax and title for rich farms", 1, 0.3, "kulak_concessions",
            "index", 1925),
    _choice("agrarian_policy", "how grain is obtained", "historical", {
        "historical": NOTHING,
        "requisition": _from(1921, keep_requisition=1.0),
        "tax-and-market": _from(1921, no_forced_turn=1.0),
        "forced-collectives": _from(1929, 1929, force_turn=1.0),
        "voluntary-cooperatives": _from(1926, no_forced_turn=1.0, cooperatives=1.0),
    }),
    Lever("investment_target", "planned investment in income, 1928-40", Number(0.02, 0.5), 0.25, _investment,
          "share"),
    _number("consumption_weight", "weight of mass consumption in the plan", 1, 0.2, "consumption_weight",
            "index", 1928),
    _choice("planning_mode", "what regulates production", "historical", {
        "historical": NOTHING,
        "command": COMMAND,
        "democratic": _from(1929, democratic_planning=1.0),
        "market": _from(1929, market_regulation=1.0),
        "mixed": _from(1929, democratic_planning=0.4, market_regulation=0.4),
    }),
    _choice("management_mode", "who runs the plant", "one-man", {
        "one-man": NOTHING,
        "troika": _from(1929, troika_management=1.0),
        "self-management": _from(1929, self_management=1.0),
    }),
    _switch("job_guarantee", "full-employment commitment", True, "job_guarantee", 1930),
    Lever("initial_development", "income per head at the outset", Number(0.5, 10), 1.0,
          lambda v: richer(float(v)), "multiplier"),
    Lever("initial_culture", "adults able to read and reckon at the outset", Number(0, 1), CULTURE,
          lambda v: Course({"initial_culture": float(v) - CULTURE}), "share"),
)  # fmt: skip

ADDED = (
    Lever("procurement", "procurement plan", Number(0, 2), 1.0,
          lambda v: Course({"procurement_scale": float(v)}, first=1929, last=1940), "multiplier",
          "one scenario is about over-procurement, which no lever of the canon moves"),
    Lever("recorded_deaths", "leaders die in the years of the record instead of by chance", Switch(), False,
          lambda v: Course({"recorded_deaths": 1.0}) if v else NOTHING,
          ours="lets the luck of leaders' deaths be taken out"),
    Lever("open_outcomes", "upheavals in advanced countries may win by chance, not lost as recorded",
          Switch(), False, lambda v: Course({"open_outcomes": 1.0}) if v else NOTHING,
          ours="scenarios that change the odds abroad cannot also fix the outcome"),
)  # fmt: skip

LEVERS: dict[str, Lever] = {lever.id: lever for lever in (*WORLD, *POLITICS, *ECONOMY, *ADDED)}

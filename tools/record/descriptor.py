"""The Data Package descriptor: what each file and column is, units, constraints, licences, sources."""

from .build import Tables

ESTIMATES = ["official", "western", "archival", "author", "coded", "unverified"]
QUALITIES = ["good", "fair", "poor", "unrated"]
USES = ["fit", "check", "event", "none"]
ROLES = ["observation", "rival", "coded", "source", "unverified"]
YEAR = {"minimum": 1885, "maximum": 2012}


def descriptor(tables: Tables) -> dict:
    """Return the descriptor as plain data (Frictionless Data Package, tabular resources)."""
    return {
        "profile": "tabular-data-package",
        "name": "thermidor-record",
        "title": "The record against which theories of the Soviet system are held, 1885-2012",
        "description": "Recorded series with rival estimates side by side, dated events, and how each canon "
        "variable is read from them. Made from the raw history by tools/record.",
        "licenses": [
            {"name": licence, "title": licence} for licence in sorted(set(tables.sources["licence"]))
        ],
        "sources": [
            {"title": f"{s.source}: {s.citation}", "path": s.address or "address not known"}
            for s in tables.sources.itertuples()
        ],
        "resources": [_resource(name, *RESOURCES[name]) for name in RESOURCES],
    }


def _resource(name: str, title: str, key: list[str], fields: list[dict], foreign: list[dict]) -> dict:
    schema: dict = {"fields": fields, "primaryKey": key, "missingValues": [""]}
    if foreign:
        schema["foreignKeys"] = foreign
    return {
        "name": name,
        "path": f"{name}.csv",
        "title": title,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _text(name: str, meaning: str, **constraints) -> dict:
    return _field(name, "string", meaning, **constraints)


def _field(name: str, kind: str, meaning: str, **constraints) -> dict:
    made = {"name": name, "type": kind, "description": meaning}
    return made | ({"constraints": constraints} if constraints else {})


def _to(resource: str, here: str, there: str) -> dict:
    return {"fields": here, "reference": {"resource": resource, "fields": there}}


RESOURCES = {
    "record": (
        "Tidy record: one row per series and period",
        ["series", "year", "year_end"],
        [
            _text("series", "series id", required=True),
            _text("entity", "territory or group, never mixed within a series", required=True),
            _field("year", "integer", "first year of the period", required=True, **YEAR),
            _field("year_end", "integer", "last year of the period", required=True, **YEAR),
            _field("low", "number", "least estimate, in the unit of the row", required=True),
            _field("value", "number", "estimate, in the unit of the row", required=True),
            _field("high", "number", "greatest estimate, in the unit of the row", required=True),
            _text("unit", "unit of low, value, high", required=True),
            _text("estimate_of", "whose estimate", required=True, enum=ESTIMATES),
            _text("quality", "the canon's grade of the observation", required=True, enum=QUALITIES),
            _field(
                "scored", "boolean", "may enter a score; never true for unverified figures", required=True
            ),
            _text("source", "keys of sources.csv, separated by semicolons", required=True),
        ],
        [_to("series", "series", "series")],
    ),
    "series": (
        "Catalogue: one row per series",
        ["series"],
        [
            _text("series", "series id", required=True),
            _text("role", "what the series is in the record", required=True, enum=ROLES),
            _text("observation", "canon observation it belongs to"),
            _text("variable", "canon variable it can be held against"),
            _text("raw_file", "file of the raw history"),
            _text("raw_series", "series name in the raw history, or coding rule"),
            _text("entity", "territory or group", required=True),
            _text("unit", "unit of the first row", required=True),
            _field("first", "integer", "first year", required=True, **YEAR),
            _field("last", "integer", "last year", required=True, **YEAR),
            _field("rows", "integer", "number of rows", required=True, minimum=1),
            _field("scored", "integer", "number of scored rows", required=True, minimum=0),
            _text("use", "use the canon allows", required=True, enum=USES),
        ],
        [],
    ),
    "observations": (
        "How each canon variable is read from the record",
        ["id"],
        [
            _text("id", "observation id, also the id of its series", required=True),
            _text("variable", "canon variable, the name of the model expression", required=True),
            _text("area", "block of the canon"),
            _text("unit", "unit of the series", required=True),
            _text("source_unit", "unit of the raw figure"),
            _text("transformation", "from raw figure to series, in words", required=True),
            _text("kind", "kind of estimate", required=True, enum=ESTIMATES),
            _text("quality", "grade", required=True, enum=QUALITIES),
            _text("use", "fit, check, event or none", required=True, enum=USES),
            _text("score_group", "of these at most one enters a score in any one year"),
            _text("claims_series", "canon claim series it serves, separated by semicolons"),
            _text("reason", "why it is here"),
            _text("caveat", "what it is not"),
        ],
        [_to("series", "id", "series")],
    ),
    "events": (
        "Dated events and windows for pattern scoring",
        ["event", "year_from"],
        [
            _text("event", "event id", required=True),
            _text("variable", "canon variable", required=True),
            _field("year_from", "integer", "first year of the window", required=True, **YEAR),
            _field("year_to", "integer", "last year of the window", required=True, **YEAR),
            _field("low", "number", "least size, where it has one"),
            _field("value", "number", "size, where it has one"),
            _field("high", "number", "greatest size, where it has one"),
            _text("unit", "unit of the size"),
            _text("rule", "how the window is read from the series", required=True),
            _text("estimate_of", "whose estimate", required=True, enum=ESTIMATES),
            _field("scored", "boolean", "may enter a score", required=True),
            _text("source", "keys of sources.csv, separated by semicolons", required=True),
        ],
        [],
    ),
    "sources": (
        "Sources",
        ["source"],
        [
            _text("source", "key", required=True),
            _text("citation", "full citation", required=True),
            _text("address", "page or repository read"),
            _text("licence", "terms", required=True),
        ],
        [],
    ),
    "dropped": (
        "Suspect spots left out, with the reason",
        [],
        [
            _text("observation", "only for this observation, or blank for all"),
            _text("file", "raw file", required=True),
            _text("series", "raw series", required=True),
            _text("entity", "entity", required=True),
            _field("year_from", "integer", "first year", required=True),
            _field("year_to", "integer", "last year", required=True),
            _field("value_at_most", "number", "only values at most this (special codes)"),
            _text("reason", "why", required=True),
            _field("rows", "integer", "raw rows concerned", required=True),
        ],
        [],
    ),
}

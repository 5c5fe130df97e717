"""A plan as plain data, for JSON and for pages."""

from collections.abc import Iterable
from typing import Any

from .limits import Limit, bottlenecks, limits
from .plan import Plan
from .reports import Reports

PRODUCT = ("product", "unit", "output", "before", "final", "asked", "price")
TECHNIQUE = ("technique", "product", "level")
LIMIT = ("kind", "name", "unit", "used", "there", "worth", "share")


def plain(reports: Reports, made: Plan) -> dict[str, Any]:
    """Return a plan as texts, numbers, lists and dictionaries.

    ``before`` is last year's output, ``final`` what is delivered to final use, ``asked`` the demand;
    ``imports`` and, by class of final use, ``deliveries`` are by product, empty where the plan has none;
    ``notes`` say what the procedure changed in the reports.
    """
    known = reports.table
    abroad, classes = made.imports, known.priorities
    deliveries = () if classes is None or made.deliveries is None else made.deliveries.tolist()
    columns = (made.outputs, known.outputs(known.achieved), made.final, known.demand, made.prices)
    products = zip(known.products, known.units, *(one.tolist() for one in columns), strict=True)
    makers = (known.products[j] for j in known.makes.tolist())
    return {
        "procedure": made.procedure,
        "certificate": {"gap": made.certificate.gap, "says": str(made.certificate)},
        "rounds": made.rounds,
        "messages": [{"from": c.sender, "to": c.receiver, "numbers": n} for c, n in made.messages.items()],
        "cpu_seconds": made.cpu_seconds,
        "history": list(made.history),
        "notes": list(made.notes),
        "products": [dict(zip(PRODUCT, row, strict=True)) for row in products],
        "techniques": [
            dict(zip(TECHNIQUE, row, strict=True))
            for row in zip(known.techniques, makers, made.levels.tolist(), strict=True)
        ],
        "imports": [] if abroad is None else abroad.tolist(),
        "deliveries": {} if classes is None else dict(zip(classes.names, deliveries, strict=False)),
        "limits": _limits(limits(known, made)),
        "bottlenecks": _limits(bottlenecks(known, made)),
    }


def _limits(found: Iterable[Limit]) -> list[dict[str, Any]]:
    return [{name: getattr(one, name) for name in LIMIT} for one in found]

"""A plan as a picture: planned outputs beside last year's, in SVG."""

from html import escape

import numpy as np

from .plan import Plan
from .table import Table

MOST = 30
WIDTH, LABELS, ROW, TOP, NUMBERS = 760, 250, 22, 56, 90
PLANNED, ACHIEVED, INK = "#1f6f8b", "#c9c3b8", "#222222"


def svg(known: Table, plan: Plan, title: str) -> str:
    """Return bars of planned output and of last year's, for the products whose output is worth most."""
    shown = np.argsort(-plan.outputs * plan.prices, kind="stable")[:MOST]
    before = known.outputs(known.achieved)
    rows = [
        _row(place, known, int(i), float(plan.outputs[i]), float(before[i])) for place, i in enumerate(shown)
    ]
    height = TOP + ROW * len(shown) + 10
    more = f"; {len(known.products) - len(shown)} more products" if len(known.products) > len(shown) else ""
    heads = [
        _text(10, 20, title, "start", 15),
        _text(
            10,
            40,
            f"yearly output planned (dark) and of last year (light), each against the larger{more}",
            "start",
        ),
    ]
    box = f'viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
    body = "\n".join([*heads, *rows])
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" {box} role="img">'
    return f"{opening}\n<title>{escape(title)}</title>\n{body}\n</svg>\n"


def _row(place: int, known: Table, product: int, planned: float, before: float) -> str:
    top, room = TOP + ROW * place, WIDTH - LABELS - NUMBERS
    scale = room / max(planned, before, np.finfo(float).tiny)
    number = f"{planned:,.0f}" if planned >= 1000 else f"{planned:.4g}"
    return "\n".join(
        [
            _text(LABELS - 8, top + 13, known.products[product][:38], "end"),
            _bar(top + 2, before * scale, ACHIEVED, 14),
            _bar(top + 5, planned * scale, PLANNED, 8),
            _text(LABELS + room + 8, top + 13, number, "start"),
        ]
    )


def _bar(top: int, length: float, colour: str, thick: int) -> str:
    return f'<rect x="{LABELS}" y="{top}" width="{length:.1f}" height="{thick}" fill="{colour}"/>'


def _text(x: int, y: int, words: str, anchor: str, size: int = 12) -> str:
    style = f'font-family="sans-serif" font-size="{size}" fill="{INK}" text-anchor="{anchor}"'
    return f'<text x="{x}" y="{y}" {style}>{escape(words)}</text>'

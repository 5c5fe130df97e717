"""The claims board: claims by witnesses at a glance, each claim opening to its measure and figures."""

import math
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import pandas as pd

from .. import __version__
from ..claims import CLAIMS
from ..claims.asserted import asserted
from ..claims.claim import Claim
from ..claims.put import readings
from ..claims.tally import agreeing, by_essay, cited, own
from ..files import write_text
from ..lab.claim_text import code, meaning
from .html import paragraphs, tag, text
from .look import KNOWN, Look, looks
from .number import number, percent
from .scale import fitted
from .sheet import PAGE
from .table import Cell, table

GLYPHS = {
    "borne out": "✓", "against": "✗", "open": "?", "silent": "·", "documentary": "§", "not testable": "–",
}  # fmt: skip
WIDTH, HEIGHT = 320, 12
Looks = Mapping[str, Look]


def write(found: pd.DataFrame, path: Path, draws: int, command: str = "thermidor claims --out") -> Path:
    """Write the board as one self-contained page, atomically; ``found`` as the board gives it."""
    body = [
        tag("a", "Skip to the board", href="#board", class_="skip"),
        tag("header", tag("h1", "Thermidor: the claims of the five essays")),
        tag("main", section(found)),
        tag("footer", paragraphs(f"Thermidor {__version__}, {draws} draws per theory. Made by: {command}")),
    ]
    return write_text(path, _document("\n".join(body)))


def section(found: pd.DataFrame) -> str:
    """Return the board with every claim's measure and figures below it, ready to stand in a page."""
    shown = _looks(found)
    each = (_detail(claim, found[found["claim"] == claim.id], shown) for claim in _present(found))
    return "\n".join([glance(found, linked=True), tag("h2", "Claim by claim"), *each])


def glance(found: pd.DataFrame, linked: bool = False) -> str:
    """Return the counts and the board; ``linked``: its claims lead to places further down the page."""
    shown = _looks(found)
    parts = [
        paragraphs(*_reading(found)),
        _counts("The record on each essay", by_essay(found), shown),
        _counts("Each theory's runs on the claims of its own essay", own(found), shown),
        _counts("Runs and record on the same claims", agreeing(found), shown),
        tag("h3", "Board", id="board"),
        _board(found, shown, linked),
        tag("script", (files("thermidor.report") / "sort.js").read_text(encoding="utf-8")),
    ]
    return "\n".join(parts)


def _looks(found: pd.DataFrame) -> Looks:
    return looks([w for w in dict.fromkeys(found["witness"]) if w != "record"])


def _reading(found: pd.DataFrame) -> Iterator[str]:
    marks = ", ".join(f"{glyph} {verdict}" for verdict, glyph in GLYPHS.items())
    yield f"Marks: {marks}. A column heading sorts. {cited(found)}"
    yield (
        "Every verdict is computed. On the record a claim is borne out or against only if all estimates, at "
        "their low, middle and high ends, say so; otherwise it is open. In a theory at least four draws of "
        "five must say so. The share is that of readings or draws within the band. Silent: the model has no "
        "such quantity. Slips of date, number or wording count against no theory."
    )


def _present(found: pd.DataFrame) -> list[Claim]:
    there = set(found["claim"])
    return [claim for claim in CLAIMS if claim.id in there]


def _board(found: pd.DataFrame, shown: Looks, linked: bool) -> str:
    said = asserted()
    heads = ["claim", "essay", "kind", "record", *(one.short for one in shown.values())]
    head = "".join(tag("th", tag("button", text(h), type="button"), scope="col") for h in heads)
    cells: dict[tuple[str, str], dict[str, Any]] = {}
    for row in found.itertuples():
        cells.setdefault((str(row.claim), str(row.reading)), {})[str(row.witness)] = row
    rows = []
    for (claim, reading), by_witness in cells.items():
        one = said[claim]
        name = tag("a", text(one.paraphrase), href=f"#{claim}") if linked else text(one.paraphrase)
        name += " (weaker)" if reading == "weaker" else ""
        essay, kind = KNOWN[one.theory].short, one.kind + (", forecast" if one.forecast else "")
        plain = tag("th", name, scope="row") + tag("td", text(essay)) + tag("td", text(kind))
        rows.append(tag("tr", plain + "".join(_mark(by_witness[w]) for w in ("record", *shown))))
    caption = tag("caption", "Claims by witnesses: mark and share of readings or draws within the band")
    whole = tag(
        "table", caption + tag("thead", tag("tr", head)) + tag("tbody", "\n".join(rows)), class_="board"
    )
    return tag("div", whole, class_="wide", tabindex=0, role="region", aria_label="Claims board")


def _mark(row: Any) -> str:
    share = f" {percent(row.share)}" if row.share == row.share else ""
    kind = row.verdict.replace(" ", "-")
    label = tag("span", text(row.verdict), class_="hidden")
    order = row.share if row.share == row.share else -1
    dagger = " †" if row.cited else ""
    said = f"{GLYPHS[row.verdict]}{label}{share}{dagger}"
    return tag("td", said, class_=f"verdict {kind}", data_order=f"{order:.4f}")


def _detail(claim: Claim, found: pd.DataFrame, shown: Looks) -> str:
    one = asserted()[claim.id]
    parts = [
        tag("p", f"{text(claim.id)}; {text(one.theory)}; {one.kind}, priority {one.priority}", class_="note"),
        paragraphs(f"Anchor: {'; '.join(one.anchors)}", f"Refuted by: {claim.refuted_by}"),
        paragraphs(f"Slip: {one.slip}. Correction: {claim.correction}" if one.slip else ""),
    ]
    for reading, test in readings(claim).items():
        rows = found[found["reading"] == reading]
        parts += [tag("h3", f"As {reading}" if reading == "stated" else "In a weaker reading")]
        unopened = "; ".join(filter(None, rows["cited"]))
        parts += [
            paragraphs(f"{meaning(test)}.", f"Cited from works not opened: {unopened}" if unopened else "")
        ]
        parts += [_figures(rows, shown)]
        parts += [tag("pre", tag("code", text(code(test))))] if code(test) else []
    summary = tag("summary", f"{text(one.paraphrase)} {_words(found)}")
    return tag("details", summary + "\n".join(filter(None, parts)), id=claim.id, class_="claim")


def _words(found: pd.DataFrame) -> str:
    record = found[(found["witness"] == "record") & (found["reading"] == "stated")].iloc[0]
    return tag("span", f"{GLYPHS[record.verdict]} {text(record.verdict)} on the record", class_="note")


def _figures(rows: pd.DataFrame, shown: Looks) -> str:
    known = [x for c in ("low", "high") for x in rows[c] if math.isfinite(x)]
    scale = fitted(min(known), max(known), 4, WIDTH - 4) if known else None
    cells = []
    for row in rows.itertuples():
        name = shown[row.witness].name if row.witness in shown else "Record"
        spread = f"{number(row.median)} ({number(row.low)} to {number(row.high)})" if row.rows else row.note
        share = percent(row.share) if row.share == row.share else ""
        css = shown[row.witness].css if row.witness in shown else ""
        drawn = _strip(row, scale, css) if scale and math.isfinite(row.median) else ""
        plain = [tag("th", text(name), scope="row"), tag("td", text(row.verdict)), tag("td", share)]
        cells.append(tag("tr", "".join(plain) + tag("td", text(spread)) + tag("td", drawn)))
    heads = "".join(
        tag("th", h, scope="col") for h in ("witness", "verdict", "share", "median (range)", "chart")
    )
    return tag(
        "div", tag("table", tag("thead", tag("tr", heads)) + tag("tbody", "".join(cells))), class_="wide"
    )


def _strip(row: Any, scale: Any, css: str) -> str:
    low, middle, high = (float(scale.at(x)) for x in (row.low, row.median, row.high))
    line = f'<path d="M{low:.1f} 6H{high:.1f}" class="{"line " + css if css else "range"}"/>'
    dot = f'<circle cx="{middle:.1f}" cy="6" r="3.2" class="dot"/>'
    said = f"median {number(row.median)}, {number(row.low)} to {number(row.high)}"
    box = f'viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" class="strip" role="img" aria-label="{text(said)}"'
    return f"<svg {box}>{line}{dot}</svg>"


def _counts(caption: str, rows: pd.DataFrame, shown: Looks) -> str:
    heads = ["forecasts" if c == "forecast" else str(c) for c in rows.columns]
    cells = [[_told(c, v, shown) for c, v in zip(rows.columns, row, strict=True)] for row in rows.to_numpy()]
    return table(caption, heads, cells)


def _told(column: str, value: Any, shown: Looks) -> str | Cell:
    if column == "theory":
        return KNOWN[value].name if value in KNOWN else str(value)
    return ("forecasts" if value else "retrodictions") if column == "forecast" else str(value)


def _document(body: str) -> str:
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Thermidor: claims</title>
<style>
{PAGE}</style>
</head>
<body>
{body}
</body>
</html>
"""

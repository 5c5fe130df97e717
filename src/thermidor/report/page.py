"""The whole page, from head to footer."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import pandas as pd

from ..claims.put import HISTORY
from ..lab import shelved
from ..lab.calibrate import LAST_YEAR as FITTED_TO
from ..lab.ensemble import Frames
from ..lab.score import event_table, pattern_table, series_table
from . import scores, words
from .about import About, facts, footer, reading
from .board import glance
from .comparison import comparison
from .figures import events, gallery
from .groups import grouped
from .html import listing, paragraphs, tag, text
from .look import Look, looks
from .losses import losses, recorded
from .results import results
from .sheet import PAGE
from .sources import bibliography
from .ties import leaders

if TYPE_CHECKING:
    from ..lab.counterfactual import Answer

Looks = Mapping[str, Look]
Parts = list[tuple[str, str, str]]


def page(runs: Mapping[str, Frames], about: About, answers: Sequence["Answer"] = ()) -> str:
    """Return the report as one HTML document."""
    shown = looks(runs)
    title = f"Thermidor: {about.scenario.title}"
    parts = _parts(runs, about, answers, shown)
    contents = "".join(tag("li", tag("a", text(head), href=f"#{name}")) for name, head, _ in parts)
    body = [
        tag("a", "Skip to the results", href="#when", class_="skip"),
        tag("header", tag("h1", text(title)) + facts(about, shown)),
        tag("nav", tag("ul", contents), aria_label="Contents"),
        tag("main", "\n".join(_section(*part) for part in parts)),
        tag("footer", footer(about)),
    ]
    return _document(title, "\n".join(body))


def _parts(runs: Mapping[str, Frames], about: About, answers: Sequence["Answer"], shown: Looks) -> Parts:
    groups = list(grouped(runs))
    series, patterns = series_table(runs), pattern_table(runs)
    records = [recorded(), *(one.record for _, curves in groups for one in curves)]
    charts = "\n".join(gallery(head, curves, shown) for head, curves in groups)
    parts = [
        ("reading", "How to read this", reading(about)),
        ("when", "When it happens", scores.event_rows(event_table(runs), shown)),
        ("summary", "In short", _summary(runs, series, patterns, about, shown)),
        ("charts", "Charts", _key(shown) + charts),
        ("losses", "Human losses", losses(runs, shown)),
        ("series", "Score by series", scores.series_rows(series, shown)),
        ("patterns", "Score by pattern", scores.pattern_rows(patterns, shown, about)),
    ]
    if answers:
        parts.append(("answers", "Predictions and runs", _answers(answers, shown)))
    if about.scenario.id == HISTORY:
        parts.append(("comparison", "Comparison", comparison(results(), patterns, shown)))
        parts.append(("claims", "What the essays assert", _claims()))
    return [*parts, ("sources", "Sources", bibliography(records))]


def _summary(
    runs: Mapping[str, Frames], series: pd.DataFrame, patterns: pd.DataFrame, about: About, shown: Looks
) -> str:
    counts = scores.met(runs)
    early, late = ({theory: count[i] for theory, count in counts.items()} for i in (0, 1))
    most = f"Most patterns known by {FITTED_TO}: {words.tie(leaders(early), shown)}."
    most_later = f"Most patterns known later: {words.tie(leaders(late), shown)}."
    told = [
        scores.summary_rows(series, counts, shown),
        paragraphs(most, most_later, *words.nearest(series, shown)),
        _list("Patterns that no theory gives in any draw", words.nowhere(patterns)),
        _list("Patterns that no theory gives in more than one draw of twenty", words.rare(patterns)),
        _list("Patterns that separate the theories most", words.separating(patterns, shown, about.draws)),
        _list("Patterns that every theory gives in at least half of its draws", words.common(patterns)),
        paragraphs("Tied: chance in the draws alone could make the numbers differ as they do."),
    ]
    return "\n".join(told)


def _list(head: str, items: Sequence[str]) -> str:
    return tag("h3", text(head)) + (listing(items) or tag("p", "None."))


def _claims() -> str:
    made = shelved.about()
    told = f"From the packaged board ({made['draws']} draws of the packaged ensembles, {made['command']})"
    return paragraphs(f"{told}; thermidor claims --out FILE shows every measure.") + glance(shelved.board())


def _answers(answers: Sequence["Answer"], shown: Looks) -> str:
    agreeing = sum(one.agrees for one in answers)
    said = f"{agreeing} of {len(answers)} predictions have the sign that the theory's own runs give."
    return paragraphs(said) + scores.answer_rows(answers, shown)


def _key(shown: Looks) -> str:
    items = "".join(tag("li", _swatch(one) + text(f"{one.short}: {one.name}")) for one in shown.values())
    record = _small('<path d="M22 1V11" class="range"/><circle cx="22" cy="6" r="2.6" class="dot"/>')
    legend = tag("ul", items + tag("li", record + "Record, with the range of estimates"), class_="key")
    return legend + tag("p", "Thin numbered lines mark years of history:") + events()


def _swatch(one: Look) -> str:
    dash = f' stroke-dasharray="{one.dash}"' if one.dash else ""
    return _small(f'<path d="M2 6H42" class="line {one.css}"{dash}/>')


def _small(drawn: str) -> str:
    return f'<svg viewBox="0 0 44 12" class="swatch" aria-hidden="true">{drawn}</svg>'


def _section(name: str, head: str, inner: str) -> str:
    return tag("section", f"{tag('h2', text(head), id=name)}\n{inner}", aria_labelledby=name)


def _document(title: str, body: str) -> str:
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
{tag("title", text(title))}
<style>
{PAGE}</style>
</head>
<body>
{body}
</body>
</html>
"""

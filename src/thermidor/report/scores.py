"""Scores as tables: events, series, patterns, and predictions beside what the runs give."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from ..claims.view import Run
from ..lab.calibrate import LAST_YEAR as FITTED_TO
from ..lab.ensemble import Frames
from ..lab.patterns import PATTERNS, Pattern
from .about import About
from .look import Look
from .number import band, number, percent, year
from .table import Cell, share, table, tight
from .words import printed

if TYPE_CHECKING:
    from ..lab.counterfactual import Answer
    from ..outside.scenario import Prediction

Make = Callable[[Any], str | Cell]
Looks = Mapping[str, Look]
Counts = Mapping[str, tuple[np.ndarray, np.ndarray]]
SIGNS = {None: "no sign", 1: "more", 0: "the same", -1: "less"}


def event_rows(events: pd.DataFrame, looks: Looks) -> str:
    """Return when each event happens, by theory."""
    rows = _wide(events, ["event"], looks, _when)
    caption = "Median year (central 90 % of the draws in which it happens), share of draws"
    return table(caption, ["event", *_heads(looks)], rows)


def summary_rows(series: pd.DataFrame, counts: Counts, looks: Looks) -> str:
    """Return one row per theory: typical error, coverage, patterns met in and after the years of the fit."""
    rows = []
    for theory, (early, late) in counts.items():
        part = series[series["theory"] == theory]
        middle = part.loc[part["error_unit"] == "%", "error"].median()
        covered = percent(part["coverage"].mean())
        rows.append([looks[theory].name, printed(middle, "%"), covered, _mean(early), _mean(late)])
    early, late = (len(part) for part in _parted())
    columns = (
        "theory",
        "median error over series in per cent",
        "recorded years inside the 90 % band",
        f"patterns met in the mean draw, known by {FITTED_TO} (of {early})",
        f"known later (of {late})",
    )
    return table("Against the record", columns, rows)


def series_rows(series: pd.DataFrame, looks: Looks) -> str:
    """Return error of the median and coverage of the band, by series and theory."""
    rows = _wide(series, ["label", "years"], looks, _near)
    caption = "Median error of the median draw; share of recorded years that the 90 % band meets"
    return table(caption, ["series", "recorded years", *_heads(looks)], [_texts(row) for row in rows])


def pattern_rows(patterns: pd.DataFrame, looks: Looks, about: About) -> str:
    """Return the share of draws that meet each pattern, with band, source and whether a fit has seen it."""
    spans = {p.id: band(p.low, p.high, p.is_year) for p in PATTERNS}
    early = f"by {FITTED_TO}" if about.prior else "in sample"
    later = "in sample" if about.fitted else "later"
    seen = np.where(patterns["known_by"] <= FITTED_TO, early, later)
    told = patterns.assign(band=[spans[one] for one in patterns["pattern"]], seen=seen)
    rows = _wide(told, ["meaning", "band", "seen", "source"], looks, lambda r: share(r.share))
    ordered = [[row[0], tight(row[1]), tight(row[2]), *row[4:], row[3]] for row in rows]
    columns = ["pattern", "band", "known", *_heads(looks), "source of the band"]
    return table("Share of draws that meet each pattern", columns, [_texts(row) for row in ordered])


def answer_rows(answers: Sequence["Answer"], looks: Looks) -> str:
    """Return every prediction beside the computed sign; disagreements are marked in words."""
    columns = ["scenario", "theory", "prediction", "variable", "years", "predicted", "computed",
               "change, share of history (90 %)", "draws that agree", "agrees"]  # fmt: skip
    rows = [_answer(one, looks) for one in answers]
    return table("Predictions of the theories beside their own runs", columns, rows)


def met(runs: Mapping[str, Frames]) -> Counts:
    """Return patterns met per draw, by theory: those known in the years of the fit, and later ones."""
    early, late = _parted()
    done = {theory: Run(fields) for theory, fields in runs.items()}
    return {theory: (_count(early, run), _count(late, run)) for theory, run in done.items()}


def _parted() -> tuple[list[Pattern], list[Pattern]]:
    seen = [one for one in PATTERNS if one.known_by <= FITTED_TO]
    return seen, [one for one in PATTERNS if one.known_by > FITTED_TO]


def _count(patterns: Sequence[Pattern], run: Run) -> np.ndarray:
    return np.sum([one.met(run) for one in patterns], axis=0)


def _wide(rows: pd.DataFrame, keys: list[str], looks: Looks, cell: Make) -> list[list[Any]]:
    lines: dict[tuple, dict[str, str | Cell]] = {}
    for row in rows.itertuples():
        lines.setdefault(tuple(getattr(row, key) for key in keys), {})[str(row.theory)] = cell(row)
    return [[*key, *(cells[theory] for theory in looks)] for key, cells in lines.items()]


def _answer(one: "Answer", looks: Looks) -> list[str | Cell]:
    asked = one.prediction
    who = looks[asked.theory].short if asked.theory in looks else asked.theory
    agrees = Cell("yes") if one.agrees else Cell("NO", mark="no")
    change = f"{number(one.change)} ({number(one.low)} to {number(one.high)})"
    years = f"{asked.years[0]} to {asked.years[-1]}" if asked.years else ""
    signs = (_asked(asked), SIGNS[one.sign])
    return [one.scenario, who, asked.text, asked.variable, years, *signs, change, share(one.agreeing), agrees]


def _asked(one: "Prediction") -> str:
    if one.direction is not None or one.beyond is None:
        return SIGNS[one.direction]
    return f"{one.side} {number(one.beyond)} in {one.odds} than {percent(one.share or 0.0)} of draws"


def _near(row: Any) -> str:
    return f"{printed(row.error, row.error_unit)}; {percent(row.coverage)}"


def _when(row: Any) -> str:
    if not row.share:
        return "never"
    return f"{year(row.median)} ({year(row.low)} to {year(row.high)}), {percent(row.share)}"


def _heads(looks: Looks) -> list[str]:
    return [one.short for one in looks.values()]


def _texts(row: Sequence[Any]) -> list[str | Cell]:
    return [one if isinstance(one, Cell) else str(one) for one in row]


def _mean(count: np.ndarray) -> str:
    return f"{count.mean():.1f}"

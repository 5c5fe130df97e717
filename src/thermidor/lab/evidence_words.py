"""What a ranking of evidence says: plain sentences and a page made from its numbers."""

import math
from collections.abc import Iterator, Mapping, Sequence

import pandas as pd

from ..outside.pages import markdown
from .evidence import top
from .observables import ARCHIVE, CODED, SPENT

TOP = 20
HEADS = ("variable", "meaning", "years", "bits", "by neighbours", "record", "tells most of")
AWAY = ("scenario", "variable", "years", "bits", "by neighbours", "history alone", "beyond", "tells most of")
TITLES: Mapping[str, str] = {
    ARCHIVE: "To be found or counted anew in the archive",
    CODED: "To be coded by written rules",
    "counterfactual": "What only a counterfactual would show",
    SPENT: "What the record holds already (spent)",
}


def tables(home: pd.DataFrame, away: pd.DataFrame, count: int = TOP) -> Iterator[tuple[str, tuple, list]]:
    """Yield title, heads and rows of text of the lists, each at most ``count`` long."""
    for kind in (ARCHIVE, CODED):
        yield TITLES[kind], HEADS, [_home(row) for row in _rows(top(home, kind, count))]
    if len(away):
        yield TITLES["counterfactual"], AWAY, [_away(row) for row in _rows(away.head(count))]
    spent = home[home["status"] == SPENT].head(count // 2)
    yield TITLES[SPENT], HEADS, [_home(row) for row in _rows(spent)]


def sentences(home: pd.DataFrame, away: pd.DataFrame, theories: int) -> list[str]:
    """Return what the lists come to."""
    most = math.log2(theories)
    lines = [f"A reading that told the theories wholly apart would give {most:.2f} bits."]
    for kind, verb in ((ARCHIVE, "look for"), (CODED, "code")):
        best = top(home, kind, 1)
        lines += [f"First, {verb} {_named(row)}: {_bits(row)}." for row in _rows(best)]
    told = away[away["beyond"] > 2 * away["beyond_error"]] if len(away) else away
    lines += [
        f"{len(told)} of {len(away)} scenarios would tell more than history's own figures of the same years."
    ] * bool(len(away))
    new, spent = home[home["status"] != SPENT], home[home["status"] == SPENT]
    if len(spent) and len(new):
        best = f"{spent['bits'].max():.2f} bits, the best new datum {new['bits'].max():.2f}"
        lines.append(f"{len(spent)} variables have readings that are spent; the best of them tells {best}.")
    silent = _silent(home)
    return [*lines, f"No reading of these separates the theories: {', '.join(silent)}."] if silent else lines


def page(home: pd.DataFrame, away: pd.DataFrame, theories: Sequence[str], how: str) -> str:
    """Return the page; ``how``: the command that makes it."""
    parts = [HEAD.format(how=how, most=math.log2(len(theories)))]
    parts.append("\n".join(f"- {line}" for line in sentences(home, away, len(theories))))
    for title, heads, rows in tables(home, away):
        parts.append(f"## {title}\n\n{markdown(heads, rows)}")
    return "\n\n".join(part.strip() for part in parts) + "\n"


HEAD = """# Crucial evidence

Made by `{how}`; do not edit.

What each datum would tell of which theory is right: the mutual information of theory and datum in bits, at
most {most:.2f}. Theories are equally likely beforehand and as fitted.

- **bits**: a lower bound by densities of one half of the draws, judged on the other half; the year is chosen
  on other draws than those that judge. ± is a bootstrap error over draws. **by neighbours**: a second
  estimator (Ross 2014), which has no smoothing and more noise.
- Errors of observation are in `lab/observables.py`: where a series is scored, the error allowed there;
  else 20 per cent of a figure (10 where all known readings are good), 0.15 of a coded index. They are
  assumptions.
- **record**: *unfound* no reading of those years; *recorded badly* of poor quality or very wide; *spent*
  held.
- A datum is taken alone. Neighbouring years and kindred variables tell much of the same, so bits do not add.
- A change under a scenario is read with the error of two readings, on the same luck; **beyond** is what it
  tells more than history's own value in the same years. Nobody can read it: only a natural experiment can
  stand in.
"""


def _home(row: Mapping) -> tuple[str, ...]:
    held = f"{row['years']}" + (f" (as good: {row['holds']})" if row["holds"] else "")
    return (row["variable"], row["meaning"], held, _bits(row), f"{row['neighbours']:.2f}", row["status"],
            f"{row['marks']} ({row['marks_bits']:.2f})")  # fmt: skip


def _away(row: Mapping) -> tuple[str, ...]:
    return (row["scenario"], row["variable"], row["years"], _bits(row), f"{row['neighbours']:.2f}",
            f"{row['at_home']:.2f} ± {row['at_home_error']:.2f}",
            f"{row['beyond']:+.2f} ± {row['beyond_error']:.2f}", row["marks"])  # fmt: skip


def _bits(row: Mapping) -> str:
    return f"{row['bits']:.2f} ± {row['error']:.2f}"


def _named(row: Mapping) -> str:
    return f"{row['meaning']} ({row['variable']}) of {row['years']}"


def _silent(home: pd.DataFrame) -> list[str]:
    """Return variables of which no datum, new or spent, tells more than two errors above nought."""
    told = home[home["bits"] > 2 * home["error"]]["variable"]
    return sorted(set(home["variable"]) - set(told))


def _rows(frame: pd.DataFrame) -> list[dict]:
    return frame.to_dict("records")

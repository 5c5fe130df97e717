"""What a slot decomposition says, in plain sentences made from its numbers."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from .hybrids import MISFIT, PATTERNS_MET
from .slots import ERRORS, Pair, clear_moves, named

FEW = 4
TRIFLE = 0.25  # patterns; less than a quarter of one is not called work
OFTEN, SELDOM = 0.9, 0.1
SUMS = {PATTERNS_MET: "patterns met in the mean draw", MISFIT: "mean distance from the series"}


def sentences(pair: Pair) -> list[str]:
    """Return what the decomposition says: the difference, what each part brings, what nothing separates."""
    return [*_differences(pair), *_parts(pair), *_together(pair), *_idle(pair), *_alike(pair)]


def _differences(pair: Pair) -> Iterator[str]:
    for row in _rows(pair.ends[pair.ends["kind"] == "sum"]):
        apart = _with_error(row["apart"], row["apart_error"])
        size = f"{row['first']:.2f} against {row['second']:.2f} ({apart})"
        if not abs(row["apart"]) > ERRORS * row["apart_error"]:
            yield f"{SUMS[row['item']].capitalize()}: {size}; a tie."
            continue
        ahead = pair.second if row["apart"] * row["better"] > 0 else pair.first
        yield f"{SUMS[row['item']].capitalize()}: {pair.first} {size} {pair.second}; {ahead} is ahead."


def _parts(pair: Pair) -> Iterator[str]:
    clear = clear_moves(pair)
    if len(pair.moves):
        yield "Shares by slot: patterns in shares of draws, series in distances, events in years."
    for part in dict.fromkeys(pair.moves["part"] if len(pair.moves) else ()):
        total = pair.moves[(pair.moves["part"] == part) & (pair.moves["item"] == PATTERNS_MET)].iloc[0]
        told = f"{part}: {_with_error(total['share'], total['share_error'])} patterns"
        own = clear[clear["part"] == part]
        moved = ", ".join(f"{named(r)} {r['share']:+.2f}" for r in _rows(own.head(FEW)))
        more = f" and {len(own) - FEW} more" if len(own) > FEW else ""
        yield f"{told}; moves {moved}{more}." if moved else f"{told}; moves no pattern or series clearly."


def _together(pair: Pair) -> Iterator[str]:
    """Say which parts act only together with others: there and back differ."""
    sums = pair.moves[pair.moves["item"] == PATTERNS_MET] if len(pair.moves) else pair.moves
    for row in _rows(sums):
        apart, noise = row["ahead"] - row["back"], np.hypot(row["ahead_error"], row["back_error"])
        if abs(apart) > max(0.25, ERRORS * noise):
            yield (
                f"{row['part']} works with other parts: put into {pair.first} it brings {row['ahead']:+.2f} "
                f"patterns, in {pair.second} it brings {row['back']:+.2f}."
            )


def _idle(pair: Pair) -> Iterator[str]:
    for part, status in pair.status.items():
        if not status.startswith("differs"):
            yield f"{part} cannot tell them apart: {status}."


def _alike(pair: Pair) -> Iterator[str]:
    """Say on which patterns the two are alike, and of these the ones that parts pull both ways."""
    patterns = pair.ends[pair.ends["kind"] == "pattern"]
    alike = patterns[~(patterns["apart"].abs() > ERRORS * patterns["apart_error"])]["item"].tolist()
    clear = clear_moves(pair)
    moved = set(clear[clear["kind"] == "pattern"]["item"])
    untouched = [one for one in alike if one not in moved]
    both_ways = [one for one in alike if one in moved]
    if untouched:
        yield f"Nothing in which they differ moves {', '.join(untouched)}."
    if both_ways:
        yield f"Parts pull against each other, and the two come out alike, on {', '.join(both_ways)}."


def of_all(table: pd.DataFrame) -> list[str]:
    """Return which patterns and series separate nobody, from :func:`slots.separates_nobody`."""
    single = table[table["kind"] != "sum"]
    nobody = single[~single["separates"]]
    lines = [f"{len(nobody)} of {len(single)} patterns, series and events separate no two theories."]
    for row in _rows(nobody):
        lines.append(
            f"{row['item']} ({row['meaning']}) separates nobody: {row['least']:.2f} to {row['most']:.2f}."
        )
    return lines


def over_pairs(parts: pd.DataFrame, count: int) -> list[str]:
    """Return which slots do the work over ``count`` pairs, from :func:`slots.by_part`."""
    own = parts.sort_values("greatest", ascending=False, kind="stable")
    most = _list([f"{r['part']} in {r['greatest']}" for r in _rows(own[own["greatest"] > 0])])
    idle = _list([r["part"] for r in _rows(parts) if r[PATTERNS_MET] < TRIFLE])
    lines = [f"The slot with the greatest share of patterns, over {count} pairs: {most}."] * bool(most)
    trifle = f"Less than {TRIFLE} patterns in the mean of the pairs in which they differ: {idle}."
    return lines + [trifle] * bool(idle)


def alike(table: pd.DataFrame) -> list[str]:
    """Return what separates no two theories, from :func:`slots.separates_nobody`: patterns by frequency."""
    nobody = table[~table["separates"]]
    patterns = nobody[nobody["kind"] == "pattern"]
    often, seldom = patterns["least"] >= OFTEN, patterns["most"] <= SELDOM
    groups = {
        f"Every theory gives them in at least {100 * OFTEN:.0f} % of draws": patterns[often],
        f"No theory gives them in more than {100 * SELDOM:.0f} % of draws": patterns[seldom],
        "In between, and no two theories told apart": patterns[~often & ~seldom],
    }
    lines = [f"{_of(table, 'pattern')} patterns separate no two theories."]
    for head, those in groups.items():
        told = [f"{r['meaning']} ({_span(r)})" for r in _rows(those)]
        lines += [f"{head}: {'; '.join(told)}."] * bool(told)
    others = table[table["separates"]]
    for kind, many, column in (("series", "series", "meaning"), ("event", "events", "item")):
        alike_here = _list(list(nobody[nobody["kind"] == kind][column])) or "none"
        lines.append(f"{_of(table, kind)} {many} separate no two theories: {alike_here}.")
    apart = _list(list(others[others["kind"] == "event"]["item"]))
    lines += [f"Events that separate some two: {apart}."] * bool(apart)
    return lines


def _of(table: pd.DataFrame, kind: str) -> str:
    own = table[table["kind"] == kind]
    return f"{int((~own['separates']).sum())} of {len(own)}"


def _span(row: dict) -> str:
    ends = dict.fromkeys(f"{100 * row[end]:.0f}" for end in ("least", "most"))
    return f"{' to '.join(ends)} %"


def _list(parts: list[str]) -> str:
    return ", ".join(parts)


def _with_error(mean: float, error: float) -> str:
    return f"{mean:+.2f} ± {error:.2f}" if np.isfinite(error) else f"{mean:+.2f}, error unknown"


def _rows(frame: pd.DataFrame) -> list[dict]:
    return frame.to_dict("records")

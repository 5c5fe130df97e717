"""What a study of sensitivity says, in plain sentences made from its numbers."""

from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd

from .ablation import impossible
from .gradients import USEFUL, Gradients
from .sensitivity import CHANCE, UNPINNED

FEW = 6


def sentences(screen: pd.DataFrame, variance: pd.DataFrame, left: pd.Series) -> list[str]:
    """Return what moves the outcome, how much is chance, and what of it the record does not pin.

    ``left``: width of every parameter left by the fit, as a share of its prior.
    """
    return [*_foremost(screen), *_chance(variance), *_unpinned(screen, left)]


def _foremost(screen: pd.DataFrame) -> Iterator[str]:
    moving = screen[screen["size"] > 0]
    if moving.empty:
        yield "No parameter moves the outcome."
        return
    names = ", ".join(f"{r['parameter']} ({r['change']:+.3g})" for r in _rows(moving.head(FEW)))
    yield f"Foremost, with the change over the whole range: {names}."
    still = len(screen) - len(moving)
    if still:
        yield f"{still} of {len(screen)} parameters do not move it at all."


def _chance(variance: pd.DataFrame) -> Iterator[str]:
    if variance.empty:
        yield "The outcome does not vary with the foremost parameters and luck."
        return
    row = variance[variance["parameter"] == CHANCE].iloc[0]
    yield (
        f"Chance has a share of {row['total']:.0%} ± {row['total_error']:.0%} in the variance, alone or with "
        "the foremost parameters."
    )


def _unpinned(screen: pd.DataFrame, left: pd.Series) -> Iterator[str]:
    wide = left[left > UNPINNED]
    yield f"The record leaves {len(wide)} of {len(left)} parameters as wide as their priors."
    foremost = screen[screen["size"] > 0].head(2 * FEW)["parameter"]
    loose = [name for name in foremost if left[name] > UNPINNED]
    if loose:
        yield f"Not identified, though they move this outcome: {', '.join(loose)}."
    else:
        yield "The parameters that move this outcome most are all narrowed by the record."


def of_gradients(found: Gradients) -> list[str]:
    """Return whether gradients are of use, and in which years they are not."""
    if np.isnan(found.foretold):
        return ["A tenth of a range moves nothing: gradients and moves are both nought."]
    if not found.table["gradient"].abs().max() > 0:
        lines = ["Gradients are nought everywhere: the outcome changes by steps alone, and they see none."]
    else:
        share = f"Gradients foretell {max(found.foretold, 0):.0%} of what moves of a tenth of the range do"
        lines = [share + ("." if found.useful else ": chance and thresholds make them useless here.")]
        lines.append(f"Counted one by one, {found.right:.0%} of the moves are foretold within a fifth.")
    useless = [str(year) for year, share in found.by_year.items() if share <= USEFUL]
    if useless:
        lines.append(f"Of the same quantity by year, gradients are useless in {', '.join(useless)}.")
    return lines


def of_ablation(found: pd.DataFrame, clear: pd.DataFrame) -> list[str]:
    """Return what each supplied mechanism does, and which cannot be switched off."""
    lines = ["Without a mechanism, patterns change in shares of draws, series in distances, events in years."]
    for name in dict.fromkeys(found["mechanism"]):
        if name in impossible(found):
            continue
        own = clear[clear["mechanism"] == name]
        moved = ", ".join(f"{r['item']} {r['change']:+.2f}" for r in _rows(own.head(FEW)))
        stays = found[found["mechanism"] == name]["stays"].iloc[0]
        told = f"moves {moved}" if moved else "no pattern or series moves clearly"
        lines.append(f"Without {name}: {told}" + (f" (stays: {stays})." if stays else "."))
    for name in impossible(found):
        lines.append(f"{name} cannot be switched off; {found[found['mechanism'] == name]['stays'].iloc[0]}.")
    return lines


def _rows(frame: pd.DataFrame) -> Sequence[dict]:
    return frame.to_dict("records")

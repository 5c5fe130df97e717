r"""The pairwise disagreements as crucial tests: predictions, the record, how decisive it is.

The log score difference of a record of :math:`R` readings is
:math:`\frac1R \sum_r [\ln p_A(y_r) - \ln p_B(y_r)]`. Densities are kernel estimates over draws, widened by
half the range of the readings, in units of the spread of both ensembles. How many independent readings of
that precision would decide follows from its mean if A, or B, is right (the Kullback-Leibler divergences, by
Monte Carlo: densities from one half of the draws, data from the other).
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

import numpy as np
import pandas as pd

from ..claims.claim import Measured, Moved
from ..claims.disagreements import DISAGREEMENTS, Parting
from ..claims.history import Sourcebook, packaged, read
from ..claims.put import HISTORY
from ..claims.series import interval
from ..claims.verdict import spread
from ..claims.view import Missing, Run
from ..score import log_score
from .board import Ensembles
from .canon import table

DECISIVE = float(np.log(20.0))  # odds of twenty to one
COARSE = 0.1  # no reading is taken to be finer than a tenth of the spread of both ensembles
LEAST = 1e-3  # an expected difference below that tells the theories apart with no number of readings
NOISE = 8  # times each draw is read with another error
FIRST, SECOND = "first", "second"


@dataclass(frozen=True, slots=True)
class Weight:
    """How a record weighs between two ensembles, the first and the second.

    ``score``: log score difference, positive for the first; ``least``, ``most``: over readings;
    ``expected_first``, ``expected_second``: what one reading would bring for the right one, if that is the
    first or the second; ``needed_first``, ``needed_second``: readings to decide; ``outside``: no reading lies
    within the range of either ensemble; ``agreed``: all readings point the same way. NaN without a record.
    """

    score: float = np.nan
    least: float = np.nan
    most: float = np.nan
    expected_first: float = np.nan
    expected_second: float = np.nan
    needed_first: float = np.nan
    needed_second: float = np.nan
    outside: bool = False
    agreed: bool = False


def weigh(first: np.ndarray, second: np.ndarray, readings: np.ndarray) -> Weight:
    """Return how readings of the record weigh between the draws of two theories; NaN values are left out."""
    a, b, y = (one[np.isfinite(one)] for one in (first, second, readings))
    if min(len(a), len(b)) < 4:
        return Weight()
    scale = np.std(np.concatenate([a, b])) or 1.0
    a, b, y = a / scale, b / scale, y / scale
    error = max(float(np.ptp(y)) / 2, COARSE) if len(y) else COARSE
    if_first, if_second = _expected(a, b, error), _expected(b, a, error)
    ahead = Weight(
        expected_first=if_first, expected_second=if_second,
        needed_first=needed(if_first), needed_second=needed(if_second),
    )  # fmt: skip
    if not len(y):
        return ahead
    apart = _density(a, y, error) - _density(b, y, error)
    outside = all(bool(np.all((y < one.min()) | (y > one.max()))) for one in (a, b))
    agreed = bool((apart > 0).all() or (apart < 0).all())
    score, least, most = float(apart.mean()), float(apart.min()), float(apart.max())
    return replace(ahead, score=score, least=least, most=most, outside=outside, agreed=agreed)


def needed(expected: float) -> float:
    """Return the readings after which the summed score should pass DECISIVE; infinity if never."""
    return float(np.ceil(DECISIVE / expected)) if expected > LEAST else np.inf


def _density(draws: np.ndarray, values: np.ndarray, error: float) -> np.ndarray:
    return log_score(draws[:, None], values, error)


def _expected(right: np.ndarray, wrong: np.ndarray, error: float) -> float:
    """Return the mean log score difference of data from ``right``, read with an error."""
    luck = np.random.default_rng(0)
    halves = []
    for part in (0, 1):
        data = np.repeat(right[part::2], NOISE)
        data = data + error * luck.standard_normal(len(data))
        pair = [_density(one[1 - part :: 2], data, error) for one in (right, wrong)]
        halves.append(pair[0] - pair[1])
    return float(np.concatenate(halves).mean())


def disagreements(
    theories: Sequence[str], ensembles: Ensembles, book: Sourcebook | None = None,
    partings: Sequence[Parting] = DISAGREEMENTS,
) -> pd.DataFrame:  # fmt: skip
    """Return one row per disagreement of two of the ``theories``, the weightiest first.

    Columns: id, first, second, issue, observation, unit; median, low and high (90 %) of the draws of either
    theory; the same of the record (the range of its readings), their number, and whether it is
    missing; the fields of :class:`Weight`; favours, decisive, wanted, note.
    """
    facts = book or packaged()
    canon = table("disagreements").set_index("id")
    rows = []
    for parting in partings:
        told = canon.loc[parting.id]
        if {told["first"], told["second"]} <= set(theories):
            rows.append(_row(parting, told, ensembles, facts))
    frame = pd.DataFrame(rows)
    if frame.empty:
        return frame
    return frame.reindex(frame["score"].abs().sort_values(ascending=False, na_position="last").index)


def _row(parting: Parting, told: pd.Series, ensembles: Ensembles, book: Sourcebook) -> dict[str, object]:
    draws = {side: _of_runs(parting.test, told[side], ensembles) for side in (FIRST, SECOND)}
    record = _of_record(parting, book)
    weight = weigh(draws[FIRST], draws[SECOND], record)
    row: dict[str, object] = {"id": parting.id, FIRST: told[FIRST], SECOND: told[SECOND]}
    row |= {"issue": told["issue"], "observation": parting.test.meaning, "unit": parting.test.unit}
    for side, values in draws.items():
        row |= _three(side, interval(values))
    known = int(np.isfinite(record).sum())
    row |= {"record": "" if known else "missing", "readings": known} | _three("record", spread(record))
    favours = "" if not abs(weight.score) > 0 else told[FIRST] if weight.score > 0 else told[SECOND]
    decisive = weight.agreed and abs(weight.score) > DECISIVE
    return row | asdict(weight) | {
        "favours": favours, "decisive": decisive, "wanted": parting.wanted, "note": parting.note,
    }  # fmt: skip


def _three(name: str, values: tuple[float, float, float]) -> dict[str, object]:
    return dict(zip((f"{name}_median", f"{name}_low", f"{name}_high"), values, strict=True))


def _of_runs(test: Measured | Moved, theory: str, ensembles: Ensembles) -> np.ndarray:
    def run(by: object) -> Run:
        return Run(ensembles(by)[theory])  # type: ignore[arg-type]

    if isinstance(test, Measured):
        return np.asarray(test.measure(run(HISTORY)), float).ravel()
    return np.asarray(test.measure(run(test.against), run(test.by)), float).ravel()


def _of_record(parting: Parting, book: Sourcebook) -> np.ndarray:
    """Return the readings of the record, none where it has nothing."""
    test = parting.record
    if test is None:
        test = parting.test if isinstance(parting.test, Measured) else parting.test.natural
    if test is None:
        return np.array([])
    try:
        return np.asarray(read(test.measure, book), float).ravel()
    except Missing:
        return np.array([])

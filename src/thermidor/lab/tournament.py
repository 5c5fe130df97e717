"""The forecast tournament: entrants frozen at a date foretell the record; all are scored alike.

An entrant is a name and a function from a history, cut at the freeze, to a predictive sample. The rivals are
entrants as they are; a theory's ensemble joins as one more function that returns a `Forecast`. What is
recorded after the freeze is read only here, when scores are counted.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import Kind, ThermidorError, did_you_mean, unknown
from ..record import load
from ..rivals import RIVALS, Forecast, History, Past, Rival
from ..rivals.rival import REGIMES
from ..score import crps, difference, log_score, pit, weights
from .known import KNOWN_LATE
from .observe import Observed
from .score import SCORED

FREEZES = (1928, 1940, 1953, 1964, 1977, 1985)
FIRST_YEAR, LAST_YEAR = 1913, 1991
END = 1991  # the last year of the regime
DRAWS = 1000
NULL = "random-walk"
FEW = 3  # groups below which nothing is said
HORIZONS: Mapping[str, tuple[int, int]] = {"1 year": (1, 1), "5 years": (5, 5), "to 1991": (1, 1000)}
Answer = Callable[[History], Forecast]


@dataclass(frozen=True, slots=True)
class Entrant:
    """Who competes: ``answer`` is handed the history up to the freeze and nothing else."""

    id: str
    label: str
    answer: Answer


@dataclass(frozen=True, slots=True, eq=False)
class Target:
    """What is to be foretold: one recorded series, and the ``scale`` (inner unit) that counts as near."""

    id: str
    past: Past
    error: np.ndarray  # half the record's own range, inner unit
    scale: float


def rivals(draws: int = DRAWS, seed: int = 1, last: int = LAST_YEAR) -> tuple[Entrant, ...]:
    """Return the rivals as entrants."""

    def entrant(one: Rival) -> Entrant:
        return Entrant(one.id, one.label, lambda history: one.forecast(history, last, draws, seed))

    return tuple(entrant(one) for one in RIVALS)


def targets(rows: pd.DataFrame | None = None, scored: Iterable[Observed] = SCORED) -> tuple[Target, ...]:
    """Return the scored series of the record in its own unit; ``rows`` stands in for the record in tests."""
    known = load() if rows is None else rows
    made = [_target(one, _summed(one, known)) for one in scored]
    return tuple(one for one in made if len(one.past.years))


def _summed(one: Observed, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a series, others of the record added where a run's counterpart holds them too."""
    span = rows[rows["series"] == one.series].sort_values("year").drop_duplicates("year")
    values = span.set_index("year")[["low", "value", "high"]]
    for name in one.plus:
        other = rows[rows["series"] == name].drop_duplicates("year").set_index("year")[values.columns]
        values = values.add(other.reindex(values.index).fillna(0.0))
    return span.assign(**{column: values[column].to_numpy() for column in values})


def _target(one: Observed, rows: pd.DataFrame) -> Target:
    span = rows[(rows["year"] >= FIRST_YEAR) & (rows["year"] <= LAST_YEAR)]
    bounds = (0.0, 1.0) if one.absolute and one.unit in ("share", "0-1") else (-np.inf, np.inf)
    past = Past(one.label, one.unit, span["year"].to_numpy(), span["value"].to_numpy(), one.absolute, bounds)
    low, high = (span[c].to_numpy(float) for c in ("low", "high"))
    if not one.absolute:
        low, high = (np.log(np.maximum(x, 1e-9)) for x in (low, high))
    return Target(one.series, past, (high - low) / 2, one.error)


def history(known: Sequence[Target], until: int, rows: pd.DataFrame | None = None) -> History:
    """Return the targets up to a year, and with them the count of other regimes of the kind."""
    others = load() if rows is None else rows
    others = others[others["series"] == REGIMES].sort_values("year")
    count = Past("communist regimes", "count", others["year"].to_numpy(), others["value"].to_numpy(), True)
    published = {one.id: one.past for one in known if KNOWN_LATE.get(one.id, until) <= until}
    return History.of(published | {REGIMES: count}, until)


def run(
    entrants: Sequence[Entrant], known: Sequence[Target], freezes: Sequence[int] = FREEZES,
    tick: Callable[[], None] = lambda: None, rows: pd.DataFrame | None = None, only: Sequence[str] = (),
) -> tuple[pd.DataFrame, pd.DataFrame]:  # fmt: skip
    """Return the scores of all forecasts, and those of the end; ``only`` these series count, if any is given.

    Scores: one row per entrant, freeze, series and year, with log score, CRPS, PIT, and years ahead; of the
    inner scale over the target's own, so that a CRPS of 1 is an error as large as the discrepancy allowed to
    a model of the kind. The end, per freeze and entrant: ``log score`` the log chance of lasting until the
    recorded year and ending in it; ``brier`` the mean square of the chance to last less whether it lasted;
    ``ended`` the chance to have ended by then.
    """
    made: list[pd.DataFrame] = []
    ends: list[dict[str, object]] = []
    for until in freezes:
        past = history(known, until, rows)
        for one in entrants:
            answer = one.answer(past)
            told = set(answer.draws) & set(only or answer.draws)
            made += [_scored(one, until, target, answer) for target in known if target.id in told]
            if answer.ending is not None:
                ends.append({"freeze": until, "entrant": one.id} | ending_score(answer.years, answer.ending))
            tick()
    return pd.concat(made, ignore_index=True), pd.DataFrame(ends)


def _scored(one: Entrant, until: int, target: Target, answer: Forecast) -> pd.DataFrame:
    years = target.past.years
    asked = np.isin(years, answer.years) & (years > until)
    sample = answer.draws[target.id][:, np.searchsorted(answer.years, years[asked])]
    if not target.past.absolute:
        sample = np.log(np.maximum(sample, 1e-9))
    sample, truth = sample / target.scale, target.past.inner[asked] / target.scale
    error = np.maximum(target.error[asked] / target.scale, 1e-3)
    return pd.DataFrame(
        {
            "entrant": one.id, "freeze": until, "series": target.id, "year": years[asked],
            "ahead": years[asked] - until, "log score": log_score(sample, truth, error),
            "crps": crps(sample, truth), "pit": pit(sample, truth),
        }
    )  # fmt: skip


def standings(found: pd.DataFrame, null: str = NULL) -> pd.DataFrame:
    """Return per horizon and entrant: mean scores, and the paired difference to the null with its error.

    Groups are a series frozen at one date. ``verdict``: better, worse, tie, or open where there are fewer
    than three groups; means are of what the entrant spoke of, so that only the differences compare.
    ``inside``: share of data in the central 90 %.
    """
    rows = []
    for horizon, (near, far) in HORIZONS.items():
        within = found[(found["ahead"] >= near) & (found["ahead"] <= far)]
        base = within[within["entrant"] == null]
        for name, own in within.groupby("entrant", sort=False):
            rows.append({"horizon": horizon, "entrant": name} | _against(own, base))
    return pd.DataFrame(rows)


def _against(own: pd.DataFrame, base: pd.DataFrame) -> dict[str, object]:
    both = own.merge(base, on=["freeze", "series", "year"], suffixes=("", " null"))
    inside = own["pit"].between(0.05, 0.95).groupby([own["freeze"], own["series"]]).mean().mean()
    made: dict[str, object] = {"data": len(own), "series": own["series"].nunique(), "inside": float(inside)}
    groups = list(zip(both["freeze"], both["series"], strict=True))
    for score, sign in (("log score", 1), ("crps", -1)):
        gap = difference(sign * both[score].to_numpy(), sign * both[f"{score} null"].to_numpy(), groups)
        verdict = "open" if gap.groups < FEW else "tie" if gap.tied else "better" if gap.mean > 0 else "worse"
        made |= {
            score: float(own.groupby(["freeze", "series"])[score].mean().mean()), f"{score} gain": gap.mean,
            f"{score} error": gap.error, f"{score} verdict": verdict, "groups": gap.groups,
        }  # fmt: skip
    return made


def stacked(found: pd.DataFrame, horizon: str) -> pd.DataFrame:
    """Return stacking weights of entrants on what all of them foretold.

    Those who spoke of fewer than half as many groups (a series frozen at one date) as the most talkative are
    left aside, or few data would be common to all. Columns: entrant, weight, least and most weight with one
    series left out (NaN if there is one alone), ``by`` the series that moves it most, groups, series.
    """
    near, far = HORIZONS[horizon]
    within = found[(found["ahead"] >= near) & (found["ahead"] <= far)]
    spoken = within.groupby("entrant")[["freeze", "series"]].apply(lambda rows: len(rows.drop_duplicates()))
    within = within[within["entrant"].isin(spoken[spoken >= spoken.max() / 2].index)]
    wide = within.pivot_table("log score", ["freeze", "series", "year"], "entrant", sort=False).dropna()
    if wide.empty:
        return pd.DataFrame(columns=["entrant", "weight", "least", "most", "by", "groups", "series"])
    groups = [(freeze, series) for freeze, series, _ in wide.index]
    series = wide.index.get_level_values("series").to_numpy()
    names = list(dict.fromkeys(series))
    left = np.array([_weights_without(wide, groups, series != one) for one in names])
    whole = weights(wide.to_numpy(), groups)
    moved = np.nan_to_num(np.abs(left - whole))
    table = {"entrant": wide.columns, "weight": whole, "least": left.min(axis=0), "most": left.max(axis=0)}
    by = [names[i] for i in moved.argmax(axis=0)]
    return pd.DataFrame(table | {"by": by, "groups": len(set(groups)), "series": len(names)})


def _weights_without(wide: pd.DataFrame, groups: list, kept: np.ndarray) -> np.ndarray:
    if not kept.any():
        return np.full(wide.shape[1], np.nan)
    return weights(wide.to_numpy()[kept], [g for g, keep in zip(groups, kept, strict=True) if keep])


def by_freeze(found: pd.DataFrame, horizon: str, score: str = "crps") -> pd.DataFrame:
    """Return the mean score by entrant and freeze over the series an entrant speaks of."""
    near, far = HORIZONS[horizon]
    within = found[(found["ahead"] >= near) & (found["ahead"] <= far)]
    means = within.groupby(["entrant", "freeze", "series"], sort=False)[score].mean()
    return means.groupby(["entrant", "freeze"], sort=False).mean().unstack("freeze")


def ending_score(years: np.ndarray, hazard: np.ndarray, end: int = END) -> dict[str, object]:
    """Score hazard paths (draw, year) against an end in one year, which the years must reach."""
    lasted = np.cumprod(1 - hazard, axis=1).mean(axis=0)  # to the end of each year
    before = np.concatenate([[1.0], lasted[:-1]])
    at = int(np.searchsorted(years, end))
    chance = max(float(before[at] - lasted[at]), 0.5 / len(hazard))  # as if half a draw had hit
    alive = (years[: at + 1] < end).astype(float)
    brier = float(((lasted[: at + 1] - alive) ** 2).mean())
    return {"log score": float(np.log(chance)), "brier": brier, "ended": float(1 - lasted[at])}


def freezes(asked: Sequence[int]) -> tuple[int, ...]:
    """Return the years of the freeze, all six by default; raise ThermidorError for an absurd one."""
    for year in asked:
        if not FIRST_YEAR + 8 <= year < LAST_YEAR:
            remedy = f"Give a year from {FIRST_YEAR + 8} to {LAST_YEAR - 1}."
            raise ThermidorError("no forecast from this year", "--freeze", year, remedy)
    return tuple(sorted(set(asked))) or FREEZES


def check_series(asked: Sequence[str], known: Sequence[Target]) -> None:
    """Raise ThermidorError, which names them all, if a series is not among those that are scored."""
    names = sorted(one.id for one in known)
    for name in asked:
        if name not in names:
            remedy = f"{did_you_mean(name, names)} Scored are {', '.join(names)}.".strip()
            raise ThermidorError("unknown scored series", "--series", name, remedy, Kind.MISSING)


def check_null(name: str, entrants: Sequence[Entrant]) -> None:
    """Raise ThermidorError if there is no such entrant to hold others against."""
    names = [one.id for one in entrants]
    if name not in names:
        raise unknown("rival", "--null", name, names, "thermidor rivals")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A rival, the series it speaks of at any freeze, and whether it speaks of the end."""

    id: str
    label: str
    source: str
    series: tuple[str, ...]
    end: bool


def spoken() -> list[Spoken]:
    """Return the rivals and what each speaks of."""
    pasts = [history(targets(), until) for until in FREEZES]

    def of(one: Rival) -> Spoken:
        series = sorted({name for past in pasts for name in one.speaks(past)})
        end = one.forecast(pasts[-1], FREEZES[-1] + 1, 50, 1).ending is not None
        return Spoken(one.id, one.label, one.source, tuple(series), end)

    return [of(one) for one in RIVALS]

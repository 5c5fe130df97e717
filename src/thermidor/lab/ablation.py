"""Every supplied mechanism of the canon switched off in turn, and all scored again.

A mechanism is switched off by the numbers that make its effect; where none does, that is said. Nothing is
refitted: the question is what the mechanism does in the model as it stands.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from ..claims.view import Run
from ..frame.mechanism import Mechanism, parameters
from ..theory import Theory
from .belief import mechanism_id, quantiles
from .calibrate import ranks_for
from .canon import table
from .ensemble import Batch, Frames, batch, run_batches, serials
from .hybrids import GROUP, ITEMS, joined, values
from .setting import closed
from .slots import LEAST, MANY, error


@dataclass(frozen=True, slots=True)
class Switch:
    """How a supplied mechanism is switched off: numbers by 'mechanism.parameter', and what stays."""

    numbers: Mapping[str, float] = field(default_factory=dict)
    stays: str = ""


SWITCHES: Mapping[str, Switch] = {
    "plan-ratchet": Switch({"plan_ratchet.ratchet": 0.0}, "targets still follow the achieved level"),
    "soft-budget-constraint": Switch(
        {"soft_budget.passive": 0.0}, "what a theory's closures add to softness"
    ),
    "scissors-crisis": Switch({"market_offer.terms": 0.0, "market_offer.strike": 0.0}),
    "success-indicator-distortion": Switch(
        {"waste.indicator": 0.0, "misdirection.untrue": 0.0, "information_distortion.want": 0.0}
    ),
    "second-economy": Switch({"second_economy.size": 0.0}),
    "priority-system": Switch(
        {"living_standards.squeeze": 0.0}, "the order in which scarce inputs are rationed"
    ),
    "labour-reserve-exhaustion": Switch(
        stays="all: the reserve is the people of the village, and runs out as they go"
    ),
    "low-substitution-diminishing-returns": Switch({"capacity.substitution": 1.0}),
    "catch-up-convergence": Switch({"catch_up.speed": 0.0}),
    "cadre-stability-ageing": Switch(
        {"cadre_stability_ageing.silence": 0.0, "cadre_stability_ageing.together": 0.0}
    ),
    "nationality-question": Switch({"nationality_question.threshold": 1e3}),
    "external-debt-and-grain-import": Switch({"grain_trade.buying": 0.0, "foreign_trade.debt_limit": 1e-6}),
    "farm-subsidy-burden": Switch({"farm_investment.want": 0.0}),
    "repression-information-tradeoff": Switch(
        {f"repression_information_tradeoff.{n}": 0.0 for n in ("obedience", "silence", "skill")},
        "a small loss of effort under terror",
    ),
    "nuclear-deterrence": Switch({"threat.deterrence": 0.0}),
}


def supplied() -> tuple[str, ...]:
    """Return the canon's supplied mechanisms: added by us, in none of the essays."""
    rows = table("mechanisms")
    return tuple(rows[rows["tier"] == "supplied"]["id"])


def switched(one: Batch, numbers: Mapping[str, float]) -> Batch:
    """Return draws with parameters, by 'mechanism.parameter', at given numbers.

    Raises KeyError for a parameter that no mechanism has.
    """
    left = dict(numbers)
    size = len(one.serial)

    def changed(part: Mechanism) -> Mechanism:
        places = {f"{mechanism_id(part)}.{name}": name for name in parameters(part)}
        own = {places[place]: left.pop(place) for place in list(left) if place in places}
        return replace(part, **{n: np.full(size, v) for n, v in own.items()})  # pyright: ignore[reportArgumentType]

    model = {phase: tuple(map(changed, row)) for phase, row in one.model.items()}
    if left:
        raise KeyError(f"no mechanism has {sorted(left)}")
    return replace(one, model=model)


Read = Callable[[Run], np.ndarray]


def ablated(
    theory: Theory, draws: int, seed: int, prior: bool = False, read: Read | None = None,
    told: Callable[[int], object] = lambda _: None,
) -> pd.DataFrame:  # fmt: skip
    """Return one row per supplied mechanism and item: with it, without it, and the difference.

    Columns: mechanism, item, kind, better, whole, without, change, error, stays; a mechanism that cannot be
    switched off has no numbers. ``read``: an outcome, scored as the item 'outcome' besides.
    """
    serial = serials(draws)
    uniform = quantiles(theory, seed, serial)
    usual = batch(theory, closed(), serial, seed, uniform if prior else ranks_for(theory, serial, uniform))
    able = [name for name in supplied() if SWITCHES[name].numbers]
    ready = [usual, *(switched(usual, SWITCHES[name].numbers) for name in able)]
    size = max(1, GROUP // draws)
    scored: list[np.ndarray] = []
    for i in range(0, len(ready), size):
        together = _scored(run_batches([joined(ready[i : i + size])], closed()), read)
        scored += np.split(together, len(ready[i : i + size]), axis=1)
        told(len(ready[i : i + size]))
    without = dict(zip(able, scored[1:], strict=True))
    rows = [_rows(n, SWITCHES[n], scored[0], without.get(n), read is not None) for n in supplied()]
    return pd.DataFrame([row for part in rows for row in part])


def _scored(found: Frames, read: Read | None) -> np.ndarray:
    """Return what draws are worth, with the outcome asked for as a last row."""
    run = Run(found)
    scores = values(run)
    return scores if read is None else np.concatenate([scores, read(run)[None]])


def _rows(
    name: str, switch: Switch, whole: np.ndarray, without: np.ndarray | None, asked: bool
) -> list[dict]:
    items = [(one.id, one.kind, one.better) for one in ITEMS] + [("outcome", "outcome", 0)] * asked
    rows = []
    for i, (item, kind, better) in enumerate(items):
        row = {
            "mechanism": name,
            "item": item,
            "kind": kind,
            "better": better,
            "whole": float(whole[i].mean()),
        }
        change = np.full(2, np.nan) if without is None else without[i] - whole[i]
        row |= {"without": row["whole"] + float(change.mean()), "change": float(change.mean())}
        rows.append(row | {"error": error(change), "stays": switch.stays})
    return rows


def clear(found: pd.DataFrame) -> pd.DataFrame:
    """Return changes of single items that are no luck and no trifle, the greatest first."""
    single = found[found["kind"].isin(("pattern", "series", "event"))]
    least, size = single["item"].map(LEAST), single["change"].abs()
    seen = single[(size > least) & (size > MANY * single["error"])]
    return seen.reindex((size / least)[seen.index].sort_values(ascending=False, kind="stable").index)


def impossible(found: pd.DataFrame) -> Sequence[str]:
    """Return the mechanisms that cannot be switched off."""
    return tuple(found[found["change"].isna()]["mechanism"].unique())

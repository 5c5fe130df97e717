"""Replication: published numbers and signs beside what is computed here."""

from collections.abc import Sequence

from ...errors import unknown
from .check import Check
from .growth import GROWTH
from .runs import ON_RUNS, made
from .state import STATE

ALONE = (*GROWTH, *STATE)


def asked(only: Sequence[str] = (), draws: int = 200, seed: int = 1, alone: bool = False) -> list[Check]:
    """Return the checks of these ids, all by default; ``alone`` leaves out those that need runs.

    Runs are of the five theories from their packaged ensembles. Raises ThermidorError for an unknown id.
    """
    by_themselves = {one.__name__: one for one in ALONE}
    with_runs = {} if alone else {one.__name__: one for one in ON_RUNS}
    for name in only:
        if name not in by_themselves | with_runs:
            raise unknown("check", "--only", name, by_themselves | with_runs)
    wanted = set(only or by_themselves | with_runs)
    found = [check for name, one in by_themselves.items() if name in wanted for check in one()]
    if wanted & set(with_runs):
        runs = made(draws, seed)
        found += [check for name, one in with_runs.items() if name in wanted for check in one(runs)]
    return found


__all__ = ["ALONE", "ON_RUNS", "Check", "asked"]

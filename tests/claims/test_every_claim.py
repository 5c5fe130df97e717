"""Every claim of the canon has its home, every measure runs, and no verdict is typed in."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from thermidor.claims import CLAIMS
from thermidor.claims.asserted import asserted
from thermidor.claims.claim import Claim, Documentary, Measured, Moved, NotTestable, Test, Unsettled
from thermidor.claims.history import asked, packaged, read
from thermidor.claims.put import readings, to_record, to_runs
from thermidor.claims.verdict import AGAINST, BORNE_OUT
from thermidor.claims.view import Missing, Run
from thermidor.outside import LEVERS, scenario_ids

from . import shaken

TRIALS = 400
BOTH = {BORNE_OUT, AGAINST}
TESTS = [(claim, name, test) for claim in CLAIMS for name, test in readings(claim).items()]
COMPUTED = [pytest.param(c, t, id=f"{c.id}-{n}") for c, n, t in TESTS if isinstance(t, Measured | Moved)]


def test_every_claim_of_the_canon_has_one_home() -> None:
    assert sorted(claim.id for claim in CLAIMS) == sorted(asserted())


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.id)
def test_a_claim_says_what_would_refute_it(claim: Claim) -> None:
    norm = isinstance(claim.test, NotTestable)
    assert norm or len(claim.refuted_by) > 15
    assert bool(claim.correction) >= bool(asserted()[claim.id].slip)


@pytest.mark.parametrize(("claim", "test"), COMPUTED)
def test_a_band_leaves_something_out(claim: Claim, test: Measured | Moved) -> None:
    assert np.isfinite([test.low, test.high]).any()
    assert test.low <= test.high


@pytest.mark.parametrize("test", [t for _, _, t in TESTS if isinstance(t, Moved)], ids=lambda t: t.meaning)
def test_a_cause_is_moved_by_a_known_scenario_or_lever(test: Moved) -> None:
    for by in (test.by, test.against):
        assert by in scenario_ids() if isinstance(by, str) else set(by.levers) <= set(LEVERS)


@pytest.mark.parametrize(("claim", "test"), COMPUTED)
def test_someone_can_answer(claim: Claim, test: Measured | Moved, sample: dict[str, np.ndarray]) -> None:
    found = to_runs(test, lambda _: Run(sample))
    assert to_record(claim, test, packaged()).rows or found.rows, "neither the record nor a run has a figure"


@pytest.mark.parametrize(("claim", "test"), COMPUTED)
def test_the_record_turned_over_turns_the_verdict(claim: Claim, test: Measured | Moved) -> None:
    if not to_record(claim, test, packaged()).rows:
        pytest.skip("the record has no figure")
    seen = _verdicts(lambda seed: to_record(claim, test, shaken.record(packaged(), seed)).verdict)
    assert seen >= BOTH, f"{claim.id} says only {sorted(seen)} whatever the record"


@pytest.mark.parametrize(("claim", "test"), COMPUTED)
def test_runs_turned_over_turn_the_verdict(claim: Claim, test: Test, sample: dict[str, np.ndarray]) -> None:
    if not to_runs(test, lambda _: Run(sample)).rows:
        pytest.skip("no run has a figure")

    def verdict(seed: int) -> str:
        draws = {name: values[: 1 + 2 * (seed % 2)] for name, values in sample.items()}  # one draw, or three
        worlds = iter((Run(shaken.run(draws, seed)), Run(shaken.run(draws, seed + TRIALS))))
        return to_runs(test, lambda _: next(worlds)).verdict

    seen = _verdicts(verdict)
    assert seen >= BOTH, f"{claim.id} says only {sorted(seen)} whatever the runs"


def _verdicts(verdict: Callable[[int], str]) -> set[str]:
    """Return the verdicts on shaken figures, until both have been seen."""
    seen: set[str] = set()
    with np.errstate(all="ignore"):
        for seed in range(TRIALS):
            seen.add(verdict(seed))
            if seen >= BOTH:
                break
    return seen


def _events(claim: Claim) -> list[str]:
    """Return the events that the record is asked for."""
    test = claim.record or (claim.test.natural if isinstance(claim.test, Moved) else claim.test)
    if not isinstance(test, Measured):
        return []
    try:
        names = asked(test.measure, packaged())
    except Missing:
        return []
    return [name.removeprefix("event ") for name in names if name.startswith("event ")]


DATED = [claim for claim in CLAIMS if _events(claim)]


@pytest.mark.parametrize("claim", DATED, ids=lambda claim: claim.id)
def test_a_wrong_date_planted_turns_a_fact(claim: Claim) -> None:
    true, verdicts = packaged(), set()
    for event in _events(claim):
        for years in (-30, -9, -1, 1, 9, 30):
            wrong = replace(true, events=shaken.shifted(true.events, {event: years}))
            verdicts.add(to_record(claim, claim.test, wrong).verdict)
    assert verdicts - {to_record(claim, claim.test, true).verdict}


def test_no_claim_is_left_open_for_want_of_work() -> None:
    said = asserted()
    few = [c.id for c in CLAIMS if isinstance(c.test, Unsettled | Documentary) and said[c.id].priority == "A"]
    computed = [c for c in CLAIMS if isinstance(c.test, Measured | Moved)]
    assert len(computed) >= 200
    assert len(few) <= 3, few


def test_only_norms_cannot_be_tested() -> None:
    norms = {claim.id for claim in CLAIMS if isinstance(claim.test, NotTestable)}
    said = asserted().values()
    assert norms <= {one.id for one in said if one.first == "not testable" or one.kind == "normative"}


def test_reading_the_record_needs_no_run() -> None:
    claim = next(c for c in CLAIMS if isinstance(c.test, Measured))
    assert read(claim.test.measure, packaged()).ndim >= 1

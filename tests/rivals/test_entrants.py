"""A theory's runs join the tournament: anchored at the freeze, as wrong as allowed, ends counted once."""

import numpy as np
import pytest

from thermidor.lab import tournament
from thermidor.lab.entrants import of_runs
from thermidor.lab.observe import OBSERVED
from thermidor.lab.score import SCORED
from thermidor.rivals.rival import OUTPUT

KNOWN = tournament.targets()
DRAWS, YEARS = 400, np.arange(1913, 2000)
ERROR = {one.series: one.error for one in OBSERVED}


@pytest.fixture(scope="module")
def fields():
    """Runs that grow by three per cent, from a wrong level; half of them end in 1960, the rest in 1991."""
    from thermidor.lab.runs import find, frames
    from thermidor.lab.setting import closed

    some = frames(find("state-capitalism"), closed(), 1)["state-capitalism"]
    made = {name: np.repeat(values, DRAWS, axis=0) for name, values in some.items()}
    made["gdp"] = np.tile(50 * np.exp(0.03 * (YEARS - 1913)), (DRAWS, 1))
    ends = np.where(np.arange(DRAWS) < DRAWS // 2, 1960, 1991)
    return made | {"ended": (ends[:, None] <= YEARS).astype(float)}


def answer(fields, until):
    return of_runs("theory", "a theory", lambda _: fields).answer(tournament.history(KNOWN, until))


def test_an_index_goes_on_from_the_last_recorded_figure(fields):
    told = answer(fields, 1964)
    start = next(one for one in KNOWN if one.id == OUTPUT).past.until(1964).value[-1]
    grown = np.log(told.draws[OUTPUT] / start)
    assert np.median(grown, axis=0) == pytest.approx(0.03 * np.arange(1, 28), abs=0.02)
    spread = grown.std(axis=0)
    assert spread[0] == pytest.approx(ERROR[OUTPUT] / 5, rel=0.2)
    assert spread[4:] == pytest.approx(ERROR[OUTPUT], rel=0.2)


def test_half_of_a_known_error_in_a_level_is_left_after_twelve_years(fields):
    people = "macro.output.population_maddison.USSR_TERR"
    last = next(one for one in KNOWN if one.id == people).past.until(1964).value[-1]
    wrong = np.full((DRAWS, len(YEARS)), 2.0 * last / 1000)  # twice too many people, for ever
    told = np.log(answer(fields | {"population": wrong}, 1964).draws[people] / last)
    middle, spread = np.median(told, axis=0), told.std(axis=0)
    assert middle[[0, 11, 23]] == pytest.approx(
        np.log(2) * (1 - 0.5 ** (np.array([1, 12, 24]) / 12)), abs=0.01
    )
    assert spread[[0, 11, 23]] == pytest.approx(
        ERROR[people] * np.sqrt(1 - 0.25 ** (np.array([1, 12, 24]) / 12)), rel=0.15
    )


def test_only_scored_series_with_a_past_are_foretold(fields):
    told = answer(fields, 1953)
    assert set(told.draws) <= {one.series for one in SCORED}
    assert "farm-output-crops" not in told.draws  # recorded from 1961 on


def test_the_end_is_counted_once_and_refuted_draws_are_left_out(fields):
    early, late = answer(fields, 1953).ending, answer(fields, 1964).ending
    assert early is not None and late is not None
    assert len(early) == DRAWS and len(late) == DRAWS // 2
    assert (early.sum(axis=1) == 1).all() and (late.sum(axis=1) == 1).all()
    assert tournament.ending_score(np.arange(1965, 1992), late)["ended"] == pytest.approx(1)


def test_runs_that_all_ended_too_early_are_told_so(fields):
    gone = fields | {"ended": np.ones((DRAWS, len(YEARS)))}
    ending = answer(gone, 1953).ending
    assert ending is not None and (ending == 1).all()


def test_a_theory_stands_in_the_table_beside_rivals(fields):
    entrants = (*tournament.rivals(draws=60)[:1], of_runs("theory", "a theory", lambda _: fields))
    found, ends = tournament.run(entrants, KNOWN, (1977,))
    table = tournament.standings(found)
    assert set(table["entrant"]) == {"random-walk", "theory"}
    assert ends["entrant"].tolist() == ["theory"]

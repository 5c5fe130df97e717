"""Runs of a moving lever: the same numbers wherever they begin, no year twice, given up between parts."""

import numpy as np
import pytest

from thermidor.outside import read_query
from thermidor.studio import engine
from thermidor.studio.moves import MOST, Moves, Superseded
from thermidor.studio.stretch import LONGEST, Laid, placed

from .conftest import THEORY, any_scenario

DRAWS = 64
YEARS = 30
NAMED = ("toy", 1, 2, ())
TOY = Laid(*(np.zeros(1) for _ in range(3)))


def never():
    return False


class Toy:
    """Sum what is given by year, and note which years are run."""

    def __init__(self):
        self.height = max(end for _, end, _ in placed().values())
        self.years = []

    def __call__(self, model, state, luck, given, first, number):
        self.years += range(first, first + number)
        told = np.full((LONGEST, self.height, 2), np.nan)
        for n in range(number):
            state = state + np.nansum(given[first + n])
            told[n] = state
        return told, state


def given(**changed):
    """Return two signals over years, the second without a value, changed as said: ``y3=1.0`` from year 3."""
    made = np.stack([np.ones(YEARS), np.full(YEARS, np.nan)], axis=1)
    for name, value in changed.items():
        made[int(name[1:]) :, 0] = value
    return made


def sums(rows):
    return np.cumsum(np.nansum(rows, axis=1))


def run(moves, toy, rows, stale=never):
    """Run, and return the years that were run for it; check what it tells."""
    before = len(toy.years)
    told = moves.run(toy, NAMED, TOY, rows, stale)
    assert np.array_equal(told["gdp"], [sums(rows)] * 2)
    return toy.years[before:]


def after(parts):
    """Return a question that turns stale when some parts are run."""
    looks = iter([False] * parts)
    return lambda: next(looks, True)


@pytest.mark.parametrize("seed", range(6))
def test_a_run_that_begins_midway_gives_every_number_of_a_whole_one(seed):
    shared = Moves()
    history = engine.moved(shared, THEORY, engine.unchanged(), 1, DRAWS, never)
    mine = engine.setting(any_scenario(seed))
    midway = engine.moved(shared, THEORY, mine, 1, DRAWS, never)
    whole = engine.moved(Moves(), THEORY, mine, 1, DRAWS, never)
    assert set(midway) == set(whole) == set(placed())
    assert all(np.array_equal(midway[name], whole[name], equal_nan=True) for name in whole)
    assert not all(np.array_equal(midway[name], history[name], equal_nan=True) for name in whole)


@pytest.mark.parametrize(("lever", "first"), [("oil_price=0.5", 1913), ("worker_organisation=0.9", 1985)])
def test_years_before_a_lever_are_not_run_again(lever, first, monkeypatch):
    ran, real = [], engine._short()
    monkeypatch.setattr(engine, "_short", lambda: lambda *all: ran.append(int(all[-2])) or real(*all))
    moves = Moves()
    for query in ("", f"lever.{lever}", f"lever.{lever}9"):
        engine.moved(moves, THEORY, engine.setting(read_query(f"id=a&title=a&{query}")), 1, DRAWS, never)
    begins = [i for i, year in enumerate(ran) if i == 0 or year <= ran[i - 1]]
    assert (
        ran[begins[-1]] == first - 1913
    )  # the last run begins at the very year, the one before at a part's end
    assert ran[begins[0]] == 0


def test_a_run_begins_at_the_first_year_that_is_given_anything_else():
    moves, toy = Moves(), Toy()
    assert run(moves, toy, given()) == list(range(YEARS))
    assert run(moves, toy, given(y17=2.0)) == list(range(LONGEST, YEARS))  # from the end of the part before
    assert run(moves, toy, given(y17=3.0)) == list(range(17, YEARS))
    assert run(moves, toy, given(y17=3.0, y20=4.0)) == list(range(17, YEARS))
    assert run(moves, toy, given(y17=3.0, y20=5.0)) == list(range(20, YEARS))
    assert run(moves, toy, given(y17=3.0, y20=5.0)) == []
    assert run(moves, toy, given(y11=3.0)) == list(range(YEARS))
    assert run(moves, toy, given(y0=3.0)) == list(range(YEARS))


def test_of_the_runs_known_the_one_that_is_the_same_for_longest_is_gone_on_from():
    moves, toy = Moves(), Toy()
    for rows in (given(), given(y5=2.0), given(y5=2.0, y24=3.0)):
        run(moves, toy, rows)
    assert run(moves, toy, given(y5=2.0, y24=4.0)) == list(range(24, YEARS))
    assert run(moves, toy, given(y5=4.0)) == list(range(5, YEARS))


@pytest.mark.parametrize("other", [("other", 1, 2, ()), ("toy", 2, 2, ()), ("toy", 1, 2, (("gdp", 2.0),))])
def test_other_draws_are_run_from_the_start(other):
    moves, toy = Moves(), Toy()
    run(moves, toy, given())
    moves.run(toy, other, TOY, given(), never)
    assert toy.years == [*range(YEARS)] * 2


def test_what_is_given_up_stops_between_parts_and_is_gone_on_with():
    moves, toy = Moves(), Toy()
    with pytest.raises(Superseded):
        run(moves, toy, given(), after(2))
    assert toy.years == list(range(2 * LONGEST))
    assert run(moves, toy, given()) == list(range(2 * LONGEST, YEARS))
    with pytest.raises(Superseded):
        run(moves, toy, given(y3=2.0), after(0))
    assert toy.years == list(range(YEARS))


def test_few_runs_are_kept_and_they_share_years():
    moves, toy = Moves(), Toy()
    for n in range(3 * MOST):
        run(moves, toy, given(y20=float(n)))
    assert len(moves.ways) == MOST
    assert len({id(way.parts[0]) for way in moves.ways.values()}) == 1


def test_a_run_that_another_thread_has_finished_meanwhile_is_not_replaced_by_its_beginning():
    moves, toy, other = Moves(), Toy(), Toy()

    def meanwhile(*given):
        told = toy(*given)
        if not other.years:
            moves.run(other, NAMED, TOY, given[3], never)
        return told

    with pytest.raises(Superseded):
        moves.run(meanwhile, NAMED, TOY, given(), after(1))
    [way] = moves.ways.values()
    assert (way.end, toy.years) == (YEARS, list(range(LONGEST)))

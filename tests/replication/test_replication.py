"""Published numbers come out, or it is said that they do not; and each check can fail."""

import json
import math

import numpy as np
import pytest
from click.testing import CliRunner

from thermidor.cli import main
from thermidor.errors import Kind, ThermidorError
from thermidor.lab import replication
from thermidor.lab.replication.check import Check, Source
from thermidor.lab.replication.runs import Runs, cggt_wedges, famine_weather_share, made, sectors, shida_gap
from thermidor.outside import YEARS

# What the literature's rows of the reduced Allen model do not give, measured and told rather than tuned away.
MISSED = {"income of 1931-33: capitalist hiring ahead of collectives"}
FOUND = replication.asked(alone=True)


def named(check):
    return f"{check.id}: {check.quantity}"


@pytest.mark.parametrize("check", [c for c in FOUND if c.quantity not in MISSED], ids=named)
def test_a_published_number_comes_out(check):
    assert check.verdict == "replicated", check


@pytest.mark.xfail(reason="the reduced form lacks Allen's equations of production and prices", strict=True)
@pytest.mark.parametrize("check", [c for c in FOUND if c.quantity in MISSED], ids=named)
def test_what_does_not_come_out(check):
    assert check.verdict == "replicated", check


def test_every_asked_check_is_there():
    asked = {
        "allen_migration", "allen_ordering", "feldman_cross", "popov_hump", "ces_slowdown",
        "weitzman_ratchet_limit", "gulag_steady", "famine_weather_share", "cggt_signs", "marrese_sum",
        "shida_gap", "harrison_switch", "turchin_e",
    }  # fmt: skip
    there = {one.__name__ for one in (*replication.ALONE, *replication.ON_RUNS)}
    assert asked <= there
    assert {check.id for check in FOUND} <= there


def test_nothing_recalled_is_asked():
    assert {check.tag for check in FOUND} <= {"R", "R2", "C"}
    assert all(check.where and check.on for check in FOUND)


def test_a_wrong_number_is_not_replicated():
    source = Source("x", "somewhere", "R", "nothing")
    assert source.near("q", 2.0, 2.2, 0.1).verdict == "not replicated"
    assert source.sign("q", "-", 0.1).verdict == "not replicated"
    assert source.between("q", -math.inf, 8.1, 8.2).verdict == "not replicated"
    assert source.ordering("q", 0.4).verdict == "not replicated"
    assert source.near("q", 2.0, math.nan, 0.1).verdict == "open"


def test_a_broken_migration_is_noticed(monkeypatch):
    from thermidor.lab.replication import growth
    from thermidor.mechanisms.economy.migration import Migration

    monkeypatch.setattr(growth, "Migration", lambda **_: Migration(scale=1.1, steady=0.0))
    assert {check.verdict for check in growth.allen_migration()} == {"not replicated"}


def test_a_broken_record_is_noticed(monkeypatch):
    from thermidor.lab.replication import state

    whole = state.series
    monkeypatch.setattr(state, "series", lambda name: whole(name).assign(value=lambda t: 2 * t["value"]))
    assert [check.verdict for check in state.marrese_sum()] == ["not replicated"]


# What is held against runs is computed on made-up fields with known answers, and shown for the real ones.


def fields(starved=1.0, before=0.15, after=0.09):
    years = len(YEARS)
    share = np.interp(YEARS, [1960, 1990], [before, after])[None, :]
    return {"starved": np.full((1, years), starved), "second_share": share}


def test_the_share_of_weather_is_of_deaths():
    runs = Runs({"t": fields(starved=0.9)}, {"t": fields(starved=1.0)})
    [check] = famine_weather_share(runs)
    assert check.computed == pytest.approx(10.0) and check.verdict == "not replicated"


def test_a_shrinking_second_economy_costs_growth():
    level, growth = shida_gap(Runs({"t": fields(0.0, 0.15, 0.06)}, {}))
    assert level.computed == pytest.approx(10.5)
    assert growth.computed == pytest.approx(100 * np.log(1.15 / 1.06) / 30)
    assert growth.verdict == "replicated"


@pytest.fixture(scope="module")
def runs():
    return made(200)


def test_checks_on_runs_give_numbers_for_every_theory(runs):
    rows = [*famine_weather_share(runs), *shida_gap(runs), *cggt_wedges(runs)]
    assert len(rows) == 5 + 10 + 30
    assert all(isinstance(row, Check) and np.isfinite(row.computed) for row in rows)


def test_drought_adds_deaths_but_does_not_make_the_famine(runs):
    """The forcing's middle has no drought at all; this is its low bound."""
    for check in famine_weather_share(runs):
        assert 0 < check.computed < 50, check


def test_weather_owns_no_more_than_published(runs):
    assert all(check.verdict == "replicated" for check in famine_weather_share(runs))


@pytest.mark.xfail(reason="two theories of five stay at half the published size", strict=True)
def test_the_second_economy_is_of_the_published_size_in_the_middle_theory(runs):
    level = [check for check in shida_gap(runs) if check.quantity.startswith("per cent")]
    assert 10.1 <= np.median([check.computed for check in level]) <= 15.1


@pytest.mark.xfail(
    reason="the body's second economy does not shrink against income from 1960 to 1990", strict=False
)
def test_counting_the_second_economy_costs_growth(runs):
    lost = [check for check in shida_gap(runs) if check.quantity.startswith("points")]
    assert all(check.verdict == "replicated" for check in lost)


def test_the_table_of_sectors_adds_up(runs):
    one = runs.history["state-capitalism"]
    table = sectors(one)
    assert len(table) == 2 * len(YEARS)
    total = table.groupby("year")["output"].sum().to_numpy()
    assert total == pytest.approx(np.median(one["value_added"], axis=0).sum(axis=1))


def test_the_command_prints_published_beside_computed():
    result = CliRunner().invoke(main, ["replicate", "--alone", "--only", "marrese_sum", "--json"])
    [row] = json.loads(result.stdout)
    assert (
        row["published"] == "61" and row["computed"] == pytest.approx(61.1) and row["verdict"] == "replicated"
    )
    assert "61.1" in CliRunner().invoke(main, ["replicate", "--alone", "--only", "marrese_sum"]).output


def test_an_unknown_check_is_told():
    with pytest.raises(ThermidorError, match="marrese_sum"):
        replication.asked(["marese_sum"])
    assert CliRunner().invoke(main, ["replicate", "--only", "x"]).exit_code == Kind.MISSING

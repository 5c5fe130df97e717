"""Fits at a freeze: nothing later moves them, a killed run goes on, stale fits do not run."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from thermidor.lab import frozen, implausible, observe, setting, targets, theory_entrants, tournament
from thermidor.lab.frozen import Search, fit, holds, load
from thermidor.lab.known import known
from thermidor.lab.match import Plan
from thermidor.lab.smoother import Smoothing
from thermidor.outside import YEARS

UNTIL, THEORY = 1953, "state-capitalism"
TINY = Search(Smoothing(members=60, steps=1, inflation=100.0), Plan(size=8, waves=1, steps=1), 8)


def fitted(folder, tell=lambda text: None, search=TINY):
    return load(fit((UNTIL,), (THEORY,), search, folder, tell)[0])


@pytest.fixture(scope="module")
def plain(tmp_path_factory):
    folder = tmp_path_factory.mktemp("plain")
    return folder, fitted(folder)


def plant(monkeypatch, year):
    """Make record, soft targets, patterns and forcings absurd from a year on."""
    record = {name: absurd_rows(rows, year) for name, rows in observe._record().items()}
    monkeypatch.setattr(observe, "_record", lambda: record)
    aims = tuple(
        replace(t, value=t.value + 50) if t.last >= year else t for t in targets.targets()
    )  # fmt: skip
    monkeypatch.setattr(targets, "targets", lambda: aims)
    wrong = tuple(
        replace(p, low=p.low + 500, high=p.high + 500) if p.known_by >= year else p
        for p in implausible.PATTERNS
    )
    monkeypatch.setattr(implausible, "PATTERNS", wrong)
    usual, at = setting.forcings(), YEARS.index(year)
    late = np.arange(len(YEARS)) >= at
    outside = replace(usual, weather=np.where(late, -1.0, usual.weather),
                      rival_arms=np.where(late, 1e4, usual.rival_arms))  # fmt: skip
    monkeypatch.setattr(setting, "forcings", lambda: outside)


def absurd_rows(rows, year):
    wrong = rows.copy()
    wrong.loc[wrong["year"] >= year, ["low", "value", "high"]] *= 100
    new = rows.iloc[[-1]].assign(year=max(year, int(rows["year"].max()) + 1), value=1e6, low=1e6, high=1e6)
    return pd.concat([wrong, new], ignore_index=True)


def test_absurd_data_after_the_freeze_move_nothing(plain, monkeypatch, tmp_path):
    plant(monkeypatch, UNTIL + 1)
    again = fitted(tmp_path)
    np.testing.assert_array_equal(again.ranks, plain[1].ranks)
    np.testing.assert_array_equal(again.serial, plain[1].serial)
    assert again.waves == plain[1].waves
    with np.load(plain[0] / f"body-{UNTIL}.npz") as one, np.load(tmp_path / f"body-{UNTIL}.npz") as other:
        np.testing.assert_array_equal(one["mean"], other["mean"])


def test_the_same_data_in_the_year_of_the_freeze_are_seen(plain, monkeypatch, tmp_path):
    plant(monkeypatch, UNTIL)
    again = fitted(tmp_path)
    assert again.waves[0].cut != plain[1].waves[0].cut
    with np.load(plain[0] / f"body-{UNTIL}.npz") as one, np.load(tmp_path / f"body-{UNTIL}.npz") as other:
        assert not np.array_equal(one["mean"], other["mean"])


def test_a_run_that_was_killed_goes_on_to_the_same_numbers(plain, tmp_path):
    body = f"body-{UNTIL}.npz"
    (tmp_path / body).write_bytes((plain[0] / body).read_bytes())
    (tmp_path / f"{THEORY}-{UNTIL}.npz").write_bytes(b"half a file")
    told = []
    again = fitted(tmp_path, told.append)
    assert not any("body" in one for one in told) and told
    np.testing.assert_array_equal(again.ranks, plain[1].ranks)
    fitted(tmp_path, told.clear)  # nothing is done, so nothing is told
    assert told


def test_another_search_or_other_laws_do_not_take_the_file(plain, monkeypatch):
    place = plain[0] / f"{THEORY}-{UNTIL}.npz"
    assert holds(place, TINY)
    assert not holds(place, replace(TINY, keep=4))
    monkeypatch.setattr(frozen, "stamp", lambda: "other laws")
    assert not holds(place, TINY)


def test_theories_without_fits_or_with_stale_ones_stay_out_and_say_why(plain, monkeypatch):
    out = theory_entrants.entered((UNTIL,), plain[0])
    assert not out.entrants and f"no fit at {UNTIL}" in out.why_not
    monkeypatch.setattr(theory_entrants, "THEORIES", {THEORY: theory_entrants.THEORIES[THEORY]})
    assert len(theory_entrants.entered((UNTIL,), plain[0]).entrants) == len(theory_entrants.VARIANTS)
    monkeypatch.setattr(theory_entrants, "stamp", lambda: "other laws")
    stale = theory_entrants.entered((UNTIL,), plain[0])
    assert not stale.entrants and "other laws" in stale.why_not


def test_fits_run_on_beyond_the_freeze(plain, monkeypatch):
    monkeypatch.setattr(theory_entrants, "THEORIES", {THEORY: theory_entrants.THEORIES[THEORY]})
    entrants = theory_entrants.entered((UNTIL,), plain[0]).entrants
    past = tournament.history(tournament.targets(), UNTIL)
    told = {one.id.split()[-1]: one.answer(past) for one in entrants}
    gdp = {variant: told[variant].draws["gdp-ussr-maddison"] for variant in ("known", "frozen")}
    assert gdp["known"].shape == (8, tournament.LAST_YEAR - UNTIL)
    assert not np.allclose(gdp["known"], gdp["frozen"], rtol=0.02)
    assert told["frozen-1988"].draws == {} and told["frozen-1988"].ending is not None


def test_a_figure_published_late_is_in_no_earlier_history():
    known, late = tournament.targets(), "consumption-growth-1960-82"
    assert late not in tournament.history(known, 1977)
    assert late in tournament.history(known, 1985)


def test_energy_is_foretold_whole():
    coal = next(one for one in tournament.targets() if one.id == "macro.energy.coal_production.RUS_STATE")
    rows = next(o for o in observe.OBSERVED if o.series == coal.id).record().set_index("year")["value"]
    ratio = coal.past.value / rows.loc[coal.past.years].to_numpy()
    assert np.ptp(ratio) < 1e-9 * ratio[0]


@pytest.mark.parametrize(
    ("series", "late"), [("consumption-growth-1960-82", 1982), ("oil-gas-value", 1980), ("birth-rate", 1913)]
)
def test_a_fit_reads_no_series_before_its_base_year_and_its_publication(series, late):
    one = next(one for one in observe.OBSERVED if one.series == series)
    assert known(one, late - 1).empty and len(known(one, late))

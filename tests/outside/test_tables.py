"""Forcings and recorded tables: no gaps, every figure with kind and source, nothing decided inside."""

from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest

from thermidor.frame.forcing import FORCINGS
from thermidor.frame.state import METAS
from thermidor.outside import YEARS, economy_record, forcings, policy
from thermidor.outside.pages import forcings_page
from thermidor.outside.tables import KINDS, REGULATORS, origins, table, waiting

DOCS = Path(__file__).parents[2] / "docs"
TABLES = ("forcings", "policy", "economy_record")


@pytest.mark.parametrize("name", TABLES)
def test_every_series_has_every_year_once(name):
    rows = table(name)
    first = rows.columns[0]
    for series, one in rows.groupby(first):
        assert list(one["year"]) == list(YEARS), series


@pytest.mark.parametrize("name", TABLES)
def test_every_row_has_number_kind_and_source(name):
    rows = table(name)
    assert np.isfinite(rows["value"]).all()
    assert set(rows["kind"]) <= set(KINDS)
    assert rows["source"].str.strip().str.len().min() > 9
    assert all(one.kinds and one.sources for one in origins(name))


@pytest.mark.parametrize("span", ["before", "record"])
def test_driven_regulators_share_out_one(span):
    whole = np.sum([policy(span)[name] for name in REGULATORS], axis=0)
    known = np.isfinite(whole)
    assert known.any()
    np.testing.assert_allclose(whole[known], 1.0, rtol=0, atol=1e-12)


def test_the_forcings_are_those_of_the_frame():
    assert set(table("forcings")["forcing"]) == set(FORCINGS)
    assert all(np.shape(path) == (len(YEARS),) for path in asdict(forcings()).values())


def test_low_and_high_readings_enclose_the_best_one():
    low, best, high = (asdict(forcings(v)) for v in ("low", "value", "high"))
    for name in FORCINGS:
        assert np.all(low[name] <= best[name] + 1e-9), name
        assert np.all(best[name] <= high[name] + 1e-9), name
    assert any(np.any(low[name] < high[name]) for name in FORCINGS)


def test_shares_stay_shares():
    for name, meta in FORCINGS.items():
        if meta.unit in ("0-1", "0 or 1", "share 0-1", "share per year"):
            path = np.asarray(getattr(forcings("high"), name))
            assert path.min() >= 0, name
            assert path.max() <= 1, name


def test_weather_of_the_famine_years_is_near_normal():
    years = [YEARS.index(1931), YEARS.index(1932)]
    for variant in ("low", "value", "high"):
        assert np.max(np.abs(forcings(variant).weather[years])) <= 0.03


def test_record_series_keep_their_figures():
    at = {
        name: np.asarray(getattr(forcings(), name)) for name in ("oil_price", "rival_income", "warheads_both")
    }
    assert at["oil_price"][YEARS.index(1980)] == pytest.approx(140.2, abs=0.1)
    assert at["rival_income"][YEARS.index(1913)] == pytest.approx(10108, abs=1)
    assert YEARS[int(np.argmax(at["warheads_both"]))] == 1949


def test_the_war_losses_add_up():
    def total(name, first, last):
        return np.sum(getattr(forcings(), name)[YEARS.index(first) : YEARS.index(last) + 1])

    assert total("capital_destroyed", 1914, 1921) == pytest.approx(0.13)
    assert total("capital_destroyed", 1941, 1944) == pytest.approx(0.28)
    assert total("war_deaths", 1941, 1945) == pytest.approx(21.1)


def test_only_the_old_regime_is_driven_in_every_run():
    before = [year < 1918 for year in YEARS]
    for name, path in policy("before").items():
        assert list(~np.isnan(path)) == before, name


def test_policy_drives_fields_that_may_be_driven():
    for name in policy("record") | economy_record():
        assert METAS[name].kind in ("signal", "level"), name
        assert METAS[name].axis == (), name


def test_driven_values_respect_the_bounds_of_the_state():
    for driven in (policy("record"), economy_record(frozen=False)):
        for name, path in driven.items():
            low, high = METAS[name].low, METAS[name].high
            assert low is None or path.min() >= low - 1e-12, name
            assert high is None or path.max() <= high + 1e-12, name


def test_regulators_add_up():
    driven = policy("record")
    total = sum(driven[f"regulator_{kind}"] for kind in ("market", "command", "democratic"))
    np.testing.assert_allclose(total, 1.0, atol=1e-5)


def test_the_frozen_record_tells_nothing_of_the_end():
    frozen, told = economy_record(), economy_record(frozen=False)
    last = YEARS.index(1988)
    for name in frozen:
        assert np.all(frozen[name][last:] == told[name][last])
    assert frozen["gdp"][-1] > told["gdp"][-1] * 1.2


def test_no_forcing_is_a_decision_of_the_country():
    assert not set(FORCINGS) & set(policy("record"))


def test_every_recorded_signal_has_a_field():
    assert waiting() == ()


def test_the_page_on_forcings_is_current_and_names_them_all():
    page = (DOCS / "forcings.md").read_text(encoding="utf-8")
    assert page == forcings_page()
    assert all(f"| {name} |" in page for name in FORCINGS)

"""The coding rules, carried out on packaged columns, give the values fixed before any run."""

from pathlib import Path

import pandas as pd
import pytest

from thermidor import record
from thermidor.record.coding import RULES

PREVIEWS = pd.read_csv(Path(__file__).parent / "coding_previews.csv")


def get(name: str) -> pd.Series:
    return record.series(name).set_index("year")["value"]


@pytest.mark.parametrize("rule", sorted(PREVIEWS["rule"].unique()))
def test_rule_gives_its_preview_from_the_packaged_columns(rule):
    expected = PREVIEWS[PREVIEWS["rule"] == rule].set_index("year")["value"]
    coded = RULES[rule](get)["value"]
    assert (coded.reindex(expected.index) - expected).abs().max() <= 0.0051


@pytest.mark.parametrize("rule", sorted(RULES))
def test_packaged_series_is_what_the_rule_computes(rule):
    packaged = record.series(f"coded.{rule}").set_index("year")
    computed = RULES[rule](get).dropna()
    assert list(packaged.index) == list(computed.index)
    for side in ("low", "value", "high"):
        assert (packaged[side] - computed[side]).abs().max() < 1e-6


def test_sixteen_rules_are_coded():
    assert len(set(PREVIEWS["rule"]) & set(RULES)) == 16


def test_bounds_and_range():
    for rule in set(RULES) - {"repression"}:
        rows = record.series(f"coded.{rule}")
        assert rows["low"].min() >= 0, rule
        assert rows["high"].max() <= 1, rule


def test_personal_power_rises_when_the_latent_score_falls():
    base = get("macro.polity.personal_power_latent.RUS_STATE")
    lower = base.copy()
    lower[1925] -= 0.3

    def planted(name: str) -> pd.Series:
        return lower if name.endswith("personal_power_latent.RUS_STATE") else get(name)

    before, after = (RULES["leader_concentration"](g)["value"][1925] for g in (get, planted))
    assert after > before + 0.1

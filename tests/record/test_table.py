"""The packaged record: counts, spot values read off the sources, and the traps it must not fall into."""

import ast
import time
from pathlib import Path

import pytest

from thermidor import record
from thermidor.errors import ThermidorError
from thermidor.record import table

PACKAGE = Path(record.__file__).parent
TERRITORIES = ("RUS_STATE", "USSR_TERR", "RUS_FED", "USSR territory of 1991")


def value(series: str, year: int) -> float:
    rows = record.series(series)
    return float(rows.loc[rows["year"] == year, "value"].iloc[0])


@pytest.mark.parametrize(
    ("series", "year", "printed"),
    [
        ("macro.output.gdp_per_capita.USSR_TERR", 1928, 2184),
        ("macro.output.gdp_per_capita.USSR_TERR", 1940, 3417),
        ("macro.output.gdp_per_capita.USSR_TERR", 1950, 4529),
        ("macro.output.gdp_per_capita.USSR_TERR", 1973, 9658),
        ("macro.output.gdp_per_capita.USSR_TERR", 1990, 10989),
        ("macro.output.gdp_per_capita.USA", 1928, 11451),
        ("macro.output.gdp_per_capita.USA", 1990, 36982),
        ("macro.capabilities.nmc_irst.RUS_STATE", 1940, 18317),
        ("macro.energy.oil_production_mt.USSR_TERR", 1980, 603.2),
        ("macro.capabilities.nuclear_warheads_stockpile.RUS_STATE", 1986, 40159),
        ("macro.capabilities.nuclear_warheads_stockpile.USA", 1986, 23317),
    ],
)
def test_source_series_hold_the_printed_figures(series, year, printed):
    assert value(series, year) == pytest.approx(printed, rel=1e-3)


@pytest.mark.parametrize(
    ("observation", "year", "expected"),
    [
        ("gdp-ussr-maddison", 1928, 100),
        ("gdp-per-head-gap", 1928, 2184 / 11451),
        ("grain-western-low", 1932, 56),
        ("grain-procured-1927-32", 1931, 22.8),
        ("price-scissors", 1926, 1.406),
        ("national-output-growth-1971-85", 1971, 3.0529),
        ("workers-industry-civil-war", 1921, 1243 / 3024),
        ("director-pay-1937", 1937, 2000 / 254),
        ("political-sentences", 1937, 4.29),
        ("social-composition-1913-39", 1939, 0.4639),
        ("info-defence-1933", 1933, 1 - 1421 / 4299),
        ("sovnarkom-decrees", 1917, 375 / 1990),
        ("bolshevik-workers-1917", 1917, 0.602),
        ("collectivised-june-1928-29", 1937, 0.93),
        ("subsidies-1974-80", 1974, -5.8),
        ("strikers-1922-28", 1922, 192 / 11.5),
        ("republic-cc-turnover-1958-60", 1958, 0.4117),
    ],
)
def test_transformations_give_the_worked_values(observation, year, expected):
    assert value(observation, year) == pytest.approx(expected, rel=2e-3)


def test_every_observation_of_the_canon_has_its_series():
    ids = set(record.catalogue().query("role == 'observation'")["series"])
    assert ids == set(record.observations()["id"])
    assert len(ids) == 202


def test_at_least_eighty_series_can_be_held_against_a_variable():
    usable = record.catalogue().query("role == 'observation' and use in ['fit', 'check']")
    assert len(usable) == 68 + 115
    assert set(usable["variable"]) <= set(record.variables()["id"])
    assert (usable["rows"] > 0).all()


def test_no_series_mixes_territories():
    rows = record.load()
    assert (rows.groupby("series")["entity"].nunique() == 1).all()
    growth = rows[rows["series"].isin(["gdp-ussr-maddison", "gdp-russia-after-1991"])]
    assert dict(growth.groupby("series")["entity"].first()) == {
        "gdp-ussr-maddison": "USSR_TERR",
        "gdp-russia-after-1991": "RUS_FED",
    }


def test_source_series_carry_their_territory_in_their_name():
    sources = record.catalogue().query("role == 'source'")
    plain = sources[sources["entity"].isin(TERRITORIES)]
    assert len(plain) > 50
    for row in plain.itertuples():
        assert row.series.split(".")[3] == row.entity.replace(" ", "_")


def test_unverified_figures_are_kept_apart_and_never_scored():
    rows, about = record.load(), record.catalogue()
    unverified = set(about.loc[about["role"] == "unverified", "series"])
    assert len(unverified) > 50
    assert set(rows.loc[rows["estimate_of"] == "unverified", "series"]) == unverified
    assert not rows.loc[rows["series"].isin(unverified), "scored"].any()
    for variable in record.variables()["id"]:
        assert not unverified & set(record.for_variable(variable)["series"])
    assert not record.events().query("estimate_of == 'unverified'")["scored"].any()


def test_only_fit_observations_are_scored_and_kindred_ones_once_a_year():
    rows = record.load().query("scored")
    known = record.observations().set_index("id")
    assert set(known.loc[list(set(rows["series"])), "use"]) == {"fit"}
    rows = rows.assign(group=rows["series"].map(known["score_group"]))
    for _, group in rows[rows["group"] != ""].groupby("group"):
        years = {(r.series, y) for r in group.itertuples() for y in range(r.year, r.year_end + 1)}
        assert len(years) == len({year for _, year in years})


def test_suspect_spots_are_gone_and_explained():
    assert not set(range(1941, 1945)) & set(record.series("steel-output")["year"])
    assert 1928 not in set(record.series("strikers-1922-28")["year"])
    spots = record.dropped()
    assert (spots["reason"].str.len() > 10).all()
    assert (spots["rows"] > 0).all()


def test_bands_hold_the_partner_estimates():
    grain = record.series("grain-western-low").set_index("year").loc[1932]
    assert grain["low"] == pytest.approx(56)
    assert grain["high"] > 65
    multiple = record.series("national-income-multiple-1927-40").iloc[0]
    assert (multiple["low"], multiple["high"]) == (2.2, 5.6)


def test_rivals_stand_beside_the_main_record():
    found = record.for_variable("satellite_extraction")
    assert {"observation", "rival"} <= set(found["role"])
    assert "extraction-1945-60~extraction_from_Eastern_Europe_Grant" in set(found["series"])


def test_an_unknown_name_says_what_is_near():
    with pytest.raises(ThermidorError, match="gdp-ussr-maddison"):
        record.find("gdp-usr-madison")
    with pytest.raises(ThermidorError, match="population"):
        record.for_variable("populaton")
    with pytest.raises(ThermidorError, match="lists them all"):
        record.series("qqqqqq")


def test_callers_cannot_change_the_record():
    for mine in (record.load(), record.series("prisons")):
        mine.loc[:, "value"] = 0.0
    assert record.load()["value"].abs().max() > 0
    assert record.series("prisons")["value"].min() > 0


def test_loading_is_fast():
    table._table.cache_clear()
    start = time.process_time()  # what others do on this machine does not count
    record.load()
    assert time.process_time() - start < 0.3


def test_the_record_stands_on_nothing_but_itself_and_the_frame():
    for path in PACKAGE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                names = [node.module or ""] if not node.level else []
            else:
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            own = [n for n in names if n.split(".")[0] == "thermidor"]
            assert all(n.startswith(("thermidor.frame", "thermidor.record")) for n in own), path.name

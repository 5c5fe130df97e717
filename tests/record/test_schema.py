"""The schema passes the packaged tables and catches planted faults with what, where, value and remedy."""

import json

import pytest

from thermidor import record
from thermidor.record import schema
from thermidor.record.table import FOLDER


@pytest.fixture
def tables():
    return {
        "record": record.load(),
        "catalogue": record.catalogue(),
        "observations": record.observations(),
        "events": record.events(),
        "sources": record.sources(),
        "variables": record.variables(),
    }


def test_the_packaged_tables_pass(tables):
    told = ""
    try:
        schema.check(**tables)
    except schema.InvalidRecord as faults:
        told = str(faults)
    assert told == ""


@pytest.mark.parametrize(
    ("column", "planted", "rule"),
    [
        ("value", 1e9, "low <= value <= high"),
        ("source", "no-such-key", "known source"),
        ("unit", " ", "unit not blank"),
        ("year", 1800, "in_range"),
        ("series", "no-such-series", "known series"),
        ("estimate_of", "hearsay", "isin"),
        ("low", float("inf"), "finite"),
        ("entity", "RUS_FED", "one entity per series"),
    ],
)
def test_a_planted_fault_is_caught_and_told(tables, column, planted, rule):
    rows = tables["record"]
    where = rows.index[rows["series"] == "gdp-ussr-maddison"][3]
    name, year = rows.loc[where, "series"], rows.loc[where, "year"]
    rows.loc[where, column] = planted
    with pytest.raises(schema.InvalidRecord) as found:
        schema.check(**tables)
    told = [f for f in found.value.faults if rule in f.rule]
    assert told, [str(f) for f in found.value.faults]
    assert all(f.where and f.value and f.remedy for f in told)
    if column not in ("series", "year"):
        assert any(f.where == f"{name} {year}" for f in told)


def test_a_duplicate_row_is_caught(tables):
    rows = tables["record"]
    rows.loc[len(rows)] = rows.iloc[10]
    with pytest.raises(schema.InvalidRecord, match="one row per series and period"):
        schema.check(**tables)


def test_a_scored_unverified_figure_is_caught(tables):
    rows = tables["record"]
    where = rows.index[rows["estimate_of"] == "unverified"][0]
    rows.loc[where, "scored"] = True
    with pytest.raises(schema.InvalidRecord, match="unverified is never scored"):
        schema.check(**tables)


def test_an_unknown_variable_is_caught(tables):
    tables["events"].loc[0, "variable"] = "no_such_variable"
    with pytest.raises(schema.InvalidRecord, match="no_such_variable"):
        schema.check(**tables)


def test_all_faults_are_shown_together(tables):
    rows = tables["record"]
    rows.loc[5, "unit"] = ""
    rows.loc[6, "source"] = "no-such-key"
    rows.loc[7, "low"] = rows.loc[7, "high"] + 1
    with pytest.raises(schema.InvalidRecord) as found:
        schema.check(**tables)
    assert len(found.value.faults) == 3
    for rule in ("unit not blank", "known source", "low <= value <= high"):
        assert rule in str(found.value)


def test_the_data_package_describes_every_file_and_column():
    package = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    described = {resource["path"]: resource for resource in package["resources"]}
    assert set(described) == {path.name for path in FOLDER.glob("*.csv")}
    for path, resource in described.items():
        header = (FOLDER / path).read_text(encoding="utf-8").split("\n", 1)[0].split(",")
        assert [field["name"] for field in resource["schema"]["fields"]] == header
    assert {"name", "resources", "licenses", "sources"} <= set(package)
    assert len(package["sources"]) == len(record.sources())


def test_every_used_source_is_cited_with_a_licence():
    used = {key for keys in record.load()["source"] for key in keys.split(";")}
    cited = record.sources().set_index("source")
    assert used <= set(cited.index)
    assert (cited["citation"].str.len() > 8).all()
    assert (cited["licence"] != "").all()

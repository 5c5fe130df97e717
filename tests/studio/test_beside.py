"""Scenarios compared are in the zip, in Python and on the command line, or are told to be left out."""

import csv
import io
import json
import zipfile
from urllib.parse import urlencode

import pytest

from thermidor.outside import scenario, scenario_ids
from thermidor.studio import address, beside, view_words

from .conftest import DRAWS, THEORY

OTHERS = ("no-oil-rent", "germany-1923-success")
LETTERED = tuple(zip("BC", OTHERS, strict=True))
PAGE = urlencode([("page", "compare"), ("view", "scenarios"), *(("view", f"with.{one}") for one in OTHERS)])
QUERY = f"{PAGE}&theory={THEORY}&draws={DRAWS}&chart=hunger&lever.oil_price=2"


def tables(client, query):
    with zipfile.ZipFile(io.BytesIO(client.get(f"/api/export.zip?{query}").content)) as held:
        parts = {name: held.read(name).decode() for name in held.namelist()}
    return parts, list(csv.DictReader(io.StringIO(parts["compared.csv"])))


def test_the_zip_holds_every_scenario_that_is_compared(client):
    parts, rows = tables(client, QUERY)
    titles = {letter: {row["scenario"] for row in rows if row["letter"] == letter} for letter in "ABC"}
    assert titles == {"A": {"My scenario"}, **{b: {scenario(one).title} for b, one in LETTERED}}
    assert {row["theory"] for row in rows} == {THEORY}
    own = list(csv.DictReader(io.StringIO(parts["runs.csv"])))
    assert [row["p50"] for row in rows if row["letter"] == "A"] == [row["p50"] for row in own]
    for letter, one in LETTERED:
        told = client.get(f"/api/run?theory={THEORY}&draws={DRAWS}&chart=hunger&id={one}").json()
        median = told["charts"]["hunger"]["theories"][THEORY]["50"]
        assert [float(row["p50"]) for row in rows if row["letter"] == letter] == median
    about = json.loads(parts["metadata.json"])["compared"]
    assert [(one["letter"], one["scenario"]["id"]) for one in about] == [("A", "mine"), *LETTERED]
    for one in OTHERS:
        assert f"--scenario {one} " in parts["README.txt"]


def test_no_scenario_is_in_the_zip_that_is_not_shown(client):
    for query in (QUERY.replace("view=scenarios&", ""), QUERY.replace("page=compare", "page=explore")):
        parts, rows = tables(client, query)
        assert rows == []
        assert OTHERS[0] not in parts["README.txt"].replace(parts["README.txt"].split("?")[-1], "")


def test_python_and_command_line_name_every_scenario_that_is_compared(client):
    told = client.post("/api/scenario", json={"query": f"{PAGE}&id={OTHERS[1]}", "theories": [THEORY]}).json()
    compile(told["python"], "told", "exec")
    assert told["python"].count("thermidor.run(") == 3
    assert [line.split("--scenario ")[1].split()[0] for line in told["cli"].splitlines()] == [
        OTHERS[1],
        *OTHERS,
    ]
    alone = client.post("/api/scenario", json={"query": f"id={OTHERS[1]}", "theories": [THEORY]}).json()
    assert "others" not in alone["python"]
    assert len(alone["cli"].splitlines()) == 1


def test_a_scenario_to_compare_that_is_not_there_is_told():
    view = [("view", f"with.{one}") for one in ("no-oil-rents", OTHERS[0], "<script>")]
    asked, notes = address.read(urlencode([("page", "compare"), ("view", "scenarios"), *view]))
    assert "no packaged scenario 'no-oil-rents'. Did you mean 'no-oil-rent'" in notes[0]
    assert "'<script>'" in notes[1]
    assert [one.scenario.id for one in beside.compared(asked)] == ["historical-baseline", OTHERS[0]]


def test_more_scenarios_than_are_compared_are_told():
    names = scenario_ids()[: view_words.MOST_COMPARED]
    notes = address.read(urlencode([("view", f"with.{one}") for one in names]))[1]
    assert notes == [f"At most 5 scenarios are compared; '{names[-1]}' is not."]


@pytest.mark.parametrize(
    ("word", "theories"), [("pins.TC.SC", ["transitory-caste", "state-capitalism"]), ("", [THEORY] * 2)]
)
def test_pins_are_run_each_under_its_theory(word, theories):
    pins = [("pin", "lever.oil_price=1"), ("pin", "lever.oil_price=2")]
    asked, notes = address.read(urlencode([("theory", THEORY), *pins, *([("view", word)] if word else [])]))
    assert [one.theories for one in beside.pinned(asked)] == [(one,) for one in theories]
    assert notes == []


def test_a_theory_of_a_pin_that_is_not_there_is_told():
    asked, notes = address.read(
        urlencode([("theory", THEORY), ("pin", "lever.oil_price=1"), ("view", "pins.XX")])
    )
    assert [one.theories for one in beside.pinned(asked)] == [(THEORY,)]
    assert "'XX'" in notes[0]

"""What the page draws is what Python and the command line give: the same to the last digit."""

import asyncio
import csv
import io
import json
import zipfile
from dataclasses import replace
from urllib.parse import urlencode

import jax
import numpy as np
import pytest

import thermidor
from thermidor.lab.kept import digest
from thermidor.lab.runs import frames
from thermidor.lab.setting import under
from thermidor.outside import read_query, read_toml, write_query, write_toml
from thermidor.studio import engine
from thermidor.studio.desk import LEVELS, Desk, Question, bands
from thermidor.studio.engine import fields, key
from thermidor.studio.frame import packed
from thermidor.studio.quantities import QUANTITIES
from thermidor.theories import THEORIES

from .conftest import DRAWS, THEORY, any_scenario, awaited, opened, question

CHARTS = ["gdp-ussr-maddison", "hunger", "camps-and-colonies"]


def as_array(chart):
    rows = chart["theories"][THEORY].values()
    return np.array([[np.nan if x is None else x for x in row] for row in rows])


def of_python(one, name, draws=DRAWS):
    run = frames([THEORIES[THEORY]], under(one), draws)[THEORY]
    return np.nanquantile(QUANTITIES[name].values(run), np.array(LEVELS) / 100, axis=0)


def run_of(client, query):
    pairs = [("theory", THEORY), ("draws", DRAWS), *(("chart", name) for name in CHARTS)]
    return client.get(f"/api/run?{urlencode(pairs)}&{query}").json()


@pytest.mark.parametrize("seed", range(6))
def test_random_scenarios_give_the_numbers_of_python(client, seed):
    one = any_scenario(seed)
    query = write_query(one, thermidor.__version__)
    told = run_of(client, query)
    assert read_toml(write_toml(one), "here") == read_query(query)
    for name in CHARTS:
        assert np.allclose(as_array(told["charts"][name]), of_python(one, name), rtol=1e-12, equal_nan=True)


@pytest.mark.parametrize("seed", range(3))
def test_the_frame_holds_the_numbers_of_the_address(client, seed):
    one = any_scenario(seed)
    told = run_of(client, write_query(one, thermidor.__version__))
    headers = {"origin": "http://127.0.0.1:8000"}
    with client.websocket_connect("ws://127.0.0.1:8000/ws", headers=headers) as page:
        page.receive_json(), page.receive_json()
        page.send_text(question(levers=one.plain()["levers"], charts=CHARTS, final=True))
        head, numbers = opened(page.receive_bytes())
    for place, name in enumerate(CHARTS):
        assert np.array_equal(
            numbers[0, 0, place], as_array(told["charts"][name]).astype("<f4"), equal_nan=True
        )
    assert head["hash"] == told["hash"]
    assert head["headlines"] == told["headlines"]
    assert head["words"] == told["words"]


def test_the_file_and_the_code_that_are_handed_out_give_the_same_run(client, tmp_path, monkeypatch):
    query = f"theory={THEORY}&draws={DRAWS}&lever.oil_price=0.5&lever.leader=right"
    forms = client.post("/api/scenario", json={"query": query}).json()
    told = run_of(client, query.split("&", 2)[2])
    assert forms["hash"] == told["hash"]
    monkeypatch.chdir(tmp_path)
    space = {}
    exec(forms["python"], space)  # what a reader pastes
    drawn = space["runs"]["hunger"].sel(theory=THEORY).to_numpy()
    assert np.allclose(as_array(told["charts"]["hunger"]), np.quantile(drawn, np.array(LEVELS) / 100, axis=0))
    assert (
        forms["cli"] == f"thermidor run --theory {THEORY} --scenario scenario.toml --draws {DRAWS} --seed 1"
    )
    again = client.post("/api/scenario", json={"toml": (tmp_path / "scenario.toml").read_text()}).json()
    assert again["scenario"] == forms["scenario"]


def test_the_zip_holds_the_same_numbers_and_names_licence_and_versions(client):
    query = f"theory={THEORY}&draws={DRAWS}&chart=hunger&lever.oil_price=0.5"
    told, answer = client.get(f"/api/run?{query}").json(), client.get(f"/api/export.zip?{query}")
    assert answer.content == client.get(f"/api/export.zip?{query}").content
    with zipfile.ZipFile(io.BytesIO(answer.content)) as held:
        parts = {name: held.read(name).decode() for name in held.namelist()}
    lines = [line.split(",") for line in parts["runs.csv"].splitlines()[1:]]
    found = np.array([[float(cell) for cell in line[-5:]] for line in lines]).T
    assert np.array_equal(found, as_array(told["charts"]["hunger"]))
    meta = json.loads(parts["metadata.json"])
    assert meta["hash"] == told["hash"]
    assert meta["versions"]["thermidor"] == thermidor.__version__
    assert "Apache License" in parts["README.txt"]
    assert thermidor.__version__ in parts["README.txt"]
    assert read_toml(parts["scenario.toml"], "zip") == read_query(
        "id=mine&title=My scenario&lever.oil_price=0.5"
    )


def test_a_title_changes_no_number():
    one = any_scenario(1)
    other = read_query(write_query(one, thermidor.__version__).replace("Run+1", "Other"))
    assert other.title != one.title
    assert key(other) == key(one)
    assert key(any_scenario(2)) != key(one)


@pytest.mark.parametrize("draws", [64, 50])
def test_the_programme_of_moves_gives_what_the_large_one_gives(draws):
    given = engine.setting(any_scenario(draws))
    small = engine.moved(THEORY, given, 1, draws)
    large = fields(THEORY, given, 1, 0, draws)
    assert set(small) == set(large)
    assert small["capital"].shape == large["capital"].shape
    assert np.allclose(small["gdp"], large["gdp"], rtol=1e-4)


def test_quantiles_of_what_no_draw_has_are_missing():
    values = np.array([[1.0, np.nan, np.nan], [3.0, 2.0, np.nan]])
    found = bands({"x": values})["x"]
    assert found[:, 0].tolist() == [1.1, 1.5, 2.0, 2.5, 2.9]
    assert found[:, 1].tolist() == [2.0] * 5
    assert np.isnan(found[:, 2]).all()
    assert bands({}) == {}


def test_a_frame_is_aligned(client):
    for title in ("a", "ab", "abc", "abcd"):
        frame = packed(_answer(), {"n": 1, "slot": title}, False, False)
        assert int.from_bytes(frame[:4], "little") % 4 == 0
        assert opened(frame)[1].shape == (1, 1, 0, 5, 87)


def _answer():
    from thermidor.outside import scenario
    from thermidor.studio.desk import Answer, Found
    from thermidor.studio.headlines import HEADLINES

    measures = {one.id: np.array([1.0, np.nan]) for one in HEADLINES} | {"patterns": np.array([1.0, 2.0])}
    found = {THEORY: Found({}, measures)}
    asked = Question(scenario("historical-baseline"), (THEORY,), (), 2, 1)
    return Answer(asked, found, found, 0.0, True)


def test_many_pages_that_open_at_once_have_history_run_once(monkeypatch):
    ran = []

    def counted(*given):
        ran.append(given)
        return fields(*given)

    async def together():
        asked = Question(any_scenario(3), (THEORY,), ("hunger",), DRAWS, 5)
        shared = Desk()
        return await asyncio.gather(
            *[shared.answer(replace(asked, scenario=any_scenario(n))) for n in range(4)]
        )

    monkeypatch.setattr(engine, "fields", counted)
    answers = awaited(together)
    assert len(ran) == 5
    assert len({id(one.base[THEORY]) for one in answers}) == 1


@pytest.mark.parametrize("seed", range(8))
def test_what_a_run_is_given_is_what_python_gives(seed):
    mine, theirs = engine.setting(any_scenario(seed)), under(any_scenario(seed))
    assert jax.tree.structure(mine.levers) == jax.tree.structure(theirs.levers)
    pairs = [(getattr(mine, part), getattr(theirs, part)) for part in ("forcing", "levers", "drive", "start")]
    for one, other in zip(*map(jax.tree.leaves, zip(*pairs, strict=True)), strict=True):
        assert np.array_equal(one, other, equal_nan=True)
        assert np.asarray(one).dtype == np.asarray(other).dtype


def test_the_zip_holds_history_and_the_pinned_runs(client):
    pin = "id%3Dmine%26title%3DCheap%26lever.oil_price%3D0.5"
    query = f"theory={THEORY}&draws={DRAWS}&chart=hunger&pin={pin}&view=pins.TC&lever.oil_price=2"
    with zipfile.ZipFile(io.BytesIO(client.get(f"/api/export.zip?{query}").content)) as held:
        parts = {name: held.read(name).decode() for name in held.namelist()}
    tables = {
        name: list(csv.reader(io.StringIO(text))) for name, text in parts.items() if name.endswith("csv")
    }
    history = run_of(client, "seed=1")
    found = np.array([[float(cell) for cell in line[-5:]] for line in tables["baseline.csv"][1:]]).T
    assert np.array_equal(found, as_array(history["charts"]["hunger"]))
    assert {tuple(line[:4]) for line in tables["pins.csv"][1:]} == {
        ("A", "Cheap", "transitory-caste", "hunger")
    }
    assert json.loads(parts["metadata.json"])["pins"][0]["scenario"]["levers"] == {"oil_price": 0.5}
    assert digest() in parts["README.txt"]


def test_a_file_says_what_it_was_run_with_and_under_which_laws(client):
    query = f"theory={THEORY}&draws={DRAWS}&seed=7&lever.oil_price=0.5"
    file = client.post("/api/scenario", json={"query": query}).json()["toml"]
    assert f"--theory {THEORY} --scenario scenario.toml --draws {DRAWS} --seed 7" in file.splitlines()[1]
    assert client.post("/api/scenario", json={"toml": file}).json()["notes"] == []
    other = client.post("/api/scenario", json={"toml": file.replace(digest(), "0" * 16)}).json()
    assert "0" * 16 in other["notes"][0]
    assert other["scenario"]["levers"] == {"oil_price": 0.5}

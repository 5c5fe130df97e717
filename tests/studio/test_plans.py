"""Plans as the page has them: the same as by command and Python, and a failure is called one."""

import json
import shlex

import pytest
from click.testing import CliRunner

from thermidor.cli import main
from thermidor.planning import Reports
from thermidor.planning.catalogue import find
from thermidor.planning.tables import packaged, read
from thermidor.studio import made_up, plans
from thermidor.studio.plan_words import verdict

PRODUCT = {"russia-1995": "Construction", made_up.NAME: "product 3"}


def asked(table, procedure, change="+20%"):
    return {"table": table, "procedure": procedure, "demand": [f"{PRODUCT[table]}={change}"]}


def outputs(made):
    return [one["output"] for one in made["products"]]


@pytest.fixture
def files(tmp_path, monkeypatch):
    """Stand where the tables of the menu that are no packaged ones lie as files, as a visitor keeps them."""
    monkeypatch.chdir(tmp_path)
    for name in set(plans.names()) - set(packaged()):
        (tmp_path / f"{name}.csv").write_text(plans.as_csv(name), encoding="utf-8")


@pytest.mark.parametrize("table", PRODUCT)
def test_the_command_and_the_python_told_make_the_same_plan(files, client, table):
    made = client.post("/api/plan", json=asked(table, "linear-programme")).json()
    words = made["cli"].removeprefix("thermidor ")
    ran = CliRunner().invoke(main, [*shlex.split(words), "--json"])
    assert ran.exit_code == 0, ran.output
    assert outputs(json.loads(ran.stdout)) == pytest.approx(outputs(made))
    names = {}
    exec(made["python"], names)
    assert names["plan"].outputs.tolist() == pytest.approx(outputs(made))


@pytest.mark.parametrize("table", PRODUCT)
def test_a_table_to_be_kept_is_the_table_of_the_page(client, table):
    kept = client.get(f"/api/plan/{table}.csv")
    assert kept.headers["content-disposition"].endswith(f'"{table}.csv"')
    looked = client.post("/api/plan/table", json={"csv": kept.text}).json()
    assert looked["products"] == client.get(f"/api/plan/{table}").json()["products"]
    own = client.post("/api/plan", json={"csv": kept.text, "name": "my table.csv", "procedure": "leontief"})
    assert own.json()["cli"] == "thermidor plan 'my table.csv' --procedure leontief"
    again = client.post("/api/plan", json={"table": table, "procedure": "leontief"}).json()
    assert outputs(own.json()) == pytest.approx(outputs(again))


def test_a_made_up_economy_can_go_on_and_has_capacities_for_years_ahead(client):
    made = client.post("/api/plan", json={"table": made_up.NAME, "procedure": "linear-programme"}).json()
    assert made["verdict"] == {"found": True, "said": ["Every product asked for is delivered in full."]}
    ahead = client.post("/api/plan", json={"table": made_up.NAME, "procedure": "receding-horizon"}).json()
    assert "those ahead" in ahead["measures"]["worth"]


def test_a_procedure_that_finds_nothing_is_said_to_have_failed():
    reports = Reports(read("russia-1995"))
    started = find("market-clearing")(reports, 1)
    assert started.certificate.gap > 0.1
    told = verdict(reports, started)
    assert not told["found"]
    assert "No plan was found" in told["said"][0] or "far from the best" in told["said"][0]
    best = find("linear-programme")(reports)
    assert verdict(reports, best)["found"]


def test_a_plan_that_asks_for_more_than_there_is_says_so(client):
    made = client.post("/api/plan", json=asked("russia-1995", "leontief")).json()
    assert made["verdict"]["found"]
    over, full = made["verdict"]["said"]
    assert over.startswith("It asks for more than there is, by up to 1.6 % (imported inputs, value added)")
    assert full == "Every product asked for is delivered in full."
    assert made["measures"]["price"].startswith("units of imported inputs")


def test_who_is_served_least_is_named(client):
    made = client.post("/api/plan", json=asked("russia-1995", "linear-programme")).json()
    share = min(one["final"] / one["asked"] for one in made["products"] if one["asked"])
    (said,) = made["verdict"]["said"]
    assert said.startswith(f"Of what is asked, at least {100 * share:.4g} %")
    assert made["measures"]["worth"] == "share of the basket asked for"
    assert made["certificate"]["says"].startswith(f"worth {share:.6g}")


def test_a_demand_beyond_all_numbers_is_refused_without_a_warning(client):
    refused = client.post("/api/plan", json=asked("russia-1995", "leontief", "+1e308%"))
    assert refused.status_code == 400
    assert "is no amount" in refused.json()["error"]["message"]

"""What the pages are told: everything they name exists, and every number has its source."""

import io

import pandas as pd
import pytest

from thermidor.claims import CLAIMS
from thermidor.claims.asserted import SEEDS, asserted
from thermidor.claims.history import FOLDER
from thermidor.fit.free import FREE
from thermidor.lab.belief import priors
from thermidor.lab.touches import changers
from thermidor.outside import LEVERS, scenario_ids
from thermidor.planning.catalogue import PROCEDURES
from thermidor.theories import THEORIES
from thermidor.theory import SLOTS

from .conftest import THEORY


@pytest.fixture(scope="module")
def start(client):
    return client.get("/api/start").json()


def test_the_start_names_all_levers_scenarios_and_theories(start):
    assert {one["id"] for one in start["levers"]} == set(LEVERS)
    assert {one["group"] for one in start["levers"]} == {"economy", "polity", "world", "added"}
    assert [one["id"] for one in start["scenarios"]] == list(scenario_ids())
    assert {one["id"] for one in start["theories"]} == set(THEORIES)
    assert start["draws"] == {"moving": 64, "still": 1000, "most": 2000}


def test_charts_have_units_and_records_with_ranges(start):
    charts = {one["id"]: one for one in start["charts"]}
    assert set(start["chosen"]) <= set(charts)
    assert len(start["chosen"]) >= 6
    assert all(one["unit"] and one["title"] for one in charts.values())
    assert not [one["title"] for one in charts.values() if one["title"].startswith(("1 - ", "("))]
    for one in charts.values():
        assert len(one["quality"]) == len(one["record"])
        assert all(low <= value <= high for _, low, value, high in one["record"])
        assert bool(one["record"]) == bool(one["sources"])


def test_the_start_is_sent_once(client):
    first = client.get("/api/start")
    again = client.get("/api/start", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_theory_has_all_slots_with_their_equations(client):
    told = client.get(f"/api/theories/{THEORY}").json()
    assert [one["slot"] for one in told["slots"]] == list(SLOTS)
    assert all(one["equations"] or one["text"] for one in told["closures"])
    assert all(one["mathml"][0].startswith("<math") for one in told["closures"] if one["equations"])


def _stated(theory):
    board = pd.read_csv(FOLDER / "board.csv", keep_default_na=False)
    own = {one.id for one in asserted().values() if one.theory == theory}
    rows = board[(board["reading"] == "stated") & board["claim"].isin(own)]
    return [dict(zip(one["witness"], one["verdict"], strict=True)) for _, one in rows.groupby("claim")]


@pytest.mark.parametrize("theory", THEORIES)
def test_failing_together_is_not_told_as_agreement(client, theory):
    said = _stated(theory)
    both = lambda word: sum(one["record"] == one[theory] == word for one in said)  # noqa: E731
    standing = client.get(f"/api/theories/{theory}").json()["standing"]
    assert (standing["both_for"], standing["both_against"]) == (both("borne out"), both("against"))
    assert standing["both_against"] > 0
    apart = [{"record": "against", theory: "borne out"}, {"record": "borne out", theory: "against"}]
    found = [sum(one.items() >= pair.items() for one in said) for pair in apart]
    assert [standing["runs_alone"], standing["record_alone"]] == found
    assert sum(standing.values()) == 2 * standing["of"]


def test_a_theory_tells_what_the_record_left_of_its_open_numbers(client):
    left = client.get(f"/api/theories/{THEORY}").json()["left"]
    assert {one["id"] for one in left["fit"]["rows"]} == set(FREE.values())
    assert {one["id"] for one in left["draws"]["rows"]} == set(priors(THEORIES[THEORY]))
    gone = [one["contraction"] for one in left["draws"]["rows"]]
    assert gone == sorted(gone, reverse=True)
    assert gone[0] > 0.5
    for one in (*left["fit"]["rows"], *left["draws"]["rows"]):
        assert one["low"] <= one["median"] <= one["high"]
        assert one["unit"]
        assert one["of"]
    narrowest, widest = left["draws"]["rows"][0], left["draws"]["rows"][-1]
    assert _share(narrowest) < 0.7 < _share(widest)


def _share(row):
    return (row["high"] - row["low"]) / (row["prior"][2] - row["prior"][0])


def test_a_theory_tells_what_it_foretold_and_how_likely_it_makes_the_record(client):
    told = {name: client.get(f"/api/theories/{name}").json() for name in THEORIES}
    assert sum(one["evidence"]["chance"] for one in told.values()) == pytest.approx(1)
    assert min(one["evidence"]["behind"][0] for one in told.values()) == 0
    for rows in zip(*(one["forecasts"]["rows"] for one in told.values()), strict=True):
        assert sum(row["weight"] for row in rows) == pytest.approx(1, abs=1e-3)
        assert {(row["horizon"], row["forcing"]) for row in rows} == {
            (rows[0]["horizon"], rows[0]["forcing"])
        }


def test_a_number_says_how_its_equation_writes_it(client):
    told = client.get("/api/mechanisms/reactive_plan_targets").json()
    assert [(one["name"], one["written"]) for one in told["numbers"]] == [("rate", "0.12")]


def test_numbers_have_prior_posterior_and_source(client):
    told = client.get("/api/mechanisms/work_effort").json()
    food = next(one for one in told["numbers"] if one["id"] == "work_effort.food")
    assert food["prior"]["kind"] == "LogNormal"
    assert set(food["posterior"]) == set(THEORIES)
    for quantiles in (food["prior"]["quantiles"], *food["posterior"].values()):
        assert quantiles == sorted(quantiles)
        assert quantiles[0] < quantiles[-1]
    assert food["source"]
    assert told["used_by"] == list(THEORIES)


def test_the_board_has_every_claim_and_each_opens(client):
    board = client.get("/api/claims").json()
    assert {one["id"] for one in board["claims"]} == {one.id for one in CLAIMS}
    assert {verdict for one in board["claims"] for verdict in one["verdicts"].values()} <= set(
        board["verdicts"]
    )
    for one in board["claims"][::40]:
        told = client.get(f"/api/claims/{one['id']}").json()
        assert told["refuted_by"]
        assert [one["opening"] for one in told["where"]] == told["anchors"]
        assert all(one["paragraph"] >= 1 and one["essay"] in SEEDS for one in told["where"])
        assert told["readings"][0]["meaning"]
        assert {row["witness"] for row in told["readings"][0]["rows"]} == {"record", *THEORIES}


def test_every_series_has_sources_a_name_and_only_rivals_in_its_own_unit(client):
    listing = {one["series"]: one for one in client.get("/api/record").json()["series"]}
    assert all("_" not in one["name"].rpartition(", ")[0] for one in listing.values())
    for one in list(listing.values())[::40]:
        told = client.get(f"/api/record/{one['series']}").json()
        cited = {key for row in told["rows"] for key in row["source"].split(";")}
        assert cited <= {source["source"] for source in told["sources"]}
        beside = [other["series"] for group in ("rivals", "like", "related") for other in told[group]]
        assert one["series"] not in beside
        assert len(set(beside)) == len(beside)
        for other in (*told["rivals"], *told["like"]):
            assert listing[other["series"]]["unit"] == one["unit"]
            assert listing[other["series"]]["variable"] == one["variable"]


def test_rivals_of_income_are_no_growth_rates_and_those_of_a_famine_are_of_the_same_famine(client):
    told = client.get("/api/record/gdp-ussr-maddison").json()
    assert not [one for one in (*told["rivals"], *told["like"]) if "growth" in one["series"]]
    assert "national-output-growth-1971-85" in {one["series"] for one in told["related"]}
    famine = client.get("/api/record/famine-1932-33").json()["rivals"]
    assert famine
    assert all(one["series"].startswith("famine-1932-33~") for one in famine)


def test_the_record_is_kept_with_citation_and_licence(client):
    one = pd.read_csv(io.StringIO(client.get("/api/record/gdp-ussr-maddison.csv").text))
    assert one[["citation", "licence"]].notna().all().all()
    assert one["citation"].str.contains("Maddison").all()
    whole = pd.read_csv(io.StringIO(client.get("/api/record.csv").text), keep_default_na=False)
    assert set(whole["series"]) == {one["series"] for one in client.get("/api/record").json()["series"]}
    assert (whole["citation"] != "").all()
    own = whole[whole["series"] == "gdp-ussr-maddison"]
    assert own["value"].astype(float).tolist() == one["value"].tolist()


@pytest.mark.parametrize(
    "id", ["hunger", "oil_price", "gdp-ussr-maddison", "work_effort", THEORY, "national_income"]
)
def test_an_id_is_explained(client, id):
    told = client.get(f"/api/explain/{id}").json()
    assert told["id"] == id
    assert dict(told["parts"])


def test_a_line_leads_to_its_mechanisms(client):
    assert "living_standards" in client.get("/api/explain/consumption-growth-1960-82").json()["mechanisms"]
    assert client.get("/api/explain/job_guarantee").json()["mechanisms"]


@pytest.mark.parametrize("id", LEVERS)
def test_every_lever_leads_to_what_it_moves(client, id):
    assert client.get(f"/api/explain/{id}").json()["mechanisms"]


def test_every_line_leads_to_all_that_moves_it(client, start):
    for one in start["charts"]:
        assert client.get(f"/api/explain/{one['id']}").json()["mechanisms"], one["id"]
    assert "plant_wear" in client.get("/api/explain/capital_stock").json()["mechanisms"]
    income = client.get("/api/explain/national_income").json()["mechanisms"]
    assert income[0] == "national_income"
    assert set(changers("gdp")) <= set(income)


def test_methods_say_what_is_forced_and_what_is_missing(client):
    told = client.get("/api/methods").json()
    by = {one["id"]: one for one in told["sections"]}
    assert {"how", "draws", "series", "forced", "claims", "limits", "cite"} <= set(by)
    assert all(len(row) == len(by["forced"]["table"]["columns"]) for row in by["forced"]["table"]["rows"])
    assert told["versions"]["thermidor"]


def test_a_plan_is_made_and_certified(client):
    menu = client.get("/api/plan").json()
    assert {one["name"] for one in menu["procedures"]} == {one.name for one in PROCEDURES}
    body = {"table": "russia-1995", "procedure": "leontief", "demand": ["Construction=+20%"]}
    made = client.post("/api/plan", json=body).json()
    asked = {one["name"]: one["asked"] for one in client.get("/api/plan/russia-1995").json()["products"]}
    row = next(one for one in made["products"] if one["product"] == "Construction")
    assert row["asked"] == pytest.approx(1.2 * asked["Construction"])
    assert row["final"] == pytest.approx(row["asked"])
    assert made["certificate"]["gap"] < 1e-6


def test_a_table_of_ones_own_is_planned(client):
    text = ",coal,steel,final: use\ncoal,2,6,12\nsteel,4,1,10\nresource: labour,10,5,\n"
    made = client.post("/api/plan", json={"csv": text, "procedure": "leontief"}).json()
    assert [(one["product"], one["asked"]) for one in made["products"]] == [("coal", 12), ("steel", 10)]
    assert [one["output"] for one in made["products"]] == pytest.approx([20, 15])
    assert made["table"] == "uploaded"

"""Plans on the command line."""

import json
import re
import xml.etree.ElementTree as ET
from time import perf_counter

import pytest
from click.testing import CliRunner

from thermidor.cli import main
from thermidor.errors import Kind
from thermidor.planning.catalogue import PROCEDURES

TABLE = """\
product,coal,steel,final: homes
coal,10,40,50
steel,20,0,30
resource: labour,200,100,
capacity,150,100,
"""


def call(*arguments):
    return CliRunner().invoke(main, ["plan", *map(str, arguments)])


@pytest.fixture
def small(tmp_path):
    path = tmp_path / "small.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_plan_shows_products_bottlenecks_and_what_resources_are_worth(small):
    result = call(small)
    assert result.exit_code == 0, result.stderr
    for words in ("worth 1, no plan above 1", "Plan: 2 of 2 products", "Bottlenecks: 1", "labour", "100.0%"):
        assert words in result.stdout


def test_json_holds_the_whole_plan(small):
    told = json.loads(call(small, "--json", "--demand", "coal=+100%").stdout)
    assert told["procedure"] == "linear-programme"
    assert [one["product"] for one in told["products"]] == ["coal", "steel"]
    assert told["products"][0]["asked"] == 100
    assert told["certificate"]["gap"] < 1e-6
    [scarce] = told["bottlenecks"]
    assert (scarce["kind"], scarce["name"], scarce["share"]) == ("resource", "labour", pytest.approx(1.0))
    assert scarce["worth"] * 300 == pytest.approx(told["products"][0]["final"] / 100)


def test_who_comes_first_in_final_use_is_told_by_class(tmp_path):
    path = tmp_path / "urgent.csv"
    path.write_text(
        "product,coal,steel,final: homes,final: army,import\ncoal,10,40,40,10,0\nsteel,20,0,10,20,2\n"
        "output,100,50,,,\npriority,,,2,1,\n",
        encoding="utf-8",
    )
    arguments = (path, "--procedure", "balances-pressed", "--demand", "steel=60", "--json")
    told = json.loads(call(*arguments).stdout)
    assert list(told["deliveries"]) == ["army", "homes"]
    army, homes = (one[1] for one in told["deliveries"].values())
    assert army == pytest.approx(40)
    assert homes == pytest.approx(told["products"][1]["final"] - 40)
    assert homes < 20
    assert 0 < told["imports"][1] <= 2
    shown = call(*arguments[:-1]).stdout
    assert re.search(r"army\W+100\.0%", shown)
    assert re.search(rf"homes\W+{homes / 20:.1%}\W+steel", shown)


def test_flows_never_replace_the_table_they_are_of(small):
    before = small.read_text(encoding="utf-8")
    result = call(small, "--flows", small)
    assert result.exit_code == Kind.BAD_INPUT
    assert "would replace what is read" in result.stderr
    assert small.read_text(encoding="utf-8") == before


def test_a_procedure_to_compare_that_is_unknown_is_told_where_it_stands(small):
    assert "--compare: unknown procedure: 'leontieff'" in call(small, "--compare", "leontieff").stderr


def test_what_open_books_correct_is_said(tmp_path):
    path = tmp_path / "padded.csv"
    path.write_text(
        "product,coal,steel,final: homes\ncoal,120,60,20\nsteel,30,10,60\nresource: labour,10,10,\n"
        "output,100,100,\n",
        encoding="utf-8",
    )
    arguments = (path, "--procedure", "democratic-planning")
    shown = " ".join(call(*arguments).stdout.split())
    assert "norms of coal to 0.556 of what is reported" in shown
    assert "As reported, the economy is not productive: the chain coal -> coal" in shown
    assert len(json.loads(call(*arguments, "--json").stdout)["notes"]) == 2


def test_reading_and_planning_are_timed(small):
    took = json.loads(call(small, "--json").stdout)["seconds"]
    assert 0 < took["reading"] < 60
    assert 0 < took["planning"] < 60
    assert re.search(r"Read in \d+\.\d+ s, planned in \d+\.\d+ s\.", call(small).stdout)


def test_a_list_of_twenty_thousand_products_is_planned(tmp_path):
    lines = [f"p{i},p{(i * 7 + 1) % 20_000},1\np{i},final: use,1" for i in range(20_000)]
    path = tmp_path / "list.csv"
    path.write_text("from,to,value\n" + "\n".join(lines), encoding="utf-8")
    shown = call(path, "--procedure", "leontief", "--top", "3", "--demand", "p7=+50%")
    assert shown.exit_code == 0, shown.stderr
    assert "3 of 20000 products" in shown.stdout


def test_ten_gigabytes_are_refused_unread(tmp_path):
    path = tmp_path / "huge.parquet"
    with path.open("wb") as file:
        file.truncate(10 * 1024**3)  # holes take no room on the disk
    began = perf_counter()
    result = call(path)
    assert result.exit_code == Kind.BAD_INPUT
    assert "has 10.0 GiB; tables are read up to 2 GiB" in result.stderr
    assert result.stderr.count("Error") == 1
    assert perf_counter() - began < 60


def test_demand_moves_the_plan(small):
    before, after = (
        json.loads(call(small, "--json", "--procedure", "leontief", *more).stdout)
        for more in ((), ("--demand", "steel=33"))
    )
    assert before["products"][1]["output"] == pytest.approx(50)
    assert after["products"][1]["output"] == pytest.approx(50 + 3 / (1 - 0.8 * 0.2 / 0.9))


def test_all_procedures_are_compared(small):
    rows = json.loads(call(small, "--compare", "all", "--json", "--rounds", "200").stdout)
    assert [row["procedure"] for row in rows] == [one.name for one in PROCEDURES]
    best = next(row for row in rows if row["procedure"] == "linear-programme")
    kept = [row for row in rows if not row["why_not"] and row["overstepped"] < 1e-6]
    assert len(kept) > 1
    assert all(row["worth"] <= best["worth"] + 1e-6 for row in kept)
    shown = call(small, "--compare", "leontief", "--compare", "linear-programme")
    assert "2 procedures on the same reports" in shown.stdout


def test_a_procedure_that_does_not_fit_says_why(tmp_path):
    path = tmp_path / "two.csv"
    path.write_text("product,a: old,a: new,final: x\na,1,1,8\noutput,5,5,\ncapacity,6,6,\n", encoding="utf-8")
    shown = call(path, "--compare", "leontief", "--compare", "linear-programme")
    assert "1 procedures on the same reports" in shown.stdout
    assert "Not for this table" in shown.stdout
    assert "one technique" in shown.stdout


def test_the_chart_is_a_picture_with_every_product(small, tmp_path):
    path = tmp_path / "plan.svg"
    assert call(small, "--chart", path).exit_code == 0
    words = "".join(ET.parse(path).getroot().itertext())
    assert "coal" in words
    assert "steel" in words


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--chart", "plan.svg", "--compare", "all"), "is of one plan, and several are compared"),
        (("--chart", "plan.png"), "is a picture of another kind"),
        (("--chart", "small.csv/plan.svg"), "small.csv"),
    ],
)
def test_a_chart_that_cannot_be_drawn_is_told_before_the_work(small, monkeypatch, arguments, told):
    monkeypatch.chdir(small.parent)
    result = call("small.csv", *arguments)
    assert result.exit_code != 0
    assert told in result.stderr
    assert "Plan:" not in result.stdout
    assert [one.name for one in small.parent.iterdir()] == ["small.csv"]


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_flows_are_listed_and_the_list_is_a_table_of_the_same_plan(small, tmp_path, kind):
    path = tmp_path / f"flows.{kind}"
    arguments = ("--procedure", "leontief", "--demand", "coal=+100%", "--json")
    told = json.loads(call(small, *arguments, "--flows", path).stdout)
    again = json.loads(call(path, "--procedure", "leontief", "--json").stdout)
    for one, other in zip(told["products"], again["products"], strict=True):
        assert other["output"] == pytest.approx(one["output"])
        assert other["before"] == pytest.approx(one["output"])
        assert other["final"] == pytest.approx(one["final"])
    labour = [
        next(one["used"] for one in plan["limits"] if one["name"] == "labour") for plan in (told, again)
    ]
    assert labour[0] == pytest.approx(labour[1])


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--flows", "flows.csv", "--compare", "all"), "is of one plan, and several are compared"),
        (("--flows", "flows.txt"), "is no list of flows"),
        (("--flows", "small.csv/flows.csv"), "small.csv"),
    ],
)
def test_flows_that_cannot_be_listed_are_told_before_the_work(small, monkeypatch, arguments, told):
    monkeypatch.chdir(small.parent)
    result = call("small.csv", *arguments)
    assert result.exit_code != 0
    assert told in result.stderr
    assert [one.name for one in small.parent.iterdir()] == ["small.csv"]


def test_the_list_names_procedures_and_tables():
    told = json.loads(call("--list", "--json").stdout)
    assert [one["procedure"] for one in told["procedures"]] == [one.name for one in PROCEDURES]
    assert all(one["source"] and one["what"] for one in told["procedures"])
    assert "russia-1995" in told["tables"]
    assert "russia-1995" in call("--list").stdout


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ((), Kind.BAD_INPUT, "no table is named"),
        (("none.csv",), Kind.MISSING, "there is no such table"),
        (("russia-1995", "--procedure", "leontiev"), Kind.MISSING, "Did you mean 'leontief'"),
        (("russia-1995", "--compare", "everything"), Kind.MISSING, "unknown procedure"),
        (("russia-1995", "--demand", "Wod=3"), Kind.MISSING, "Did you mean 'Wood'"),
        (("russia-1995", "--rounds", "0"), Kind.BAD_INPUT, "--rounds"),
    ],
)
def test_faults_are_told_in_one_message(arguments, code, told):
    result = call(*arguments)
    assert result.exit_code == code
    assert told in result.stderr
    assert "Traceback" not in result.output


def test_a_chain_that_cannot_reproduce_itself_is_named(tmp_path):
    path = tmp_path / "bad.csv"
    path.write_text("product,a,b,final: x\na,10,90,0\nb,80,0,5\noutput,60,70,\n", encoding="utf-8")
    result = call(path)
    assert result.exit_code == Kind.BAD_INPUT
    assert "the chain a -> b -> a cannot reproduce itself" in result.stderr

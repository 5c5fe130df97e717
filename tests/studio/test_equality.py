"""Two hundred scenarios at random: the page is sent what Python, the file and the command line give."""

import json
import random

import numpy as np
import pytest
from click.testing import CliRunner

import thermidor
from thermidor.cli import main
from thermidor.cli.results import fields
from thermidor.lab import runs
from thermidor.lab.levels import levels
from thermidor.outside import read_query, read_toml, write_query, write_toml
from thermidor.studio import address
from thermidor.studio.desk import LEVELS
from thermidor.studio.quantities import QUANTITIES
from thermidor.theories import THEORIES

from .conftest import HOME, SOCKET, any_scenario, opened, question

COUNT, PART = 200, 20
SIZES = ((40, 1), (66, 2), (200, 3))  # draws and seed: few, for history is run once for each
CHARTS = ["gdp-ussr-maddison", "hunger", "camps-and-colonies", "privilege", "technology_gap"]


def case(number):
    """Return theory, draws, seed and scenario of a case."""
    dice = random.Random(1000 + number)
    return dice.choice(sorted(THEORIES)), *dice.choice(SIZES), any_scenario(number)


def test_an_address_and_a_file_give_back_the_state_they_were_made_from():
    for number in range(COUNT):
        theory, draws, seed, one = case(number)
        asked = address.Asked(
            one, "compare", (theory,), tuple(CHARTS), seed, draws, pins=(any_scenario(number + 1),)
        )
        assert address.read(address.write(asked)) == (asked, [])
        assert read_query(write_query(one, thermidor.__version__)) == one
        assert read_toml(write_toml(one), "here") == one


@pytest.fixture(scope="module")
def page(client):
    with client.websocket_connect(SOCKET, headers={"origin": HOME}) as socket:
        socket.receive_json(), socket.receive_json()
        yield socket


@pytest.mark.filterwarnings(
    "ignore:invalid value encountered in log"
)  # of what an odd scenario brings to nought
@pytest.mark.parametrize("first", range(0, COUNT, PART))
def test_page_python_file_and_command_line_give_the_same_numbers(page, first, tmp_path, monkeypatch):
    ask(page, first)
    for number in range(first, first + PART):
        theory, draws, seed, one = case(number)
        head, numbers = opened(page.receive_bytes())
        if number + 1 < first + PART:
            ask(page, number + 1)  # the server runs the next while Python runs this one
        assert (head["n"], head["draws"], head["seed"]) == (number, draws, seed)
        path = tmp_path / f"{number}.toml"
        path.write_text(write_toml(one), encoding="utf-8")
        given = ((theory,), str(path), draws, seed)
        made = thermidor.run(*given)
        assert np.array_equal(numbers[0, 0], drawn(fields(made)[theory]), equal_nan=True), (number, one)
        with monkeypatch.context() as patch:
            if number != first:  # the first of each part is run by the command line itself, wholly
                patch.setattr(
                    runs, "run", lambda *told, made=made, given=given: made if told[:4] == given else None
                )
            told = by_command(*given)
        assert sum(row["share"] for row in told) == pytest.approx(head["patterns"][theory]["met"], rel=1e-12)


def ask(page, number):
    """Ask as a page does that rests."""
    theory, draws, seed, one = case(number)
    asked = {"theories": [theory], "charts": CHARTS, "draws": draws, "seed": seed, "final": True}
    page.send_text(question(number, levers=one.plain()["levers"], **asked))


def drawn(run):
    """Return the quantiles of a run as they are sent."""
    rows = [levels(QUANTITIES[name].values(run), [one / 100 for one in LEVELS]) for name in CHARTS]
    return np.asarray(rows, "<f4")


def by_command(theory, path, draws, seed):
    """Return the patterns that the command line prints."""
    words = [
        "patterns",
        "--theory",
        theory[0],
        "--scenario",
        path,
        "--draws",
        str(draws),
        "--seed",
        str(seed),
        "--json",
    ]
    done = CliRunner().invoke(main, words, catch_exceptions=False)
    assert done.exit_code == 0, done.output
    return json.loads(done.stdout)

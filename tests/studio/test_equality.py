"""Two hundred scenarios at random: the command line gives what Python gives, and addresses go round.

That the page shows it too is tried in the browser, 200 times; the bare socket is tried for some: what it
sends is what the page shows.
"""

import json
import subprocess
import sys

import numpy as np
import pytest
import xarray as xr
from click.testing import CliRunner

import thermidor
from thermidor import report
from thermidor.cli import main
from thermidor.outside import read_query, read_toml, write_query, write_toml
from thermidor.studio import address

from .conftest import HOME, SOCKET, any_scenario, opened, question
from .reference import CHARTS, COUNT, case, digests, of_python

PART, BARE = 20, 20
APART = (0, 77, 154)  # by a command line in a process of its own, which writes its report too
ODD = pytest.mark.filterwarnings("ignore:invalid value encountered in log")  # of what is brought to nought


def test_an_address_and_a_file_give_back_the_state_they_were_made_from():
    for number in range(COUNT):
        one = case(number)
        pins = (any_scenario(number + 1),)
        asked = address.Asked(one.scenario, "compare", (one.theory,), CHARTS, one.seed, one.draws, pins=pins)
        assert address.read(address.write(asked)) == (asked, [])
        assert read_query(write_query(one.scenario, thermidor.__version__)) == one.scenario
        assert read_toml(write_toml(one.scenario), "here") == one.scenario


@pytest.fixture(scope="module")
def page(client):
    with client.websocket_connect(SOCKET, headers={"origin": HOME}) as socket:
        socket.receive_json(), socket.receive_json()
        yield socket


@ODD
def test_the_page_is_sent_what_python_gives(page, kept):
    for one in map(case, range(BARE)):
        ask(page, one)
        head, numbers = opened(page.receive_bytes())
        told = of_python(one, kept)
        assert (head["n"], head["draws"], head["seed"]) == (one.number, one.draws, one.seed)
        assert np.array_equal(numbers[0, 0], told.levels, equal_nan=True), one
        assert head["patterns"][one.theory]["met"] == told.measures["patterns"].mean(), one


@ODD
@pytest.mark.parametrize("first", range(0, COUNT, PART))
def test_the_command_line_writes_and_prints_what_python_gives(kept, tmp_path, monkeypatch, first):
    monkeypatch.setattr(report, "write", lambda *_, **__: None)  # the drawn page, which has tests of its own
    for one in map(case, range(first, first + PART)):
        told = of_python(one, kept)
        done = CliRunner().invoke(main, [*words(one, kept, tmp_path), "--json"], catch_exceptions=False)
        assert done.exit_code == 0, done.output
        assert json.loads(done.stdout)["patterns"] == plain(told.patterns), one
        assert written(tmp_path) == told.digests, one


@pytest.mark.parametrize("number", APART)
def test_the_command_line_of_a_shell_does_too(kept, tmp_path, number):
    one = case(number)
    told = of_python(one, kept)
    command = [sys.executable, "-m", "thermidor", *words(one, kept, tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    lines = [[cell.strip() for cell in line.split("│")[1:-1]] for line in done.stdout.splitlines()]
    printed = {line[0]: line[-1] for line in lines if line}
    assert {row["meaning"]: f"{row['share']:.0%}" for row in told.patterns}.items() <= printed.items()
    assert written(tmp_path) == told.digests
    assert (tmp_path / "report.html").stat().st_size > 0


def ask(page, one):
    """Ask as a page does that rests."""
    asked = {"theories": [one.theory], "charts": CHARTS, "draws": one.draws, "seed": one.seed, "final": True}
    page.send_text(question(one.number, levers=one.scenario.plain()["levers"], **asked))


def words(one, kept, out):
    """Return the words of a command line."""
    path = kept / f"{one.number}.toml"
    given = {"theory": one.theory, "scenario": path, "draws": one.draws, "seed": one.seed, "out": out}
    return ["run", *(word for name, value in given.items() for word in (f"--{name}", str(value)))]


def written(folder):
    """Return a digest of each field that a command line has written."""
    with xr.open_dataset(folder / "runs.nc", engine="scipy", mask_and_scale=False) as runs:
        return digests(runs)


def plain(rows):
    """Return rows as JSON tells them."""
    finite = [
        {k: None if isinstance(v, float) and not np.isfinite(v) else v for k, v in row.items()}
        for row in rows
    ]
    return json.loads(json.dumps(finite, default=lambda value: value.item()))

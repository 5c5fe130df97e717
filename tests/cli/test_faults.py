"""Every fault ends in one message on stderr and an exit code by kind, never in a traceback."""

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

import thermidor
from thermidor.cli import main
from thermidor.cli.group import Commands
from thermidor.errors import Kind, ThermidorError


def failing(fault):
    @click.group(cls=Commands)
    def group():
        pass

    @group.command()
    def fail():
        raise fault

    return group


@pytest.mark.parametrize("kind", list(Kind))
def test_a_fault_gives_one_message_and_the_code_of_its_kind(kind):
    fault = ThermidorError("unknown lever", "a.toml", "oil", "Did you mean 'oil_price'?", kind)
    result = CliRunner().invoke(failing(fault), ["fail"])
    assert result.exit_code == int(kind)
    assert result.stderr == "Error: a.toml: unknown lever: 'oil'. Did you mean 'oil_price'?\n"
    assert result.stdout == ""


def test_an_unexpected_fault_is_owned_and_says_how_to_see_more():
    result = CliRunner().invoke(failing(ZeroDivisionError("by nought")), ["fail"])
    assert result.exit_code == Kind.INTERNAL
    assert "unexpected ZeroDivisionError: by nought" in result.stderr
    assert "THERMIDOR_DEBUG=1" in result.stderr
    assert "Traceback" not in result.output


def test_debug_shows_the_traceback(monkeypatch):
    monkeypatch.setenv("THERMIDOR_DEBUG", "1")
    result = CliRunner().invoke(failing(ThermidorError("unknown lever")), ["fail"])
    assert isinstance(result.exception, ThermidorError)


def test_click_tells_its_own_faults():
    result = CliRunner().invoke(failing(click.BadParameter("not a number")), ["fail"])
    assert result.exit_code == Kind.BAD_INPUT
    assert "not a number" in result.stderr
    assert "fault of Thermidor" not in result.stderr


def test_the_version_is_printed():
    result = CliRunner().invoke(main, ["--version"])
    assert (result.exit_code, result.output) == (0, f"thermidor, version {thermidor.__version__}\n")


def test_help_tells_the_exit_codes():
    result = CliRunner().invoke(main, ["--help"])
    assert result.exit_code == 0
    assert all(f"{int(kind)} " in result.output for kind in Kind)


def test_an_unknown_command_is_bad_input():
    result = CliRunner().invoke(main, ["frobnicate"])
    assert result.exit_code == Kind.BAD_INPUT
    assert "frobnicate" in result.stderr


def test_every_command_says_what_it_does_and_shows_an_example():
    for name, command in main.commands.items():
        text = CliRunner().invoke(main, [name, "--help"]).output
        assert command.help, name
        assert f"thermidor {name}" in text, name


def test_help_answers_without_loading_the_engine():
    code = "import sys, thermidor.cli; sys.exit('jax' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_module_runs_as_a_programme():
    done = subprocess.run(
        [sys.executable, "-m", "thermidor", "--version"], capture_output=True, text=True, check=True
    )
    assert thermidor.__version__ in done.stdout


@pytest.mark.parametrize(
    "command",
    [
        ["slots", "--all", "--keep", "FILE/kept"],
        ["fit", "--all", "--keep", "FILE/kept"],
        ["twin", "--replicates", "2", "--out", "FILE/twin.json"],
        ["evidence", "--page", "FILE/page.md"],
        ["freeze", "--out", "FILE/fits"],
    ],
    ids=lambda command: command[0],
)
def test_a_place_that_cannot_be_written_is_told_before_long_work(command, tmp_path, monkeypatch):
    monkeypatch.setattr("thermidor.lab.ensemble.run_batches", lambda *_: pytest.fail("it ran first"))
    (tmp_path / "file").touch()
    result = CliRunner().invoke(main, [part.replace("FILE", str(tmp_path / "file")) for part in command])
    assert result.exit_code == Kind.NOT_WRITABLE, result.output
    assert "cannot be written" in result.stderr

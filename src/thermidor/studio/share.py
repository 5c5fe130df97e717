"""One scenario in all its forms: plain values, TOML, address, Python and command line."""

import re
from collections.abc import Mapping
from typing import Any

from .. import __version__
from ..errors import ThermidorError, unknown
from ..lab.kept import digest
from ..outside import Scenario, scenario, scenario_ids, write_query, write_toml
from . import address, beside
from .engine import key
from .fault import from_plain, from_toml

FILE = "scenario.toml"
FORMS = ("query", "toml", "scenario")
HEAD = re.compile(r"^# Thermidor (\S+), laws (\w+)\.$", re.MULTILINE)


def read(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the forms of the scenario that a request holds as query, TOML text or plain values."""
    held = [form for form in FORMS if form in given]
    if len(held) != 1:
        raise ThermidorError("wants exactly one of", "scenario", ", ".join(FORMS), "Send one form.")
    asked, notes = address.read(_query(given))
    form = given[held[0]]
    if held[0] == "query":
        return forms(asked, notes)
    if held[0] == "toml" and not isinstance(form, str):
        raise ThermidorError("is no text", "toml")
    read_one = from_toml(form) if held[0] == "toml" else from_plain(form, "scenario")
    made = HEAD.search(form) if held[0] == "toml" else None
    notes = address.made_elsewhere("file", *made.groups()) if made else []
    return forms(address.Asked(read_one, theories=asked.theories, draws=asked.draws, seed=asked.seed), notes)


def packaged(name: str) -> dict[str, Any]:
    """Return the forms of a packaged scenario; raises ThermidorError if there is none of that name."""
    if name not in scenario_ids():
        raise unknown("scenario", "address", name[:200], scenario_ids(), "thermidor scenarios")
    return forms(address.Asked(scenario(name)), [])


def forms(asked: address.Asked, notes: list[str]) -> dict[str, Any]:
    """Return a scenario in all its forms."""
    one = asked.scenario
    return {
        "scenario": one.plain(), "toml": toml(asked), "query": address.spelled(one),
        "full_query": write_query(one, __version__), "hash": key(one), "python": python(asked),
        "cli": command(asked), "notes": notes,
    }  # fmt: skip


def toml(asked: address.Asked) -> str:
    """Return the scenario as a file; its head says, for people, what it was run with and under which laws."""
    head = f"# Thermidor {__version__}, laws {digest()}.\n# {command_of(asked, FILE)}\n\n"
    return head + write_toml(asked.scenario)


def python(asked: address.Asked) -> str:
    """Return the Python that gives the same numbers; every text stands in it as a literal."""
    one, lines = asked.scenario, ["import thermidor"]
    name = repr(one.id)
    if not is_packaged(one):
        lines = [
            "from pathlib import Path",
            "",
            *lines,
            "",
            f"Path({FILE!r}).write_text({write_toml(one)!r})",
        ]
        name = repr(FILE)
    lines = [*lines, f"runs = {_call(asked, name)}"]
    others = [f"    {one!r}: {_call(asked, repr(one))}," for one in _others(asked)]
    return "\n".join([*lines, *(["others = {", *others, "}"] if others else []), ""])


def command(asked: address.Asked) -> str:
    """Return what gives the same numbers: a command for every scenario that is shown.

    A changed scenario is read from the file beside it.
    """
    first = asked.scenario.id if is_packaged(asked.scenario) else FILE
    return "\n".join(command_of(asked, name) for name in (first, *_others(asked)))


def _others(asked: address.Asked) -> list[str]:
    """Return the ids of the scenarios that are shown besides, each once; these are packaged ones."""
    return list(dict.fromkeys(one.scenario.id for one in beside.compared(asked)[1:]))


def _call(asked: address.Asked, name: str) -> str:
    return f"thermidor.run({list(asked.theories)!r}, {name}, draws={asked.draws}, seed={asked.seed})"


def command_of(asked: address.Asked, name: str) -> str:
    """Return the command that runs a scenario of this id or file."""
    theories = " ".join(f"--theory {one}" for one in asked.theories)
    return f"thermidor run {theories} --scenario {name} --draws {asked.draws} --seed {asked.seed}"


def is_packaged(one: Scenario) -> bool:
    """Return whether a scenario is a packaged one, unchanged."""
    return one.id in scenario_ids() and scenario(one.id) == one


def _query(given: Mapping[str, Any]) -> str:
    """Return what else a request says, as an address."""
    query = given.get("query", "")
    theories, draws, seed = given.get("theories", []), given.get("draws"), given.get("seed")
    if not isinstance(query, str) or not isinstance(theories, list):
        raise ThermidorError("query is text, theories are a list", "request")
    more = [("theory", str(one)[:200]) for one in theories[:20]]
    more += [
        (name, str(value)[:40]) for name, value in (("draws", draws), ("seed", seed)) if value is not None
    ]
    return "&".join(filter(None, [query.removeprefix("?"), address.urlencode(more)]))

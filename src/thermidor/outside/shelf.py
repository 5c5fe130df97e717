"""Where scenarios come from and go to: packaged files, files of a user, query strings."""

import json
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import parse_qsl, urlencode

from ..errors import Kind, ThermidorError, unknown
from .catalogue import LEVERS
from .check import read_plain
from .lever import Choice
from .scenario import HISTORY, SCHEMA, Scenario

FOLDER = files("thermidor") / "data" / "scenarios"
PREFIX = "lever."


@cache
def scenario_ids() -> tuple[str, ...]:
    """Return the ids of the packaged scenarios, history first."""
    names = {one.name.removesuffix(".toml") for one in FOLDER.iterdir() if one.name.endswith(".toml")}
    return (HISTORY, *sorted(names - {HISTORY}))


@cache
def scenarios() -> dict[str, Scenario]:
    """Return every packaged scenario by id."""
    return {name: scenario(name) for name in scenario_ids()}


def scenario(id_or_path: str | Path) -> Scenario:
    """Return a packaged scenario by id, or one from a TOML file by its path.

    Raises ThermidorError if there is none, or with all its faults.
    """
    name = str(id_or_path)
    if name in scenario_ids():
        return read_toml((FOLDER / f"{name}.toml").read_text(encoding="utf-8"), f"scenario {name}")
    if isinstance(id_or_path, Path) or name.endswith(".toml") or "/" in name:
        return read_toml(_text(Path(id_or_path)), name)
    raise unknown("scenario", "", name, scenario_ids(), "thermidor scenarios")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ThermidorError("is not text in UTF-8", str(path), remedy="Save it as UTF-8.") from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise ThermidorError(
            f"cannot be read ({reason})", str(path), remedy="Check the path.", kind=Kind.MISSING
        ) from error


def read_toml(text: str, where: str) -> Scenario:
    """Return the scenario that a TOML text describes.

    Raises ThermidorError with every fault, ``where`` being its place.
    """
    try:
        plain = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ThermidorError(
            f"is not TOML ({error})", where, remedy="Mend the line and try again."
        ) from error
    return read_plain(plain, where)


def write_toml(one: Scenario) -> str:
    """Return a scenario as TOML text."""
    plain = one.plain()
    top = [f"{key} = {_toml(plain[key])}" for key in ("schema", "id", "title", "kind", "metric", "anchors")]
    levers = ["", "[levers]", *(f"{name} = {_toml(value)}" for name, value in plain["levers"].items())]
    told = [
        line
        for prediction in plain["prediction"]
        for line in ("", "[[prediction]]", *(f"{key} = {_toml(value)}" for key, value in prediction.items()))
    ]
    return "\n".join([*top, *levers, *told]) + "\n"


def _toml(value: object) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {_toml(one)}" for key, one in value.items()) + " }"
    if isinstance(value, list) and value and isinstance(value[0], str):
        return "[\n" + "".join(f"    {_toml(one)},\n" for one in value) + "]"
    if isinstance(value, list):
        return "[" + ", ".join(map(_toml, value)) + "]"
    # Numbers, texts and truth values are written alike in JSON, but TOML wants one more character escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def write_query(one: Scenario, version: str) -> str:
    """Return a scenario as the query string of an address, with schema number and version of the model."""
    plain = one.plain()
    pairs = [
        ("schema", SCHEMA),
        ("model", version),
        *((key, plain[key]) for key in ("id", "title", "kind", "metric")),
    ]
    levers = [(PREFIX + name, json.dumps(value)) for name, value in plain["levers"].items()]
    rest = [(key, json.dumps(value)) for key in ("anchors", "prediction") for value in plain[key]]
    return urlencode([(key, value) for key, value in [*pairs, *levers, *rest] if value != ""])


def read_query(query: str) -> Scenario:
    """Return the scenario of a query string.

    Raises ThermidorError with every fault.
    """
    pairs = parse_qsl(query.removeprefix("?"), keep_blank_values=True)
    plain: dict = {"levers": {}, "anchors": [], "prediction": []}
    for key, value in pairs:
        if key.startswith(PREFIX):
            name = key.removeprefix(PREFIX)
            plain["levers"][name] = _typed(name, value)
        elif key in ("anchors", "prediction"):
            plain[key].append(_json(value))
        elif key != "model":
            plain[key] = _json(value) if key == "schema" else value
    return read_plain(plain, "address")


def _typed(lever: str, text: str) -> object:
    """Return a lever's value; a choice that looks like a number is a word all the same."""
    choice = lever in LEVERS and isinstance(LEVERS[lever].domain, Choice)
    return text if choice and text.isdecimal() else _json(text)


def _json(text: str) -> object:
    """Return the value; a bare word stands for itself, so that an address can be typed by hand."""
    try:
        return json.loads(text)
    except json.JSONDecodeError:
        return text

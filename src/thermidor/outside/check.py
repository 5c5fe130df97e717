"""Read plain values into a scenario; all faults are told together."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from ..errors import Kind, ThermidorError, did_you_mean, together
from ..frame.state import METAS
from .catalogue import LEVERS
from .lever import Lever
from .scenario import KINDS, SCHEMA, THEORIES, Prediction, Scenario, Setting
from .years import YEARS

KEYS = ("schema", "id", "title", "kind", "metric", "anchors", "levers", "prediction")
SETTING_KEYS = ("value", "from", "to")
PREDICTION_KEYS = tuple(one.name for one in fields(Prediction))
SIDES, ODDS = ("above", "below"), ("more", "less")
SPAN = f"Years run from {YEARS[0]} to {YEARS[-1]}."


def read_plain(plain: Mapping[str, Any], where: str) -> Scenario:
    """Return the scenario that plain values describe.

    Raises ThermidorError, one message with all faults, each with its place and a remedy.
    """
    faults = [*_top(plain, where), *_levers(plain, where), *_predictions(plain, where)]
    if faults:
        raise together(faults)
    settings = {name: _setting(value) for name, value in plain.get("levers", {}).items()}
    return Scenario(
        id=plain["id"],
        title=plain["title"],
        kind=plain.get("kind", "counterfactual"),
        metric=plain.get("metric", ""),
        anchors=tuple(plain.get("anchors", ())),
        levers=settings,
        predictions=tuple(_prediction(one) for one in plain.get("prediction", ())),
    )


def _fault(where: str, place: str, what: str, value: object = None, remedy: str = "") -> ThermidorError:
    return ThermidorError(what, f"{where}, {place}" if place else where, value, remedy, Kind.BAD_INPUT)


def _strangers(
    given: Mapping[str, Any], known: tuple[str, ...], where: str, place: str
) -> Iterator[ThermidorError]:
    for key in given:
        if key not in known:
            yield _fault(
                where, place, "unknown key", key, did_you_mean(key, known) or f"Known are {', '.join(known)}."
            )


def _top(plain: Mapping[str, Any], where: str) -> Iterator[ThermidorError]:
    yield from _strangers(plain, KEYS, where, "")
    for key in ("id", "title"):
        if not isinstance(plain.get(key), str) or not plain[key].strip():
            yield _fault(where, key, "is missing or no text", plain.get(key), f'Add a line: {key} = "...".')
    for key in ("metric", "kind"):
        if not isinstance(plain.get(key, ""), str):
            yield _fault(where, key, "is not text", plain[key], "Put it in quotation marks.")
    if isinstance(plain.get("kind"), str) and plain["kind"] not in KINDS:
        yield _fault(where, "kind", "unknown kind", plain["kind"], did_you_mean(plain["kind"], KINDS))
    anchors = plain.get("anchors", [])
    if not isinstance(anchors, list) or not all(isinstance(one, str) for one in anchors):
        yield _fault(where, "anchors", "is not a list of texts", anchors, 'Write anchors = ["..."].')
    if plain.get("schema", SCHEMA) != SCHEMA:
        yield _fault(
            where,
            "schema",
            "was made for another version",
            plain["schema"],
            f"This one reads schema {SCHEMA}.",
        )


def _levers(plain: Mapping[str, Any], where: str) -> Iterator[ThermidorError]:
    given = plain.get("levers", {})
    if not isinstance(given, Mapping):
        yield _fault(
            where, "levers", "is not a table", given, "Write a section [levers] with a line for each lever."
        )
        return
    for name, value in given.items():
        if name not in LEVERS:
            remedy = f"{did_you_mean(name, LEVERS)} docs/scenarios.md lists all levers.".strip()
            yield _fault(where, f"levers.{name}", "unknown lever", name, remedy)
            continue
        yield from _lever(LEVERS[name], value, where)


def _lever(lever: Lever, given: Any, where: str) -> Iterator[ThermidorError]:
    place = f"levers.{lever.id}"
    if isinstance(given, Mapping):
        yield from _strangers(given, SETTING_KEYS, where, place)
        yield from _years([given[key] for key in ("from", "to") if key in given], where, place)
        if "value" not in given:
            yield _fault(where, place, "has no value", None, f"Add value = {lever.historical!r} or another.")
            return
    value = given["value"] if isinstance(given, Mapping) else given
    wrong = lever.domain.fault(value)
    if wrong:
        words = getattr(lever.domain, "words_allowed", ())
        near = did_you_mean(value, words) if words and isinstance(value, str) else ""
        yield _fault(where, place, wrong, value, f"{near} It takes {lever.domain.words()}.".strip())


def _years(given: list[Any], where: str, place: str) -> Iterator[ThermidorError]:
    good = [year for year in given if isinstance(year, int) and not isinstance(year, bool) and year in YEARS]
    for year in given:
        if not any(year is one for one in good):
            yield _fault(where, place, "is not a year of the run", year, SPAN)
    if len(good) == 2 and good[0] > good[1]:
        yield _fault(where, place, "ends before it begins", good, "Put the earlier year first.")


def _predictions(plain: Mapping[str, Any], where: str) -> Iterator[ThermidorError]:
    given = plain.get("prediction", [])
    if not isinstance(given, list) or not all(isinstance(one, Mapping) for one in given):
        yield _fault(where, "prediction", "is not a list of tables", given, "Write sections [[prediction]].")
        return
    for number, one in enumerate(given, 1):
        yield from _told(one, where, f"prediction {number}")


def _told(one: Mapping[str, Any], where: str, place: str) -> Iterator[ThermidorError]:
    yield from _strangers(one, PREDICTION_KEYS, where, place)
    yield from _word(one, "theory", THEORIES, where, place, needed=True)
    yield from _word(one, "variable", tuple(METAS), where, place, needed="direction" in one or "share" in one)
    yield from _word(one, "side", SIDES, where, place, needed="share" in one)
    yield from _word(one, "odds", ODDS, where, place, needed="share" in one)
    if not isinstance(one.get("text"), str):
        yield _fault(where, f"{place}.text", "is missing or no text", one.get("text"), 'Add text = "...".')
    if one.get("direction", 0) not in (-1, 0, 1) or isinstance(one.get("direction"), bool):
        yield _fault(where, f"{place}.direction", "is no direction", one["direction"], "Take 1, 0 or -1.")
    share = one.get("share", 0.5)
    if isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share <= 1:
        yield _fault(where, f"{place}.share", "is no share of draws", share, "Take a number from 0 to 1.")
    if not isinstance(one.get("beyond", 0.0), int | float):
        yield _fault(
            where,
            f"{place}.beyond",
            "is not a number",
            one["beyond"],
            "Take a number in the variable's unit.",
        )
    years = one.get("years", list(YEARS[:2]))
    if not isinstance(years, list) or len(years) != 2:
        yield _fault(
            where, f"{place}.years", "is not a first and a last year", years, "Write years = [first, last]."
        )
    else:
        yield from _years(years, where, f"{place}.years")


def _word(
    one: Mapping[str, Any], key: str, known: tuple[str, ...], where: str, place: str, *, needed: bool
) -> Iterator[ThermidorError]:
    value = one.get(key)
    if value is None and needed:
        yield _fault(where, f"{place}.{key}", "is missing", None, did_you_mean("", known))
    elif value is not None and value not in known:
        yield _fault(where, f"{place}.{key}", f"unknown {key}", value, did_you_mean(str(value), known))


def _setting(given: Any) -> Setting:
    if isinstance(given, Mapping):
        return Setting(given["value"], given.get("from"), given.get("to"))
    return Setting(given)


def _prediction(one: Mapping[str, Any]) -> Prediction:
    return Prediction(**{**one, "years": tuple(one["years"]) if "years" in one else None})

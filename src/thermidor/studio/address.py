"""The state of a page is its address: page, theories, charts, draws, seed, and the scenario."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from .. import __version__
from ..errors import ThermidorError, did_you_mean, unknown
from ..outside import HISTORY, Scenario, scenario, scenario_ids, write_query
from ..outside.scenario import SCHEMA
from ..theories import THEORIES
from .fault import LONGEST_ADDRESS, from_query
from .quantities import CHOSEN, QUANTITIES

PAGES = ("explore", "compare", "claims", "record", "theories", "plan", "methods")
MOST_DRAWS, MOST_SEED, MOST_CHARTS, MOST_PINS = 2000, 2**31 - 1, 24, 4
MOVING, STILL = 64, 1000
OWN = ("page", "theory", "chart", "seed", "draws", "open", "pin", "view")
USUAL = ("degenerated-workers-state", "state-capitalism")
WORD = 200


@dataclass(frozen=True, slots=True)
class Asked:
    """What a page shows: where it stands, and what is run."""

    scenario: Scenario
    page: str = PAGES[0]
    theories: tuple[str, ...] = USUAL
    charts: tuple[str, ...] = CHOSEN
    seed: int = 1
    draws: int = STILL
    open: str = ""
    view: tuple[str, ...] = ()
    pins: tuple[Scenario, ...] = ()


def read(query: str) -> tuple[Asked, list[str]]:
    """Return the state of an address and what has to be said of it; raises ThermidorError with its faults."""
    if len(query) > LONGEST_ADDRESS:
        raise ThermidorError("is too long", "address", len(query), f"At most {LONGEST_ADDRESS:,} characters.")
    pairs = parse_qsl(query.removeprefix("?"), keep_blank_values=True)
    own = {key: [value[:LONGEST_ADDRESS] for name, value in pairs if name == key] for key in OWN}
    rest = [(key, value) for key, value in pairs if key not in OWN]
    return Asked(
        scenario=_scenario(rest),
        page=_known(own["page"][-1:] or [PAGES[0]], PAGES, "page")[0],
        theories=theories(own["theory"] or USUAL),
        charts=charts(own["chart"] or CHOSEN),
        seed=number(_last(own["seed"], "1"), "seed", 0, MOST_SEED),
        draws=number(_last(own["draws"], str(STILL)), "draws", 1, MOST_DRAWS),
        open=_last(own["open"], "")[:WORD],
        view=tuple(word[:WORD] for word in own["view"][:8]),
        pins=tuple(_scenario(parse_qsl(one, keep_blank_values=True)) for one in _few(own["pin"])),
    ), _notes(rest)


def write(one: Asked) -> str:
    """Return the address of a state, without its question mark; what is as usual is left out."""
    usual = Asked(one.scenario)
    pairs: list[tuple[str, object]] = [("page", one.page)]
    pairs += [("theory", name) for name in one.theories if one.theories != usual.theories]
    pairs += [("chart", name) for name in one.charts if one.charts != usual.charts]
    pairs += [(key, getattr(one, key)) for key in ("seed", "draws", "open") if _differs(one, usual, key)]
    pairs += [("view", word) for word in one.view]
    pairs += [("pin", spelled(pin)) for pin in one.pins]
    return f"{urlencode(pairs)}&{spelled(one.scenario)}"


def theories(names: Sequence[str]) -> tuple[str, ...]:
    """Return known theories in the given order, each once; raises ThermidorError for another."""
    return _known(list(dict.fromkeys(names)), tuple(THEORIES), "theory")


def charts(names: Sequence[str]) -> tuple[str, ...]:
    """Return known charts, each once; raises ThermidorError for another or for too many."""
    once = list(dict.fromkeys(names))
    if len(once) > MOST_CHARTS:
        raise ThermidorError("too many charts", "chart", len(once), f"At most {MOST_CHARTS} are drawn.")
    return _known(once, tuple(QUANTITIES), "chart")


def number(given: object, where: str, low: int, high: int) -> int:
    """Return a whole number within bounds; raises ThermidorError if it is none."""
    text = str(given).strip()
    fits = text.isascii() and text.isdigit() and len(text) <= len(str(high)) and low <= int(text) <= high
    if isinstance(given, bool) or not fits:
        raise ThermidorError("is no whole number in range", where, text[:40], f"Take {low} to {high:,}.")
    return int(text)


def _scenario(pairs: list[tuple[str, str]]) -> Scenario:
    """Return the scenario of an address: a packaged one by its id alone, else what its levers say."""
    given = dict(pairs)
    named = given.get("id", HISTORY)
    if given.keys() <= {"schema", "model", "id"} and given.get("schema", str(SCHEMA)) == str(SCHEMA):
        return scenario(named) if named in scenario_ids() else scenario_of(pairs)
    return scenario_of(pairs)


def scenario_of(pairs: list[tuple[str, str]]) -> Scenario:
    """Return the scenario that an address spells out; id and title may be left out."""
    keys = {key for key, _ in pairs}
    usual = {"id": "mine", "title": "My scenario"}
    return from_query(urlencode([*((k, v) for k, v in usual.items() if k not in keys), *pairs]))


def spelled(one: Scenario) -> str:
    """Return a scenario as an address; of a packaged one that is unchanged, the id alone."""
    if one.id in scenario_ids() and scenario(one.id) == one:
        return urlencode([("schema", SCHEMA), ("model", __version__), ("id", one.id)])
    return write_query(one, __version__)


def _notes(pairs: list[tuple[str, str]]) -> list[str]:
    made = _last([value for key, value in pairs if key == "model"], __version__)
    if made == __version__:
        return []
    return [f"This link was made with version {made[:40]}; numbers of version {__version__} may differ."]


def _known(names: list[str], known: tuple[str, ...], thing: str) -> tuple[str, ...]:
    for name in names:
        if name not in known:
            fault = unknown(thing, "address", name[:WORD], known)
            raise ThermidorError(fault.what, fault.where, fault.value, did_you_mean(name[:WORD], known))
    return tuple(names)


def _few(pins: list[str]) -> list[str]:
    if len(pins) > MOST_PINS:
        raise ThermidorError("too many pinned runs", "pin", len(pins), f"At most {MOST_PINS} are kept.")
    return pins


def _last(values: Iterable[str], usual: str) -> str:
    return [usual, *values][-1]


def _differs(one: Asked, usual: Asked, key: str) -> bool:
    return getattr(one, key) != getattr(usual, key)

"""The state of a page is its address: page, theories, charts, draws, seed, and the scenario."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlencode

from .. import __version__
from ..errors import ThermidorError, did_you_mean, unknown
from ..lab.kept import digest
from ..outside import HISTORY, Scenario, scenario, scenario_ids, write_query
from ..outside.scenario import SCHEMA
from ..theories import THEORIES
from . import view_words
from .fault import LONGEST_ADDRESS, from_query
from .quantities import CHOSEN, QUANTITIES

PAGES = ("explore", "compare", "claims", "record", "theories", "plan", "methods")
MOST_DRAWS, MOST_SEED, MOST_CHARTS, MOST_PINS, MOST_WORDS = 2000, 2**31 - 1, 24, 4, 32
MOVING, STILL = 64, 1000
OWN = ("page", "theory", "chart", "seed", "draws", "open", "pin", "view", "laws")
MINE = {"id": "mine", "title": "My scenario"}
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
    models = [value for key, value in rest if key == "model"]
    told = made_elsewhere("link", _last(models, ""), _last(own["laws"], ""))
    view = tuple(word[:WORD] for word in own["view"][:MOST_WORDS])
    told += view_words.left_out(view)
    return Asked(
        scenario=_scenario(rest, told),
        page=_known(own["page"][-1:] or [PAGES[0]], PAGES, "page")[0],
        theories=theories(own["theory"] or USUAL),
        charts=charts(own["chart"] or CHOSEN),
        seed=number(_last(own["seed"], "1"), "seed", 0, MOST_SEED),
        draws=number(_last(own["draws"], str(STILL)), "draws", 1, MOST_DRAWS),
        open=_last(own["open"], "")[:WORD],
        view=view,
        pins=tuple(_scenario(parse_qsl(one, keep_blank_values=True), told) for one in _few(own["pin"])),
    ), list(dict.fromkeys(told))


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


def shared(one: Asked) -> str:
    """Return the address of a state with the stamp of the laws and nothing left out: the usual changes."""
    pairs: list[tuple[str, object]] = [
        ("page", one.page),
        *(("theory", name) for name in one.theories),
        *(("chart", name) for name in one.charts),
        ("seed", one.seed),
        ("draws", one.draws),
        ("open", one.open),
        *(("view", word) for word in one.view),
        *(("pin", _in_full(pin)) for pin in one.pins),
        ("laws", digest()),
    ]
    return f"{urlencode([pair for pair in pairs if pair[1] != ''])}&{_in_full(one.scenario)}"


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


def _scenario(pairs: list[tuple[str, str]], told: list[str]) -> Scenario:
    """Return the scenario of an address; what has to be said of it is added to what is told."""
    given = dict(pairs)
    named = given.get("id", HISTORY)
    ours = given.get("schema", str(SCHEMA)) == str(SCHEMA)
    alone = ours and given.keys() <= {"schema", "model", "id"}
    if alone and named in scenario_ids():
        return scenario(named)
    if alone and named != MINE["id"]:
        words = [f"There is no packaged scenario '{named[:WORD]}'.", did_you_mean(named, scenario_ids())]
        told.append(" ".join(filter(None, [*words, "History is shown."])))
        return scenario(HISTORY)
    return _true_to_its_id(scenario_of(pairs), told)


def _true_to_its_id(one: Scenario, told: list[str]) -> Scenario:
    """Return a packaged scenario if these are its levers; with others it is one's own, not of that id."""
    if one.id not in scenario_ids():
        return one
    known = scenario(one.id)
    if known.levers == one.levers:
        return known
    told.append(f"The levers are not those of the packaged scenario '{one.id}': it is shown as one's own.")
    title = f"{one.title}, changed" if one.title == known.title else one.title
    return replace(one, id=MINE["id"], title=title)


def scenario_of(pairs: list[tuple[str, str]]) -> Scenario:
    """Return the scenario that an address spells out; id and title may be left out."""
    keys = {key for key, _ in pairs}
    return from_query(urlencode([*((k, v) for k, v in MINE.items() if k not in keys), *pairs]))


def spelled(one: Scenario) -> str:
    """Return a scenario as an address; of a packaged one that is unchanged, the id alone."""
    if one.id in scenario_ids() and scenario(one.id) == one:
        return urlencode([("schema", SCHEMA), ("model", __version__), ("id", one.id)])
    return write_query(one, __version__)


def _in_full(one: Scenario) -> str:
    """Return a scenario with its levers; what is known of a packaged one besides is found by its id."""
    if one.id in scenario_ids() and scenario(one.id) == one:
        one = replace(one, metric="", anchors=(), predictions=())
    return write_query(one, __version__)


def made_elsewhere(what: str, model: str, laws: str) -> list[str]:
    """Return what has to be said of a link or file of another version, or of other laws; empty if unknown."""
    if model and model != __version__:
        made, here = f"with version {model[:40]}", f"version {__version__}"
    elif laws and laws != digest():
        made, here = f"under laws of the stamp {laws[:40]}", f"those here, {digest()},"
    else:
        return []
    return [f"This {what} was made {made}; numbers of {here} may differ."]


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

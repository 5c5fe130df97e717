"""Kept results that compare the theories; what is missing or of other laws is told, not shown."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, TypeVar

from .. import __version__
from ..errors import ThermidorError
from ..fit.stamp import stamp as fit_stamp
from ..lab import fitted, slots_kept, tournament_tables
from ..lab.kept import digest
from ..lab.slots_kept import Kept
from ..lab.tournament_tables import Tables

Told = Mapping[str, Any]
T = TypeVar("T")
FORECASTS = (
    "thermidor freeze --out FITS; thermidor tournament --fits FITS --out src/thermidor/data/tournament"
)
EVIDENCE = "thermidor fit --all --keep src/thermidor/data/fits"
TWINS = "thermidor twin --out src/thermidor/data/twin/twin-1992.json"
SLOTS = "thermidor slots --all --keep src/thermidor/data/slots"


@dataclass(frozen=True, slots=True)
class Lacking:
    """Why a result is not shown, as a sentence, and the command that makes it."""

    why: str
    command: str


@dataclass(frozen=True, slots=True)
class Results:
    """Tables of the tournament, fits to the whole record, twins, slots; None for each that cannot be shown.

    ``lacking`` says why.
    """

    tournament: Tables | None
    fits: Told | None
    twin: Told | None
    slots: Kept | None
    lacking: tuple[Lacking, ...] = ()


def results() -> Results:
    """Return what is kept under this version's laws and record; without twins no evidence is shown."""
    tournament, one = _checked(_tournament(), lambda _: tournament_tables.fresh(), "Forecasts", FORECASTS)
    twin, two = _checked(_twin(), _trusted, "Twins, without which no evidence of fits is shown,", TWINS)
    fits, three = _checked(_fits(), lambda told: told.get("laws") == digest(), "Fits to all years", EVIDENCE)
    slots, four = _checked(_slots(), lambda kept: kept.fresh, "Shares of slots", SLOTS)
    lacking = tuple(why for why in (one, two, three, four) if why)
    return Results(tournament, fits if twin else None, twin, slots, lacking)


def _checked(
    found: T | None, fresh: Callable[[T], bool], what: str, command: str
) -> tuple[T | None, Lacking | None]:
    """Return what was found if it holds here, else nothing and why."""
    if found is None:
        return None, Lacking(f"{what} are not kept with this version.", command)
    if not fresh(found):
        return None, Lacking(f"{what} were made under other laws or another record than these.", command)
    return found, None


def _trusted(told: Told) -> bool:
    return (told.get("version"), told.get("stamp")) == (__version__, fit_stamp())


def _tournament() -> Tables | None:
    return tournament_tables.kept() if tournament_tables.about() else None


def _twin() -> Told | None:
    found = [one for one in (files("thermidor") / "data" / "twin").iterdir() if one.name.endswith(".json")]
    return json.loads(max(found, key=lambda one: one.name).read_text(encoding="utf-8")) if found else None


def _fits() -> Told | None:
    try:
        return fitted.about()
    except ThermidorError:
        return None


def _slots() -> Kept | None:
    try:
        return slots_kept.kept()
    except ThermidorError:
        return None

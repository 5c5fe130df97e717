"""How the comparison is made, what is forced, how the parameters were found, and what cannot be said."""

from functools import cache
from importlib.metadata import version as installed
from platform import python_version
from typing import Any

from .. import __version__
from ..claims.series import FIRST_YEAR
from ..claims.verdict import LIKELY
from ..frame.forcing import FORCINGS
from ..lab import calibrate, kept, shelved
from ..lab.observe import OBSERVED
from ..lab.patterns import PATTERNS
from ..lab.thin import THIN
from ..outside import LEVERS
from ..report import about
from ..report.number import band, percent
from .address import MOVING, STILL
from .start import CITATION, LICENCE

VERSIONS = ("jax", "numpy", "starlette", "uvicorn")


@cache
def sections() -> dict[str, Any]:
    """Return the text in sections; tables are made from what the code reads."""
    return {"sections": [_how(), _draws(), _series(), _patterns(), _forced(), _claims(), _limits(), _cite()],
            "versions": versions()}  # fmt: skip


def versions() -> dict[str, str]:
    """Return the versions on which numbers depend."""
    return {
        "thermidor": __version__, "laws": kept.digest(), "python": python_version(),
        **{name: installed(name) for name in VERSIONS},
    }  # fmt: skip


def _how() -> dict[str, Any]:
    seen = (
        f"{about.ONE_MODEL} A line is the median of a theory's draws. On Explore, and on Compare side by "
        "side, the darker band holds the central 50 % of them and the lighter one 90 %; in one chart "
        f"theories are drawn without bands. {about.DRAWN} 'Numbers' under a chart opens them as a table."
    )
    deaths = (
        f"{about.PEOPLE}: Explore can draw them by year, and tells deaths by famine and by repression among "
        f"its headline numbers. {about.WIDE_APART}"
    )
    return _section("how", "How the comparison is made", [seen, about.CENTRED, deaths])


def _draws() -> dict[str, Any]:
    fitted = about.FITTED.format(first=FIRST_YEAR, last=calibrate.LAST_YEAR)
    moving = (
        f"While a lever moves, the page shows the first {MOVING} draws of the packaged ensemble; when it "
        f"rests, {STILL:,}. Draws, seed and scenario fix every number: the same address gives the same "
        "numbers on the same version, and so do the command line and Python."
    )
    return _section("draws", "Parameters and draws", [fitted, moving])


def _series() -> dict[str, Any]:
    use = {True: "forced", False: "scored"}
    rows = [
        [one.label, one.unit, _error(one.error, one.absolute), use[one.forced], one.series]
        for one in OBSERVED
    ]
    text = [
        "The allowed error is the distance from the record that is allowed to a model of this kind beside "
        "the record's own range: a share, on a log scale, for levels and indices; an amount for shares and "
        "for indices between nought and one.",
        "A forced series is given to every run from outside: agreement with it says nothing, and no score "
        "counts it.",
    ]
    return _section("series", "Series against which runs are held", text,
                    ["quantity", "unit", "allowed error", "use", "series"], rows)  # fmt: skip


def _patterns() -> dict[str, Any]:
    rows = [[one.meaning, band(one.low, one.high, one.is_year), one.source] for one in PATTERNS]
    text = ["A pattern is met in a draw if its measure lies within the band; the band comes from the record."]
    return _section("patterns", "Patterns of history", text, ["pattern", "band", "source"], rows)


def _forced() -> dict[str, Any]:
    rows = [[name, one.unit, one.meaning] for name, one in FORCINGS.items()]
    return _section(
        "forced", "What is forced from outside", [about.FORCED], ["forcing", "unit", "meaning"], rows
    )


def _claims() -> dict[str, Any]:
    made = shelved.about()
    text = [
        f"A theory's runs bear a claim out, or speak against it, if at least {percent(LIKELY)} of its draws "
        "say so; otherwise the claim stays open. The record leaves a claim open as soon as one reading of it "
        "says otherwise than another.",
        f"The board was made with version {made['version']}, {made['draws']} draws per theory, seed "
        f"{made['seed']}, by ``{made['command']}``.",
    ]  # fmt: skip
    return _section("claims", "Claims", text)


def _limits() -> dict[str, Any]:
    rows = [[name, what] for name, what in THIN.items()]
    levers = [one for one in LEVERS.values() if one.ours]
    text = ["What the canon asks and the equations hold only in part is listed here.",
            *(f"The lever ``{one.id}`` is not of the canon: {one.ours}." for one in levers)]  # fmt: skip
    return _section("limits", "Limits", text, ["mechanism", "what is missing"], rows)


def _cite() -> dict[str, Any]:
    return _section("cite", "How to cite, licence", [CITATION, LICENCE])


def _section(
    id: str,
    title: str,
    text: list[str],
    columns: list[str] | None = None,
    rows: list[list[str]] | None = None,
) -> dict[str, Any]:
    held = None if columns is None else {"columns": columns, "rows": rows or []}
    return {"id": id, "title": title, "paragraphs": [" ".join(one.split()) for one in text], "table": held}


def _error(size: float, absolute: bool) -> str:
    return f"{size:g}" if absolute else percent(size)

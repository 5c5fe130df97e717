"""A run to take along: numbers as CSV, scenario as TOML, metadata, a README with licence and citation."""

import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ..outside import YEARS
from ..record import sources
from . import address, beside, share
from .desk import LEVELS, Answer, Found, Question
from .engine import key
from .frame import summary
from .methods import versions
from .quantities import QUANTITIES
from .record import write_csv
from .reply import plain
from .start import CITATION, LICENCE

RUNS = ("theory", "series", "quantity", "unit", "year", *(f"p{level}" for level in LEVELS))
PINS = ("pin", "scenario", *RUNS)
COMPARED = ("letter", "scenario", *RUNS)
RECORD = ("series", "quantity", "unit", "year", "low", "value", "high", "quality", "sources")
NEXT = "\n"
# A zip file wants a date; this one, the earliest it knows, keeps equal runs equal to the last byte.
LONG_AGO = (1980, 1, 1, 0, 0, 0)


def zipped(
    asked: address.Asked, answer: Answer, pins: Sequence[Answer] = (), compared: Sequence[Answer] = ()
) -> bytes:
    """Return a zip file of the run of an address, of history, pinned runs and compared scenarios."""
    about = json.dumps(plain(metadata(asked, answer)), indent=2, ensure_ascii=False)
    parts = {
        "runs.csv": write_csv(RUNS, _rows(answer.run, asked.charts)),
        "baseline.csv": write_csv(RUNS, _rows(answer.base, asked.charts)),
        "pins.csv": write_csv(PINS, _lettered(pins)),
        "compared.csv": write_csv(COMPARED, _lettered(compared)),
        "record.csv": write_csv(RECORD, _record(answer)),
        "sources.csv": write_csv(("source", "citation", "address", "licence"), _sources(answer)),
        "scenario.toml": share.toml(asked),
        "metadata.json": about + "\n",
        "README.txt": readme(asked),
    }  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as held:
        for name, text in parts.items():
            held.writestr(zipfile.ZipInfo(name, LONG_AGO), text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def metadata(asked: address.Asked, answer: Answer) -> dict[str, Any]:
    """Return what the numbers are of: scenario, draws, seed, versions, headlines."""
    told = {name: value for name, value in summary(answer, True).items() if name not in ("ms", "cached")}
    return {
        "citation": CITATION, "licence": LICENCE, "versions": versions(), "scenario": asked.scenario.plain(),
        "address": address.shared(asked), "levels": list(LEVELS), **told,
        "pins": [_of(one) for one in beside.pinned(asked)],
        "compared": [
            {"letter": letter, **_of(one)}
            for letter, one in zip(beside.LETTERS, beside.compared(asked), strict=False)
        ],
        "quantities": {name: _about(name) for name in asked.charts},
    }  # fmt: skip


def readme(asked: address.Asked) -> str:
    """Return what the files hold, how they were made, and under which licence."""
    made = ", ".join(f"{name} {version}" for name, version in versions().items())
    return f"""{CITATION}

runs.csv       quantiles over draws ({", ".join(f"{one} %" for one in LEVELS)}) by theory, quantity and year
baseline.csv   the same theories, draws and seed under history
pins.csv       the pinned runs, if there are any
compared.csv   where scenarios are compared: all of them under one theory, by letter; A is that of runs.csv
record.csv     the recorded series held against them, each with its range; source keys
sources.csv    what the keys stand for, with the licence of each source
scenario.toml  the scenario: read by the command line, by Python and by the studio
metadata.json  scenario, draws, seed, versions, headline numbers, address

Draws per theory: {asked.draws}; seed: {asked.seed}; scenario hash: {key(asked.scenario)}
What varies inside a band: parameters and chance. What does not: the theory's structure.

The same numbers by the command line:
  {share.command(asked).replace(NEXT, NEXT + "  ")}
The same numbers in the studio: the address of the studio followed by
  ?{address.shared(asked)}

Versions: {made}
Licence: {LICENCE}
"""


def _rows(runs: Mapping[str, Found], charts: Sequence[str]) -> Iterator[tuple[object, ...]]:
    for theory, found in runs.items():
        for name in charts:
            one = QUANTITIES[name]
            for year, row in zip(YEARS, found.bands[name].T, strict=True):
                yield theory, name, one.title, one.unit, year, *(float(x) for x in row)


def _of(one: Question) -> dict[str, Any]:
    return {"theories": one.theories, "scenario": one.scenario.plain()}


def _lettered(answers: Sequence[Answer]) -> Iterator[tuple[object, ...]]:
    for letter, one in zip(beside.LETTERS, answers, strict=False):
        for row in _rows(one.run, one.question.charts):
            yield letter, one.question.scenario.title, *row


def _record(answer: Answer) -> Iterator[tuple[object, ...]]:
    for name in answer.question.charts:
        one = QUANTITIES[name]
        if one.observed is not None:
            for row in one.observed.record().itertuples():
                yield (
                    name,
                    one.title,
                    one.unit,
                    row.year,
                    row.low,
                    row.value,
                    row.high,
                    row.quality,
                    row.source,
                )


def _sources(answer: Answer) -> Iterator[tuple[object, ...]]:
    observed = [QUANTITIES[name].observed for name in answer.question.charts]
    cells = [cell for one in observed if one is not None for cell in one.record()["source"]]
    wanted = {key for cell in cells for key in str(cell).split(";")}
    known = sources()
    yield from known[known["source"].isin(wanted)][["source", "citation", "address", "licence"]].to_numpy(
        object
    )


def _about(name: str) -> dict[str, str | bool]:
    one = QUANTITIES[name]
    return {"title": one.title, "unit": one.unit, "recorded": one.observed is not None}

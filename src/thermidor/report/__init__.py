"""The report: one self-contained HTML file from any run, to be read, printed and passed on."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .. import files, outside
from ..errors import ThermidorError
from ..lab.ensemble import Frames
from ..outside.scenario import Scenario
from .about import About
from .page import page

if TYPE_CHECKING:
    from ..lab.counterfactual import Answer

__all__ = ["write"]


def write(
    runs: Mapping[str, Frames],
    path: Path,
    *,
    scenario: Scenario | str,
    draws: int,
    seed: int,
    parameters: str,
    version: str,
    prior: bool,
    fitted: bool = False,
    answers: Sequence["Answer"] = (),
    command: str = "",
) -> Path:
    """Write a report of runs as one HTML file, atomically, and return its path.

    ``runs``: fields of shape (draw, year, ...) by theory id. ``scenario``: a scenario or the id of one.
    ``parameters``: where they come from, in words; ``fitted``: to the whole record. ``answers``:
    counterfactual predictions to show beside the runs. ``command``: the command that made the report; the
    Python call if none. Raises ThermidorError if there are no runs, or the file cannot be written.
    """
    if not runs:
        raise ThermidorError("no runs to report", "report", remedy="Name at least one theory.")
    chosen = outside.scenario(scenario) if isinstance(scenario, str) else scenario
    made = command or f"thermidor.run({list(runs)}, {chosen.id!r}, draws={draws}, seed={seed}, prior={prior})"
    about = About(chosen, draws, seed, parameters, version, prior, made, fitted)
    return files.write_text(path, page(runs, about, answers))

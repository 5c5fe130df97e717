"""The example notebooks run from the first cell to the last; the results kept in them are whole and small."""

from pathlib import Path

import pytest

pytest.importorskip("nbclient", reason="the notebooks are run by the Python package nbclient")

from tools.notebooks.execute import executed, read

FOLDER = Path(__file__).parents[1] / "docs" / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
LARGEST = 200_000  # bytes


def kinds(notebook):
    """Return the kinds of result of every cell of code."""
    return [
        [sorted(one.get("data", {one.output_type: ""})) for one in cell.outputs]
        for cell in notebook.cells
        if cell.cell_type == "code"
    ]


def test_there_are_three():
    assert len(NOTEBOOKS) == 3


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_gives_what_is_kept(path):
    kept = read(path)
    assert path.stat().st_size < LARGEST
    assert kept.cells[0].source.startswith("# ")
    assert all(kinds(kept)), "a cell of code has no result: run python -m tools.notebooks docs/notebooks"
    assert "error" not in str(kinds(kept))
    assert kinds(executed(kept)) == kinds(kept)

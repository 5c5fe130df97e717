"""Run a notebook in a fresh kernel, and keep what it says without times and versions of the machine."""

from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import NotebookNode
from traitlets.config import Config

PATIENCE = 300  # seconds for one cell: the first run of a model compiles it
NO_PORT = Config({"KernelManager": {"transport": "ipc"}})  # the kernel is spoken to by files
KERNEL = {"display_name": "Python 3", "language": "python", "name": "python3"}


def read(path: Path) -> NotebookNode:
    """Return a notebook; raises nbformat's ValidationError if it is none."""
    notebook = nbformat.read(path, as_version=4)
    nbformat.validate(notebook)
    return notebook


def executed(notebook: NotebookNode) -> NotebookNode:
    """Return the notebook run from first cell to last; raises CellExecutionError where a cell fails."""
    made = nbformat.from_dict(notebook)
    client = NotebookClient(
        made, timeout=PATIENCE, kernel_name=KERNEL["name"], record_timing=False, config=NO_PORT
    )
    client.execute()
    made.metadata = nbformat.from_dict({"kernelspec": KERNEL, "language_info": {"name": "python"}})
    return made


def write(path: Path, notebook: NotebookNode) -> None:
    """Write a notebook."""
    path.write_text(nbformat.writes(notebook) + "\n", encoding="utf-8")

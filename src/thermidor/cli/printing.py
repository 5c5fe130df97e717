"""What commands print: tables and JSON on standard output, progress on standard error."""

import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import click
from rich.console import Console, Group, RenderableType
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

WIDE = 160  # columns where the output is no terminal: narrower would fold what scripts and logs read

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON instead of a table.")


def show(thing: RenderableType) -> None:
    """Print a table or text."""
    console = Console()
    if not console.is_terminal:
        console = Console(width=WIDE)
    console.print(thing)


def show_json(data: Any) -> None:
    """Print plain data as JSON; a number that is not finite becomes null."""
    click.echo(json.dumps(_finite(data), ensure_ascii=False, indent=2))


def table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Group:
    """Return a table of ready texts under its title."""
    made = Table()  # its own title would be folded to the table's width
    for column in columns:
        made.add_column(column, overflow="fold")
    for row in rows:
        made.add_row(*map(escape, row))
    return Group(Text(title, style="bold"), made)


@contextmanager
def progress(doing: str, total: int) -> Iterator[Callable[[int], None]]:
    """Show a bar on standard error, if that is a terminal; yields what is told of each further step."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(doing, total=total)
        yield lambda steps: bar.advance(task, steps)


def _finite(data: Any) -> Any:
    if isinstance(data, Mapping):
        return {str(key): _finite(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_finite(value) for value in data]
    if hasattr(data, "item"):  # a number of NumPy
        return _finite(data.item())
    return None if isinstance(data, float) and not math.isfinite(data) else data

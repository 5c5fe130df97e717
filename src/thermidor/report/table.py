"""Real tables: caption, column and row headers with scope, a bar behind a share."""

from collections.abc import Sequence
from dataclasses import dataclass

from .html import slug, tag, text
from .number import percent


@dataclass(frozen=True, slots=True)
class Cell:
    """Text of a cell; ``share`` (0 to 1) draws a bar behind it; ``mark`` is a class of the style sheet."""

    said: str
    share: float | None = None
    mark: str = ""


def share(value: float) -> Cell:
    """Return a cell that tells a share and shows it; nought is said in a word."""
    return Cell(percent(value), value) if value else Cell("none")


def tight(said: str) -> Cell:
    """Return a cell whose text stays on one line."""
    return Cell(said, mark="tight")


def table(caption: str, columns: Sequence[str], rows: Sequence[Sequence[str | Cell]]) -> str:
    """Return a table whose first column heads the rows, inside a frame that scrolls by keyboard too."""
    head = tag("thead", tag("tr", "".join(tag("th", text(c), scope="col") for c in columns)))
    body = tag("tbody", "\n".join(tag("tr", _row(row)) for row in rows))
    whole = tag("table", f"{tag('caption', text(caption))}\n{head}\n{body}")
    return tag("div", whole, class_="wide", tabindex=0, role="region", aria_label=caption)


def unfolding(title: str, inner: str) -> str:
    """Return content that opens on demand."""
    return tag("details", f"{tag('summary', text(title))}\n{inner}")


def target(name: str) -> str:
    """Return the id under which a series can be linked."""
    return f"series-{slug(name)}"


def _row(cells: Sequence[str | Cell]) -> str:
    first, *rest = (one if isinstance(one, Cell) else Cell(one) for one in cells)
    return tag("th", text(first.said), scope="row") + "".join(_cell(one) for one in rest)


def _cell(one: Cell) -> str:
    if one.share is None:
        return tag("td", text(one.said), class_=one.mark or None)
    return tag("td", text(one.said), class_="bar", style=f"--share:{100 * one.share:.0f}%")

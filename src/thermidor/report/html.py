"""Marked-up text from plain text; everything from outside is escaped here and nowhere else."""

from collections.abc import Iterable
from html import escape


def text(value: object) -> str:
    """Return text safe inside an element or a quoted attribute."""
    return escape(str(value), quote=True)


def tag(name: str, inner: str = "", **attributes: str | int | None) -> str:
    """Return an element around marked-up content; ``class_`` stands for class, underscores for hyphens.

    >>> tag("th", "a", scope="row", class_="x", id=None)
    '<th scope="row" class="x">a</th>'
    """
    given = {n.rstrip("_").replace("_", "-"): v for n, v in attributes.items() if v is not None}
    head = "".join(f' {n}="{text(v)}"' for n, v in given.items())
    return f"<{name}{head}>{inner}</{name}>"


def paragraphs(*sentences: str) -> str:
    """Return plain texts as paragraphs, empty ones left out."""
    return "\n".join(tag("p", text(one)) for one in sentences if one)


def listing(items: Iterable[str]) -> str:
    """Return plain texts as a list; nothing if there is none."""
    rows = "".join(tag("li", text(one)) for one in items)
    return tag("ul", rows) if rows else ""


def slug(value: str) -> str:
    """Return an id for a link.

    >>> slug("coded.us_ussr tension")
    'coded-us-ussr-tension'
    """
    return "-".join("".join(c if c.isalnum() else " " for c in value.lower()).split())

"""The pages' own files, listed once at the start: what is not in the list does not exist."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable

TYPES = {
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8",
    "svg": "image/svg+xml", "png": "image/png", "ico": "image/x-icon", "json": "application/json",
    "woff2": "font/woff2", "webmanifest": "application/manifest+json", "txt": "text/plain; charset=utf-8",
}  # fmt: skip
FOLDER = "static"
NO_PAGES = (
    b"<!doctype html><html lang=en><title>Thermidor studio</title><h1>Thermidor studio</h1>"
    b"<p>The pages have not been built. The data are here all the same, under <code>/api/</code>."
)


@dataclass(frozen=True, slots=True)
class File:
    """Content, type, tag, and whether its name changes with its content."""

    content: bytes
    type: str
    tag: str
    lasting: bool


@cache
def packaged() -> Mapping[str, File]:
    """Return every file of the pages by its path in an address."""
    found = {path: _file(path, one) for path, one in _walk(files("thermidor.studio") / FOLDER, "")}
    index = found.pop("/index.html", None) or File(NO_PAGES, TYPES["html"], '"none"', False)
    return {**found, "/": index}


def _walk(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    if not folder.is_dir():
        return
    for one in folder.iterdir():
        here = f"{path}/{one.name}"
        if one.is_dir():
            yield from _walk(one, here)
        elif one.name.rpartition(".")[2] in TYPES:
            yield here, one


def _file(path: str, one: Traversable) -> File:
    content = one.read_bytes()
    kind = TYPES[path.rpartition(".")[2]]
    return File(content, kind, f'"{sha256(content).hexdigest()[:16]}"', path.startswith("/assets/"))

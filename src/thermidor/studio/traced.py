"""A traced programme of the studio, kept as ``lab.programme`` keeps that of the laboratory."""

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import jax
from jax import export

from ..errors import ThermidorError
from ..files import write_bytes
from ..lab.cache import folder
from ..lab.programme import DIGEST, key

Forms = tuple[tuple[tuple[int, ...], str], ...]


def traced(source: Path, programme: Callable[..., Any], forms: Forms, about: str) -> Callable[..., Any]:
    """Return a compiled programme for arguments of these shapes and types, traced only where it is not kept.

    ``source``: the file it is written in; a change of its text, or of the engine's, makes it anew. ``about``:
    what else it depends on.
    """
    name = key(sha256(source.read_bytes()).hexdigest() + about, forms)
    place = folder() / f"{source.stem}-{name}.traced"
    known = _read(place)
    given = [jax.ShapeDtypeStruct(*form) for form in forms]
    found = export.deserialize(bytearray(known)) if known else _made(programme, given, place)
    return jax.jit(found.call).lower(*given).compile()  # left to the calls, it is compiled twice


def _made(
    programme: Callable[..., Any], given: Sequence[jax.ShapeDtypeStruct], place: Path
) -> export.Exported:
    """Trace the programme and keep it, if the folder can be written."""
    found = export.export(jax.jit(programme))(*given)
    content = bytes(found.serialize())
    try:
        write_bytes(place, sha256(content).digest() + content)
    except ThermidorError:
        return found
    return found


def _read(place: Path) -> bytes | None:
    """Return what is kept, or None where there is nothing, or it is damaged."""
    try:
        held = place.read_bytes()
    except OSError:
        return None
    return held[DIGEST:] if sha256(held[DIGEST:]).digest() == held[:DIGEST] else None

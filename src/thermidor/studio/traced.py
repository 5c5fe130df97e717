"""A traced programme of the studio, kept as ``lab.programme`` keeps that of the laboratory."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

import jax

from ..lab.cache import folder
from ..lab.programme import exported, key

Forms = tuple[tuple[tuple[int, ...], str], ...]


def traced(source: Path, programme: Callable[..., Any], forms: Forms, about: str) -> Callable[..., Any]:
    """Return a compiled programme for arguments of these shapes and types, traced only where it is not kept.

    ``source``: the file it is written in; a change of its text, or of the engine's, makes it anew. ``about``:
    what else it depends on.
    """
    name = key(sha256(source.read_bytes()).hexdigest() + about, forms)
    given = [jax.ShapeDtypeStruct(*form) for form in forms]
    found = exported(programme, given, folder() / f"{source.stem}-{name}.traced")
    return jax.jit(found.call).lower(*given).compile()  # left to the calls, it is compiled twice

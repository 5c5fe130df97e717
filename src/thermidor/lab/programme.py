"""The traced programme, kept beside what is compiled, so that only the first run of a version traces it."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import jax
import numpy as np
from jax import Array, export

from ..errors import ThermidorError
from ..files import write_bytes
from ..run import simulate
from .cache import folder

PACKAGE = Path(__file__).parents[1]
TRACED = ("frame", "mechanisms", "run.py")  # what the programme is made of
DIGEST = sha256().digest_size


def programme(*given: Any) -> Callable[..., Array]:
    """Return :func:`thermidor.run.simulate` for arguments of these forms, to be called with their leaves."""
    leaves, tree = jax.tree.flatten(given)
    return ready(tree, tuple((np.shape(leaf), str(leaf.dtype)) for leaf in leaves))


@lru_cache(maxsize=8)
def ready(tree: Any, forms: tuple[tuple[tuple[int, ...], str], ...]) -> Callable[..., Array]:
    """Return the programme for arguments of a structure and of these shapes and types."""
    place = folder() / f"simulate-{key(tree, forms)}.traced"
    given = [jax.ShapeDtypeStruct(*form) for form in forms]
    return jax.jit(exported(lambda *leaves: simulate(*jax.tree.unflatten(tree, leaves)), given, place).call)


def exported(
    programme: Callable[..., Any], given: Sequence[jax.ShapeDtypeStruct], place: Path
) -> export.Exported:
    """Return what is kept of a programme for such arguments; else trace it, and keep it if that can be."""
    made = kept(place, lambda: bytes(export.export(jax.jit(programme))(*given).serialize()))
    return export.deserialize(bytearray(made))


def kept(place: Path, make: Callable[[], bytes]) -> bytes:
    """Return what is kept at a place; where there is nothing, or it is damaged, make it, and keep it."""
    known = _read(place)
    if known is not None:
        return known
    made = make()
    with suppress(ThermidorError):
        write_bytes(place, sha256(made).digest() + made)
    return made


def _read(place: Path) -> bytes | None:
    """Return what is kept, or None where there is nothing, or it is damaged."""
    try:
        held = place.read_bytes()
    except OSError:
        return None
    return held[DIGEST:] if sha256(held[DIGEST:]).digest() == held[:DIGEST] else None


def key(tree: Any, forms: tuple) -> str:
    """Return a name for all it depends on: the engine's text, JAX, device, and forms of arguments."""
    about = (jax.__version__, jax.default_backend(), str(tree), forms, engine_text())
    return sha256(repr(about).encode()).hexdigest()[:32]


@cache
def engine_text() -> str:
    """Return a digest of all the programme is made of."""
    files = [file for part in TRACED for file in _files(PACKAGE / part)]
    return sha256(b"\0".join(file.read_bytes() for file in files)).hexdigest()


def _files(place: Path) -> list[Path]:
    return sorted(place.rglob("*.py")) if place.is_dir() else [place]

"""Files that are written wholly or not at all."""

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from thermidor.errors import Kind, ThermidorError

USAGE = 2  # what a command answers that was called wrongly
FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def write(path: str | Path, make: Callable[[Path], object]) -> Path:
    """Let ``make`` write a file or folder at a temporary place, then put it at ``path`` in one step.

    Raises ThermidorError if the place is not writable or the disk is full; an older file at
    ``path`` is then as it was.
    """
    target = Path(path)
    temporary = target.with_name(f".{target.name}.{uuid4().hex}.tmp")
    with told(target):
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            make(temporary)
            _flush(temporary)
            _put(temporary, target)
        finally:
            _remove(temporary)
    return target


def write_bytes(path: str | Path, content: bytes) -> Path:
    """Write bytes to a file, wholly or not at all; see :func:`write`."""
    return write(path, lambda temporary: temporary.write_bytes(content))


def write_text(path: str | Path, content: str) -> Path:
    """Write text in UTF-8 to a file, wholly or not at all; see :func:`write`."""
    return write_bytes(path, content.encode())


def check_writable(folder: str | Path) -> Path:
    """Make the folder if need be and try that it can be written, before any long work.

    Raises ThermidorError if it cannot.
    """
    place = Path(folder)
    probe = place / f".{uuid4().hex}.tmp"
    with told(place):
        try:
            place.mkdir(parents=True, exist_ok=True)
            probe.touch()
        finally:
            _remove(probe)
    return place


def folder_of(arguments: Sequence[str]) -> Path:
    """Return the folder that a page command was given; ends the program with its usage if it is none.

    A word that is no folder yet is not made one: it may be an option, or a slip.
    """
    if len(arguments) == 2 and Path(arguments[1]).is_dir():
        return Path(arguments[1])
    given = " ".join(arguments[1:]) or "nothing"
    sys.stderr.write(f"usage: python -m MODULE FOLDER, where FOLDER exists; given was: {given}\n")
    raise SystemExit(USAGE)


@contextmanager
def told(target: Path) -> Iterator[None]:
    """Tell an error of the operating system as a fault that a user can mend."""
    try:
        yield
    except OSError as error:
        raise _fault(target, error) from error


def _fault(target: Path, error: OSError) -> ThermidorError:
    if error.errno in FULL or "No space left" in str(error):
        return ThermidorError(
            "the disk is full; nothing was written",
            str(target),
            remedy="Free some space or choose another folder.",
            kind=Kind.NOT_WRITABLE,
        )
    reason = error.strerror or str(error)
    return ThermidorError(
        f"cannot be written ({reason})",
        str(target),
        remedy="Choose a folder in which you may write.",
        kind=Kind.NOT_WRITABLE,
    )


def _flush(path: Path) -> None:
    """Wait until the content is on the disk, or a crash could leave an empty file under the final name."""
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        if file.is_file():
            with file.open("rb+") as opened:
                os.fsync(opened.fileno())


def _put(temporary: Path, target: Path) -> None:
    """Move into place; an older folder steps aside first, for a folder cannot replace a full one."""
    if not target.is_dir():
        temporary.replace(target)
        return
    if not temporary.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(target))
    aside = target.with_name(f"{temporary.name}.old")
    target.replace(aside)
    try:
        temporary.replace(target)
    except OSError:
        aside.replace(target)
        raise
    _remove(aside)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
        return
    try:
        path.unlink(missing_ok=True)
    except NotADirectoryError:  # the parent is a file: there is nothing to remove
        return

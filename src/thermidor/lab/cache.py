"""Where compiled programmes are kept between runs, so that only the first run of a version compiles."""

import os
from pathlib import Path

import jax


def folder() -> Path:
    """Return the folder of compiled programmes: THERMIDOR_CACHE, else the user's cache folder."""
    chosen = os.environ.get("THERMIDOR_CACHE")
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(chosen) if chosen else Path(base) / "thermidor" / "compiled"


def keep_compiled() -> None:
    """Let JAX keep what it compiles; where the folder cannot be written, run without."""
    place = folder()
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError:
        return
    jax.config.update("jax_compilation_cache_dir", str(place))
    jax.config.update("jax_persistent_cache_min_compile_time_secs", 0.05)
    jax.config.update("jax_persistent_cache_min_entry_size_bytes", 0)

"""From arrays to labelled data: xarray datasets with units, meanings and provenance."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import xarray as xr

from .. import __version__
from ..files import write
from ..frame.axes import LABELS
from ..frame.derived import DERIVED
from ..frame.state import METAS
from .ensemble import Frames


def dataset(
    frames: Mapping[str, Frames], years: Sequence[int], **provenance: str | int | float
) -> xr.Dataset:
    """Return runs as a dataset with dims (theory, draw, year, ...).

    ``frames``: fields of shape (draw, year, ...) by theory id. Every variable carries unit and meaning.
    """
    theories = list(frames)
    names = [*METAS, *DERIVED, *(n for n in frames[theories[0]] if n.startswith("residual_"))]
    variables = {name: _variable(name, [frames[t] for t in theories]) for name in names}
    draws = len(frames[theories[0]]["gdp"])
    coords = {"theory": theories, "draw": np.arange(draws), "year": np.asarray(years)}
    axes = {axis: list(LABELS[axis]) for axis in ("sector", "age", "country")}
    return xr.Dataset(variables, coords | axes, {"model_version": __version__} | provenance)


def _variable(name: str, runs: Sequence[Frames]) -> tuple:
    if name in DERIVED:
        what = DERIVED[name]
        data = np.stack([what.compute(run) for run in runs])
        return (
            ("theory", "draw", "year"),
            data,
            {"units": what.unit, "long_name": what.meaning, "kind": "derived"},
        )
    data = np.stack([run[name] for run in runs])
    if name not in METAS:
        attrs = {"units": "relative", "long_name": name.replace("_", " "), "kind": "residual"}
        return ("theory", "draw", "year"), data, attrs
    meta = METAS[name]
    axes = tuple(axis for axis in meta.axis if axis != "vintage")
    attrs = {"units": meta.unit, "long_name": meta.meaning, "kind": meta.kind}
    return ("theory", "draw", "year", *axes), data, attrs


def save(runs: xr.Dataset, path: Path) -> None:
    """Write runs to NetCDF, atomically, as 32-bit numbers.

    The classic format, which every reader of NetCDF knows, is written ten times as fast as HDF5, whose
    books on several hundred variables take longer than the runs; packing them would too.
    """
    small = {name: {"dtype": "float32"} for name in runs.data_vars}
    make = lambda place: runs.to_netcdf(place, engine="scipy", format="NETCDF3_64BIT", encoding=small)  # noqa: E731
    write(path, make)

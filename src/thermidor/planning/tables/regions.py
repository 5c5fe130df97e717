"""Tables of several regions as pymrio saves them: ``Z`` of flows, ``Y`` of final demand, text or Parquet.

Products are named REGION / SECTOR. Value added (output less inputs) stands as the one resource.
"""

from pathlib import Path

import numpy as np
import pandas as pd

from thermidor.errors import ThermidorError

from ..table import Table
from .flows import ENDOWMENT, FINAL, OUTPUT, RESOURCE, from_flows
from .sheet import guard

FLOWS, DEMAND = "Z", "Y"
KINDS = (".txt", ".parquet")


def kind_of(folder: Path) -> str | None:
    """Return the kind of file in which a folder holds such tables, or None if it does not."""
    return next((kind for kind in KINDS if (folder / f"{FLOWS}{kind}").is_file()), None)


def from_regions(folder: Path, kind: str) -> Table:
    """Return the table of a folder that pymrio saved in files of this kind.

    Raises ThermidorError if a file lacks or does not fit the other.
    """
    flows, demand = (_matrix(folder / f"{name}{kind}") for name in (FLOWS, DEMAND))
    names = [" / ".join(map(str, label)) for label in flows.index]
    if list(flows.index) != list(flows.columns) or list(flows.index) != list(demand.index):
        raise ThermidorError("rows and columns of flows, or rows of final demand, differ", str(folder))
    frame = pd.DataFrame(flows.to_numpy(), index=names, columns=names)
    made = frame.sum(axis=1).to_numpy() + demand.to_numpy().sum(axis=1)
    value_added = np.maximum(made - frame.sum(axis=0).to_numpy(), 0.0)
    frame.loc[f"{RESOURCE}value added"] = value_added
    frame.loc[OUTPUT] = made
    frame[f"{FINAL}demand"] = [*demand.to_numpy().sum(axis=1), 0.0, 0.0]
    frame[ENDOWMENT] = [*np.zeros(len(names)), value_added.sum(), 0.0]
    return from_flows(frame.astype(object), folder)


def _matrix(path: Path) -> pd.DataFrame:
    guard(path)
    if path.suffix == ".parquet":
        return pd.read_parquet(path)
    return pd.read_csv(path, sep="\t", index_col=[0, 1], header=[0, 1])

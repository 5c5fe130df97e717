"""Tables of economies from files: flows in CSV, Parquet or Excel, supply and use, tables saved by pymrio."""

from .demand import changed_demand
from .read import packaged, read

__all__ = ["changed_demand", "packaged", "read"]

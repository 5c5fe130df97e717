"""Tables of economies from files: flows in CSV, Parquet or Excel, supply and use, tables saved by pymrio."""

from .demand import changed_demand
from .listed import Reading
from .read import packaged, read

__all__ = ["Reading", "changed_demand", "packaged", "read"]

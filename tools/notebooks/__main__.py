"""Run the example notebooks anew and keep their results: ``python -m tools.notebooks docs/notebooks``."""

import sys
from pathlib import Path

from .execute import executed, read, write

for path in sorted(Path(sys.argv[1]).glob("*.ipynb")):
    write(path, executed(read(path)))

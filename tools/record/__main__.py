"""Make the packaged record from the raw history and the canon.

    python -m tools.record HISTORY CANON [OUT]

HISTORY is the folder with macro/ and soviet/, CANON the folder with observations.yaml; OUT is the folder of
packaged data. The same inputs give byte-identical files.
"""

import sys
from pathlib import Path

from .build import build
from .write import write

PACKAGED = Path("src/thermidor/data/record")


def main(arguments: list[str]) -> int:
    """Build and write all tables; print how many series, rows and observations came out."""
    if len(arguments) not in (2, 3):
        sys.stderr.write(__doc__ or "")
        return 2
    history, canon, *rest = (Path(a) for a in arguments)
    tables = build(history, canon)
    write(tables, rest[0] if rest else PACKAGED)
    sys.stdout.write(tables.summary() + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

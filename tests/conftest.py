"""What all tests share: the same examples every time, and one folder of compiled programmes.

The folder lies with pytest's own cache, so that workers, processes and later runs compile once.
"""

import os
from pathlib import Path

from hypothesis import settings

COMPILED = Path(__file__).parents[1] / ".pytest_cache" / "compiled"

os.environ.setdefault("THERMIDOR_CACHE", str(COMPILED))
settings.register_profile("thermidor", deadline=None, derandomize=True)
settings.load_profile("thermidor")

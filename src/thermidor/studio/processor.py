"""How the engine uses the processor while levers move: one thread a run, and no hand-overs.

A year of the model is a thousand small steps. Spread over threads, they cost more in hand-overs than they
save: some 480 context switches a run of 64 draws, against 7, and a third more processor time. Runs of the
studio lie side by side instead, each on the thread that asks for it.
"""

import os
import sys
from contextlib import suppress
from threading import get_native_id

BEHIND = 10  # how far full runs stand behind moves, on the scale of nice
SETTINGS = {"PJRT_NPROC": "1", "JAX_CPU_ENABLE_ASYNC_DISPATCH": "false"}


def one_thread_a_run() -> None:
    """Tell JAX so; works only before JAX is first used. What the user has set stands."""
    for name, value in SETTINGS.items():
        os.environ.setdefault(name, value)


def step_behind() -> None:
    """Let the thread that calls stand behind the others, where the system can do so for one thread."""
    if sys.platform == "linux":
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, get_native_id(), BEHIND)

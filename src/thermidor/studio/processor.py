"""How the engine uses the processor: one thread for full runs, and no hand-overs.

A year of the model is a thousand small steps. Spread over threads, they cost more in hand-overs than they
save: some 480 context switches a run of 64 draws, against 7, and a third more processor time. And a core
stays free for moves, which are run by a programme of their own (:mod:`thermidor.straight`).
"""

import os

SETTINGS = {"PJRT_NPROC": "1", "JAX_CPU_ENABLE_ASYNC_DISPATCH": "false"}


def one_thread_a_run() -> None:
    """Tell JAX so; works only before JAX is first used. What the user has set stands."""
    for name, value in SETTINGS.items():
        os.environ.setdefault(name, value)

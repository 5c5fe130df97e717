"""Start the studio: this machine's own address, a free port, one line with the address to open."""

import socket
from collections.abc import Callable
from contextlib import suppress

import uvicorn

from ..errors import Kind, ThermidorError
from .guard import App, hosts_of
from .server import application
from .session import LARGEST

HOST = "127.0.0.1"
MOST_AT_ONCE = 200
LONGEST_HEAD = 65_536  # bytes


def serve(port: int = 0, ready: Callable[[str], object] = lambda address: None) -> None:
    """Serve until interrupted; ``ready`` hears the address once the port is held.

    ``port`` 0: any free one. Raises ThermidorError if the port is taken.
    """
    with held(port) as listening:
        found = listening.getsockname()[1]
        ready(f"http://{HOST}:{found}/")
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config(application(hosts_of(found)))).run([listening])


def held(port: int) -> socket.socket:
    """Return a socket that holds the port on this machine's own address."""
    made = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((HOST, port))
        made.listen(128)  # a browser that is quicker than the server waits, and is not refused
    except (OSError, OverflowError) as error:
        made.close()
        remedy = "Choose another with --port, or leave it out for a free one."
        raise ThermidorError("the port cannot be had", "--port", port, remedy, Kind.NOT_WRITABLE) from error
    return made


def config(app: App) -> uvicorn.Config:
    """Return how an application is served: no banner, small frames, few at once, dead pages left."""
    return uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        date_header=False,
        ws="websockets-sansio",
        ws_max_size=LARGEST * 4,
        ws_ping_interval=20.0,
        ws_ping_timeout=20.0,
        ws_per_message_deflate=False,
        limit_concurrency=MOST_AT_ONCE,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=2,
        h11_max_incomplete_event_size=LONGEST_HEAD,
    )

"""Twenty pages at once on a server of its own process: no error, and little memory for each."""

import json
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from pathlib import Path

import pytest
from websockets.sync.client import connect

from thermidor.studio.quantities import CHOSEN

from .conftest import opened, question

PAGES, MOVES = 20, 3
ROOM = 2 * 1024  # KiB that a page may add
PATIENCE = 600  # seconds: the model may have to be compiled first
STATUS = "/proc/{}/status"

pytestmark = pytest.mark.skipif(not Path(STATUS.format("self")).exists(), reason="/proc tells the memory")


@pytest.fixture
def server():
    command = [sys.executable, "-m", "thermidor", "studio", "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        try:
            yield process, process.stdout.readline().strip()
        finally:
            process.kill()


def memory(process):
    """Return the resident memory of a process at rest in KiB: the least of some looks."""
    looks = []
    for _ in range(20):
        lines = Path(STATUS.format(process.pid)).read_text().splitlines()
        looks.append(next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")))
        time.sleep(0.1)
    return min(looks)


def page(address, opened_pages):
    """Open a page, to be closed with the others."""
    made = connect(address.replace("http", "ws") + "ws", origin=address.rstrip("/"), max_size=None)
    socket = opened_pages.enter_context(made)
    assert "hello" in json.loads(socket.recv(PATIENCE))
    return socket


def answered(socket, n, **asked):
    """Ask, and return the header of the answer; fail on a fault."""
    socket.send(question(n, charts=list(CHOSEN), baseline=True, **asked))
    while isinstance(said := socket.recv(PATIENCE), str):
        assert json.loads(said) == {"warming": True}
    return opened(said)[0]


def used(socket, number):
    """Use a page as a reader does: some moves of a lever, then rest; yield what was answered."""
    for move in range(MOVES):
        final = move == MOVES - 1
        price = round(0.5 + number / 40 + move / 1000, 4)
        yield answered(socket, move, levers={"oil_price": price}, draws=200 if final else 64, final=final)


def all_at_once(sockets):
    """Use all pages at the same time; return their answers, by page."""
    found = [[] for _ in sockets]
    threads = [
        threading.Thread(target=lambda i=i, one=one: found[i].extend(used(one, i)))
        for i, one in enumerate(sockets)
    ]
    for one in threads:
        one.start()
    for one in threads:
        one.join(PATIENCE)
    return found


def test_twenty_pages_at_once_cost_little_memory(server, record_property):
    process, address = server
    with ExitStack() as opened_pages:
        all_at_once([page(address, opened_pages) for _ in range(PAGES)])  # what all pages share is there
    with ExitStack() as opened_pages:
        before = memory(process)
        found = all_at_once([page(address, opened_pages) for _ in range(PAGES)])
        grown = memory(process) - before
    told = f"memory {before} KiB, and {grown / PAGES:.0f} KiB a page: {grown / PAGES / ROOM:.2f} of the room"
    print(told)  # noqa: T201  (a measurement: shown by -s, and where the test fails)
    record_property("KiB a page", grown / PAGES)
    assert [len(one) for one in found] == [MOVES] * PAGES
    assert [one[-1]["n"] for one in found] == [MOVES - 1] * PAGES
    assert grown < PAGES * ROOM
    assert process.poll() is None

"""The server as it runs: this machine's own address alone, broken frames, a page that does not read."""

import base64
import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager, suppress

import pytest
import uvicorn
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

from thermidor.errors import ThermidorError
from thermidor.studio import guard, session
from thermidor.studio.guard import hosts_of
from thermidor.studio.serve import HOST, LONGEST_HEAD, config, held
from thermidor.studio.server import application

from .conftest import opened, question

PATIENCE = 300.0  # seconds: machines are slow, and a fault that hangs is told in the end


@contextmanager
def beside(wanted=0):
    """Serve beside the tests, on a free port or the one that is wanted; give the port."""
    listening = held(wanted)
    number = listening.getsockname()[1]
    server = uvicorn.Server(config(application(hosts_of(number), warm=False)))
    thread = threading.Thread(target=server.run, args=([listening],))
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield number
    server.should_exit = True
    thread.join(PATIENCE)
    assert not thread.is_alive()


@pytest.fixture(scope="module")
def port():
    with beside() as number:
        yield number


def page(port, **more):
    return connect(f"ws://{HOST}:{port}/ws", origin=f"http://{HOST}:{port}", max_size=None, **more)


def greeted(one):
    assert "hello" in json.loads(one.recv())
    assert "warming" in json.loads(one.recv())


def raw(port, text, then=b"", until=None):
    """Return what the server says to bytes that no browser would send, till it closes or says ``until``.

    ``then`` follows its first words.
    """
    with socket.create_connection((HOST, port), PATIENCE) as wire:
        wire.sendall(text.encode("latin-1") if isinstance(text, str) else text)
        said = heard(wire, b"warming") if then else b""
        if then:
            wire.sendall(then)
        return said + heard(wire, until)


def heard(wire, until):
    """Return what comes till the end, or till the words that are waited for."""
    said = b""
    with suppress(ConnectionResetError):
        while until is None or until not in said:
            said += wire.recv(65_536) or stopped()
    return said


def stopped():
    raise ConnectionResetError


def test_only_the_own_address_is_bound(port):
    assert HOST == "127.0.0.1"
    listening = held(0)
    assert listening.getsockname()[0] == "127.0.0.1"
    listening.close()


def test_a_port_in_use_gets_a_message(port):
    with pytest.raises(ThermidorError, match="--port"):
        held(port)


def test_paths_with_dots_are_not_followed(port):
    for path in (
        "/../../../../etc/passwd",
        "/assets/../../../etc/passwd",
        "/%2e%2e/etc/passwd",
        "//etc/passwd",
    ):
        said = raw(port, f"GET {path} HTTP/1.1\r\nHost: {HOST}:{port}\r\nConnection: close\r\n\r\n")
        assert b" 404 " in said.splitlines()[0]
        assert b"root:" not in said


@pytest.mark.parametrize(
    "head",
    [
        "",
        "Host: evil.example\r\n",
        "Host: {own}\r\nHost: evil.example\r\n",
        "Host: {own}\r\nOrigin: http://e\r\n",
    ],
)
def test_foreign_and_doubtful_hosts_are_refused(port, head):
    said = raw(
        port, f"GET /api/start HTTP/1.1\r\n{head.format(own=f'{HOST}:{port}')}Connection: close\r\n\r\n"
    )
    assert said.splitlines()[0].split()[1] in (b"400", b"403")


def test_an_endless_head_is_refused(port):
    head = f"GET / HTTP/1.1\r\nHost: {HOST}:{port}\r\nX: ".encode()
    with socket.create_connection((HOST, port), PATIENCE) as wire:
        wire.sendall(head.ljust(LONGEST_HEAD, b"x"))
        wire.sendall(b"x")  # one too many; nothing is left unread, with which the answer would be lost
        said = heard(wire, None)
    assert b"400" in said.splitlines()[0]


def handshake(port):
    key = base64.b64encode(os.urandom(16)).decode()
    return (
        f"GET /ws HTTP/1.1\r\nHost: {HOST}:{port}\r\nOrigin: http://{HOST}:{port}\r\nUpgrade: websocket\r\n"
        f"Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n"
    ).encode()


CLOSED = b"\x88"  # the first byte of a frame that closes
BROKEN = {
    "unmasked": b"\x81\x02{}",
    "reserved bits": b"\xf1\x80abcd",
    "unknown kind": b"\x83\x80abcd",
    "huge length": b"\x81\xff\x7f\xff\xff\xff\xff\xff\xff\xffabcd",
    "too large": b"\x81\xff" + (10**6).to_bytes(8, "big") + b"\0\0\0\0" + b"x" * 300,
    "no text": b"\x81\x82\0\0\0\0\xff\xfe",
    "long ping": b"\x89\xfe\x01\x00" + b"x" * 300,
    "not a frame": b"GET / HTTP/1.1\r\n\r\n",
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_frame_ends_that_page_alone(port, name):
    with page(port) as other:
        greeted(other)
        said = raw(port, handshake(port), BROKEN[name], CLOSED)
        assert b"101" in said.splitlines()[0]
        assert CLOSED in said.rpartition(b"warming")[2]
        other.send(question(3))
        assert opened(other.recv())[0]["n"] == 3


def test_a_message_too_large_closes_the_page(port):
    with page(port) as one:
        greeted(one)
        one.send("x" * (session.LARGEST + 1))
        with pytest.raises(ConnectionClosed) as closed:
            one.recv()
        assert closed.value.rcvd.code == 1009


@pytest.mark.parametrize("patience", [0.3, 10 * PATIENCE], ids=["it is left", "it is waited for"])
def test_a_page_that_does_not_read_holds_nobody_up(port, monkeypatch, patience):
    monkeypatch.setattr(session, "PATIENCE", patience)
    with socket.socket() as wire, page(port) as other:
        greeted(other)
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        wire.settimeout(PATIENCE)
        wire.connect((HOST, port))
        wire.sendall(handshake(port))
        with suppress(ConnectionError):  # on a slow machine the server has left before all is sent
            for n in range(400):  # answers from the cache, a hundred kilobytes each, that nobody reads
                slot = f"s{n % 8}"
                wire.sendall(framed(question(n, slot=slot, charts=CHARTS, baseline=True)))
                time.sleep(0.001)
        other.send(question(9))
        assert opened(other.recv(PATIENCE))[0]["n"] == 9


CHARTS = ["hunger", "gdp-ussr-maddison", "waste_share", "shortage", "privilege", "coercion", "terror",
          "executed", "isolation", "reform", "restored", "starved"]  # fmt: skip


def framed(text):
    """Return a text as a masked frame."""
    data = text.encode()
    assert 126 <= len(data) < 65_536
    return b"\x81" + bytes([0x80 | 126]) + len(data).to_bytes(2, "big") + b"\0\0\0\0" + data


def test_heads_that_never_end_hold_nobody_up(port):
    """Fifty clients send a head drop by drop; a page beside them is answered at once."""
    slow = [socket.create_connection((HOST, port), PATIENCE) for _ in range(50)]
    for wire in slow:
        wire.sendall(f"GET / HTTP/1.1\r\nHost: {HOST}:{port}\r\nX: ".encode())
    said = raw(port, f"GET /api/methods HTTP/1.1\r\nHost: {HOST}:{port}\r\nConnection: close\r\n\r\n")
    assert b" 200 " in said.splitlines()[0]
    for wire in slow:
        wire.sendall(b"x")
        wire.close()


def test_a_body_that_does_not_come_is_not_waited_for(port, monkeypatch):
    monkeypatch.setattr(guard, "WAIT", 0.3)
    head = f"POST /api/plan HTTP/1.1\r\nHost: {HOST}:{port}\r\nContent-Type: application/json\r\n"
    said = raw(port, head + "Content-Length: 500\r\n\r\n{", until=b"did not come in time")
    assert b" 408 " in said.splitlines()[0]
    assert b"did not come in time" in said


def test_pages_come_back_after_a_restart():
    """A page reconnects to the same address and finds the same numbers under the same state."""
    answers = []
    number = 0
    for _ in range(2):
        with beside(number) as number, page(number) as one:
            greeted(one)
            one.send(question(1, levers={"oil_price": 0.5}))
            answers.append(opened(one.recv())[1].tobytes())
    assert answers[0] == answers[1]


def test_the_command_prints_one_address_and_stops_on_interrupt():
    command = [sys.executable, "-m", "thermidor", "studio", "--no-browser"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        assert running.stdout is not None
        line = running.stdout.readline()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\n", line)
        port = int(line.rsplit(":", 1)[1].strip("/\n"))
        said = raw(port, f"GET / HTTP/1.1\r\nHost: {HOST}:{port}\r\nConnection: close\r\n\r\n")
        assert b"200" in said.splitlines()[0]
        running.send_signal(signal.SIGINT)
        rest, faults = running.communicate(timeout=PATIENCE)
    finally:
        running.kill()
    assert (rest, running.returncode) == ("", 0)
    assert "Traceback" not in faults

"""Moves that are run before they are asked: the same answer, sooner, and nothing that a move waits for."""

import json
import threading
import time
from contextlib import contextmanager

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from thermidor.outside.scenario import Scenario, Setting
from thermidor.studio import engine
from thermidor.studio.desk import Desk, Question, Superseded
from thermidor.studio.guard import hosts_of
from thermidor.studio.server import application
from thermidor.studio.session import MOST_AHEAD, MOST_WORDS

from .conftest import HOME, PORT, SOCKET, THEORY, awaited, opened, question

MOVING = 64
PATIENCE = 120.0  # seconds: the small programme may have to be compiled


@contextmanager
def opened_page():
    """Open a page on a desk of its own, where nothing is kept yet."""
    desk = Desk()
    with (
        TestClient(application(hosts_of(PORT), desk, warm=False), base_url=HOME) as client,
        client.websocket_connect(SOCKET, headers={"origin": HOME}) as socket,
    ):
        assert "hello" in socket.receive_json()
        assert socket.receive_json() == {"warming": True}
        yield socket, desk


@pytest.fixture
def page():
    with opened_page() as made:
        yield made


@pytest.fixture
def held(monkeypatch):
    """Hold up every run ahead until told; note the price of oil of those that began."""
    began, gate, real = [], threading.Event(), engine.moved

    def moved(theory, given, *rest):
        if threading.current_thread().name.startswith("thermidor-ahead"):
            began.append(given)
            gate.wait(PATIENCE)
        return real(theory, given, *rest)

    monkeypatch.setattr(engine, "moved", moved)
    yield began, gate
    gate.set()


def ahead(*prices, **changed):
    usual = {"n": 0, "slot": "ahead", "theories": [THEORY], "charts": ["hunger"], "draws": MOVING, "seed": 1}
    return json.dumps(usual | {"ahead": [{"oil_price": one} for one in prices]} | changed)


def move(n, price):
    return question(n, levers={"oil_price": price}, draws=MOVING)


def is_kept(desk, price):
    name = engine.key(Scenario("asked", "asked", levers={"oil_price": Setting(price)}))
    with desk.lock:
        return any(key[0] == name for key in desk.kept)


def wait_for(test):
    until = time.monotonic() + PATIENCE
    while not test():
        assert time.monotonic() < until
        time.sleep(0.01)


def lasting(frame):
    """Return all of an answer but how it was come by."""
    head, numbers = opened(frame)
    return {key: value for key, value in head.items() if key not in ("ms", "cached")}, numbers.tobytes()


def test_a_move_that_was_foreseen_gets_the_same_answer_at_once(page):
    socket, desk = page
    socket.send_text(ahead(1.23, 1.17))
    wait_for(lambda: is_kept(desk, 1.17))
    socket.send_text(move(1, 1.23))
    foreseen = socket.receive_bytes()
    with opened_page() as (other, _):
        other.send_text(move(1, 1.23))
        unforeseen = other.receive_bytes()
    assert (opened(foreseen)[0]["cached"], opened(unforeseen)[0]["cached"]) == (True, False)
    assert lasting(foreseen) == lasting(unforeseen)


def test_a_move_waits_for_no_run_ahead_which_is_given_up(page, held):
    (socket, desk), (began, gate) = page, held
    socket.send_text(ahead(1.23, 1.17))
    wait_for(lambda: began)
    socket.send_text(move(1, 2.5))
    assert opened(socket.receive_bytes())[0]["n"] == 1  # while the run ahead is held up
    gate.set()
    socket.send_text(move(2, 2.5))
    assert opened(socket.receive_bytes())[0]["cached"]
    desk.early.submit(int).result(PATIENCE)
    assert (len(began), is_kept(desk, 1.23), is_kept(desk, 1.17)) == (1, False, False)


def test_of_what_is_foreseen_the_latest_wins(page, held):
    (socket, desk), (began, gate) = page, held
    socket.send_text(ahead(0.5))
    wait_for(lambda: began)
    for price in (0.7, 0.9):
        socket.send_text(ahead(price))
    socket.send_text("{")  # answered after what came before it was heard
    assert "error" in socket.receive_json()
    gate.set()
    wait_for(lambda: is_kept(desk, 0.9))
    assert not is_kept(desk, 0.7)


def test_nothing_is_run_ahead_while_a_move_is_under_way():
    desk = Desk()
    likely = Question(Scenario("asked", "asked"), (THEORY,), ("hunger",), MOVING, 1, quick=True)
    desk.moving = 1
    with pytest.raises(Superseded):
        awaited(lambda: desk.foresee(likely, lambda: False))
    assert not desk.kept
    desk.moving = 0
    awaited(lambda: desk.foresee(likely, lambda: False))
    assert (len(desk.kept), desk.moving) == (1, 0)
    desk.close()


def test_a_run_ahead_that_fails_is_nobodys_answer(page, monkeypatch):
    socket, _ = page
    failed, real = threading.Event(), engine.moved

    def broken(*_):
        failed.set()
        raise ZeroDivisionError

    monkeypatch.setattr(engine, "moved", broken)
    socket.send_text(ahead(1.23))
    assert failed.wait(PATIENCE)
    monkeypatch.setattr(engine, "moved", real)
    socket.send_text(move(1, 1.23))
    assert opened(socket.receive_bytes())[0]["n"] == 1


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (ahead(), "short list"),
        (ahead(*[1.5] * (MOST_AHEAD + 1)), "short list"),
        (ahead(ahead="all"), "short list"),
        (ahead(ahead=[7]), "not a table"),
        (ahead("much"), "not a number"),
        (ahead(1e308), "out of range"),
        (ahead(1.5, draws=1000), "more than a move"),
        (ahead(1.5, final=False), "unknown key"),
        (ahead(1.5, theories=[]), "no theory"),
        (ahead(1.5, charts=["x"]), "unknown chart"),
        (ahead(1.5, seed=-1), "seed"),
        (ahead(1.5, n="x"), "number n"),
    ],
)
def test_what_cannot_be_run_ahead_is_refused(page, text, said):
    socket, desk = page
    socket.send_text(text)
    assert said in socket.receive_json()["error"]["message"]
    assert not desk.kept
    socket.send_text(move(2, 1.0))  # and the page is served on
    assert opened(socket.receive_bytes())[0]["n"] == 2


def test_a_flood_of_foresight_closes_the_connection(page):
    socket, desk = page
    for _ in range(MOST_WORDS + 100):
        socket.send_text(ahead(1.23))
    with pytest.raises(WebSocketDisconnect) as closed:
        socket.receive_text()
    assert closed.value.code == 1008
    desk.early.submit(int).result(PATIENCE)
    assert len(desk.kept) <= 1

"""The WebSocket: answers as asked, the latest question of a slot wins, broken messages get a message."""

import json
from contextlib import ExitStack
from threading import Event

import numpy as np
import pytest
from starlette.websockets import WebSocketDisconnect

from thermidor.studio import engine
from thermidor.studio.session import MOST_WORDS

from .conftest import HOME, SOCKET, opened, question

OWN = {"origin": HOME}
PATIENCE = 60.0  # seconds: the programme of moves may have to be compiled


@pytest.fixture
def page(client):
    with client.websocket_connect(SOCKET, headers=OWN) as socket:
        assert "hello" in socket.receive_json()
        assert socket.receive_json() == {"warming": True}
        yield socket


def test_an_answer_carries_quantiles_headlines_and_words(page):
    page.send_text(question(7, charts=["hunger", "gdp-ussr-maddison"], baseline=True, final=True))
    head, numbers = opened(page.receive_bytes())
    assert (head["n"], head["slot"], head["draws"]) == (7, "main", 66)
    assert np.array_equal(numbers[0], numbers[1], equal_nan=True)  # nothing changed: the run is the baseline
    assert (np.diff(numbers[0], axis=2) >= 0).all()
    told = {row["id"]: row for row in head["headlines"]["state-capitalism"]}
    assert told["income-1939"]["change"] == 0
    assert "no lever changed" in head["words"]["state-capitalism"]
    assert 0 < head["patterns"]["state-capitalism"]["met"] <= head["patterns"]["state-capitalism"]["of"]


def test_a_lever_moves_the_run_and_not_the_baseline(page):
    page.send_text(question(levers={"oil_price": 0.0}, charts=["oil_rent"], baseline=True))
    _, numbers = opened(page.receive_bytes())
    run, base = numbers[:, 0, 0, 2]
    assert (run <= base).all()
    assert run.sum() < base.sum()


def test_of_a_slot_the_latest_question_wins(page):
    for n in range(1, 30):
        page.send_text(question(n, levers={"oil_price": n / 10}))
    seen = []
    while not seen or seen[-1] != 29:
        seen.append(opened(page.receive_bytes())[0]["n"])
    assert seen == sorted(seen)
    assert len(seen) < 29


def test_a_move_does_not_wait_for_the_full_run_it_overtakes(page, monkeypatch):
    began, gate, real = Event(), Event(), engine.fields

    def held(*given):
        began.set()
        gate.wait(PATIENCE)
        return real(*given)

    page.send_text(question(1))  # history is known: it is run for all pages, and waited for
    page.receive_bytes()
    monkeypatch.setattr(engine, "fields", held)
    page.send_text(question(2, levers={"oil_price": 0.321}, final=True))
    assert began.wait(PATIENCE)
    page.send_text(question(3, levers={"oil_price": 0.322}, draws=64))
    try:
        assert opened(page.receive_bytes())[0]["n"] == 3  # while the full run is held up
    finally:
        gate.set()


def test_slots_do_not_replace_each_other(page):
    for slot in ("main", "pin1", "pin2"):
        page.send_text(question(slot=slot))
    assert {opened(page.receive_bytes())[0]["slot"] for _ in range(3)} == {"main", "pin1", "pin2"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "JSON"),
        ("{", "JSON"),
        ("[" * 16_000, "nested"),
        ("[]", "table"),
        ("{}", "number n"),
        (question(-1), "number n"),
        (question(True), "number n"),
        (question(slot="x" * 17), "slot"),
        (question(theories="all"), "list of words"),
        (question(theories=[]), "no theory"),
        (question(theories=["x"]), "unknown theory"),
        (question(charts=["__class__"]), "unknown chart"),
        (question(draws=10**9), "draws"),
        (question(draws=-1), "draws"),
        (question(seed=1.5), "seed"),
        (question(levers={"oil_price": 1e308}), "out of range"),
        (question(levers={"oil_price": "__import__('os')"}), "not a number"),
        (question(levers=[1]), "not a table"),
        (question(evil=1), "unknown key"),
        (json.dumps({"n": 1, "theories": [], "levers": {}}).replace("[]", "9" * 5000), "JSON"),
    ],
)
def test_a_broken_message_gets_a_clear_one(page, text, said):
    page.send_text(text)
    assert said in page.receive_json()["error"]["message"]
    page.send_text(question(2))  # and the page is served on
    assert opened(page.receive_bytes())[0]["n"] == 2


@pytest.mark.parametrize("large", ["x" * 20_000, b"\x00\x01"])
def test_a_frame_that_no_page_sends_closes_the_connection(page, large):
    (page.send_bytes if isinstance(large, bytes) else page.send_text)(large)
    with pytest.raises(WebSocketDisconnect) as closed:
        page.receive_text()
    assert closed.value.code == 1009


def test_a_fault_of_its_own_is_told_and_the_page_is_served_on(page, monkeypatch):
    def broken(*_):
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr(engine, "fields", broken)
        page.send_text(question(1, levers={"oil_price": 0.123}))
        assert "ZeroDivisionError" in page.receive_json()["error"]["message"]
    page.send_text(question(2, levers={"oil_price": 0.123}))
    assert opened(page.receive_bytes())[0]["n"] == 2


def test_more_slots_than_a_page_needs_are_refused(page):
    for n in range(9):
        page.send_text(question(n, slot=f"s{n}"))
    messages = [page.receive() for _ in range(9)]
    faults = [json.loads(one["text"]) for one in messages if one.get("text")]
    assert [one["n"] for one in faults] == [8]
    assert "slots" in faults[0]["error"]["message"]


def test_a_flood_closes_the_connection(client):
    with client.websocket_connect(SOCKET, headers=OWN) as page:
        for _ in range(MOST_WORDS + 100):
            page.send_text("{")
        messages = [page.receive() for _ in range(MOST_WORDS + 3)]  # hello, warming, faults, and the end
    assert messages[-1]["type"] == "websocket.close"
    assert messages[-1]["code"] == 1008


def test_twenty_pages_at_once_are_all_answered(client):
    with ExitStack() as every:
        pages = [every.enter_context(client.websocket_connect(SOCKET, headers=OWN)) for _ in range(20)]
        for n, one in enumerate(pages):
            one.send_text(question(n))
        for n, one in enumerate(pages):
            assert "hello" in one.receive_json()
            assert "warming" in one.receive_json()
            assert opened(one.receive_bytes())[0]["n"] == n

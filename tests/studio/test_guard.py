"""Only the studio's own pages are answered: other hosts, other origins, large questions are refused."""

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from thermidor.studio.guard import LARGEST_BODY, Guard, Rate

from .conftest import HOME, SOCKET

FOREIGN = ("http://evil.example", "null", "http://127.0.0.1:8001", "https://127.0.0.1:8000", "file://",
           "http://127.0.0.1:8000.evil.example", "http://127.0.0.1:8000@evil.example")  # fmt: skip
HOSTS = ("evil.example", "evil.example:8000", "127.0.0.1", "127.0.0.1:8001", "0.0.0.0:8000", "[::1]:8000",
         "127.0.0.1:8000.evil.example", "localhost.evil.example:8000", "")  # fmt: skip


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("path", ["/", "/api/start", "/api/run"])
def test_a_foreign_host_is_refused(client, path, host):
    answer = client.get(path, headers={"host": host})
    assert answer.status_code == 403
    assert "own address" in answer.json()["error"]["message"]


@pytest.mark.parametrize("origin", FOREIGN)
def test_a_foreign_origin_is_refused(client, origin):
    assert client.get("/api/start", headers={"origin": origin}).status_code == 403
    assert client.post("/api/plan", json={}, headers={"origin": origin}).status_code == 403


@pytest.mark.parametrize("headers", [{"origin": one} for one in FOREIGN] + [{}, {"host": "evil.example"}])
def test_a_foreign_websocket_is_refused(client, headers):
    with pytest.raises(WebSocketDisconnect) as closed, client.websocket_connect(SOCKET, headers=headers):
        pass
    assert closed.value.code == 1008


@pytest.mark.parametrize("host", ["127.0.0.1:8000", "localhost:8000", "LOCALHOST:8000"])
def test_the_own_address_is_answered(client, host):
    headers = {"host": host, "origin": f"http://{host.lower()}", "sec-fetch-site": "same-origin"}
    assert client.get("/api/start", headers=headers).status_code == 200


def test_another_site_may_link_to_the_page_and_nothing_else(client):
    link = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    assert client.get("/", headers=link).status_code == 200
    assert client.get("/api/start", headers=link).status_code == 403
    assert client.get("/", headers=link | {"sec-fetch-mode": "no-cors"}).status_code == 403


def test_every_answer_carries_the_strict_headers(client):
    for path in ("/", "/api/start", "/nowhere", "/api/claims/none"):
        policy = client.get(path).headers["content-security-policy"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
        assert "*" not in policy
    refused = client.get("/", headers={"host": "evil.example"})
    assert refused.headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in refused.headers


@pytest.mark.parametrize(
    "path",
    ["/..%2f..%2fetc/passwd", "/assets/..%2f..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
     "//etc/passwd", "/assets/%00", "/api/record/..%2f..%2fsources", "/api/theories/..%5c..",
     "/static/index.html", "/api/plan/..%2f..%2fcountries", "/server.py",
     "/api/scenarios/%2fetc%2fpasswd.toml", "/api/scenarios/x.toml"],
)  # fmt: skip
def test_no_path_leads_out(client, path):
    answer = client.get(path)
    assert answer.status_code == 404
    assert b"root:" not in answer.content


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(client, method):
    assert client.request(method, "/api/start").status_code == 405


def test_a_body_must_be_modest_json(client):
    large = b'{"csv": "' + b"x" * LARGEST_BODY + b'"}'
    json = {"content-type": "application/json"}
    assert client.post("/api/plan", content=large, headers=json).status_code == 413
    assert client.post("/api/plan", content=b"{}", headers={"content-type": "text/plain"}).status_code == 415
    chunks = (b"x" * 1000 for _ in range(3))
    assert client.post("/api/plan", content=chunks, headers=json).status_code == 411
    for bad in (b"", b"[]", b"nul", b"[" * 100_000, b"9" * 5000, b'"\xff"', b"1e999"):
        answer = client.post("/api/plan", content=bad, headers=json)
        assert answer.status_code == 400
        assert answer.json()["error"]["message"]


def test_a_long_address_is_refused(client):
    assert client.get("/api/state?title=" + "x" * 20_000).status_code == 414


def test_too_many_questions_are_refused():
    async def app(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    few = TestClient(Guard(app, ["127.0.0.1:8000"], Rate(3, 60.0)), base_url=HOME)
    assert [few.get("/").status_code for _ in range(5)] == [200, 200, 200, 429, 429]

"""Files and texts that mean harm are read as data, or refused with a message; nothing in them is run."""

import csv
import io
import json
import time

import pytest

from thermidor.studio.record import harmless, write_csv

LONG = 30  # seconds, on a slow machine: what grows without bounds takes longer
DEEP = "x = " + "[" * 30_000
TOMLS = {
    DEEP: "",
    "x = " + "9" * 20_000: "",
    "[levers]\noil_price = 1e400": "oil_price",
    "[levers]\noil_price = nan": "oil_price",
    "[levers]\noil_price = \"__import__('os').system('x')\"": "not a number",
    "a." * 3000 + "b = 1": "",
    "schema = 1\nid = 'x'\ntitle = 'y'\n[levers.oil_price]\n__class__ = 1": "unknown key",
    "\x00": "TOML",
    "[[prediction]]\n" * 50: "prediction",
    "id = 1\ntitle = []": "id",
}


def said(answer):
    assert answer.status_code == 400, answer.text
    return answer.json()["error"]["message"]


@pytest.mark.parametrize("text", TOMLS)
def test_a_hostile_file_gets_a_message(client, text):
    began = time.perf_counter()
    message = said(client.post("/api/scenario", json={"toml": text}))
    assert TOMLS[text] in message
    assert len(message) <= 2000
    assert "Traceback" not in message
    assert time.perf_counter() - began < LONG


REQUESTS = [
    {},
    {"toml": "", "query": ""},
    {"toml": 1},
    {"query": 1},
    {"scenario": []},
    {"scenario": {"levers": {"x": 1}}},
    {"query": "", "theories": "x"},
    {"query": "", "theories": ["x"]},
    {"query": "", "draws": {}},
    {"toml": "x" * 200_000},
    {"query": "id=x&title=" + "<script>" * 100 + "&lever.oil_price=1"},
]


@pytest.mark.parametrize("body", REQUESTS, ids=lambda body: json.dumps(body)[:40])
def test_a_hostile_request_gets_a_message(client, body):
    assert said(client.post("/api/scenario", json=body))


ADDRESSES = {
    "lever.oil_price=" + "[" * 3000: "",
    "lever.oil_price=" + "9" * 5000: "",
    "lever.oil_price=1e999": "oil_price",
    "lever.oil_price=NaN": "oil_price",
    'lever.oil_price={"value": 1, "__class__": 2}': "unknown",
    "lever.__class__=1": "__class__",
    "lever.leader=%3Cscript%3Ealert(1)%3C/script%3E": "leader",
    "lever.leader=%3D1%2B1": "leader",
    "theory=../../etc/passwd": "theory",
    "chart=__import__('os')": "chart",
    "seed=-1": "seed",
    "seed=" + "9" * 4000: "seed",
    "seed=1e9": "seed",
    "draws=99999999": "draws",
    "draws=%D9%A1%D9%A2": "draws",
    "page=//evil.example": "page",
    "schema=2&lever.oil_price=1": "schema",
    "pin=" + "pin%3D" * 200: "",
    "&".join(["pin=id%3Dx"] * 9): "pin",
    "&".join(f"chart=c{n}" for n in range(99)): "chart",
    "%00=%00&lever.%00=1": "",
}


@pytest.mark.parametrize("query", ADDRESSES, ids=lambda query: query[:30])
@pytest.mark.parametrize("path", ["/api/state", "/api/run", "/api/export.zip", "/api/report.html"])
def test_a_hostile_address_gets_a_message(client, path, query):
    began = time.perf_counter()
    message = said(client.get(f"{path}?{query}"))
    assert ADDRESSES[query] in message
    assert len(message) <= 2000
    assert "Traceback" not in message
    assert time.perf_counter() - began < LONG


def test_markup_and_code_in_a_title_stay_text(client):
    title = "</script><img src=x onerror=alert(1)> ''' {7*7} \"; import os"
    forms = client.post("/api/scenario", json={"scenario": _plain(title)}).json()
    assert forms["scenario"]["title"] == title
    compiled = compile(forms["python"], "pasted", "exec")
    assert "os" not in compiled.co_names
    assert title not in forms["cli"]
    answer = client.get(f"/api/state?{forms['query']}")
    assert answer.headers["content-type"] == "application/json"
    assert answer.json()["scenario"]["title"] == title


def test_an_id_cannot_name_a_file(client):
    for name in ("../../etc/passwd", "/etc/passwd.toml", "a;rm -rf ~", "$(id)"):
        forms = client.post("/api/scenario", json={"scenario": {**_plain("t"), "id": name}}).json()
        assert name not in forms["cli"]
        assert "scenario.toml" in forms["cli"]


def _plain(title):
    return {"schema": 1, "id": "mine", "title": title, "levers": {"oil_price": 0.5}}


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", " =1", "%0A"]
)
def test_a_formula_in_a_table_is_made_a_text(cell):
    assert str(harmless(cell)).startswith("'")
    [row] = csv.reader(io.StringIO(write_csv([cell], [])))
    assert row[0].startswith("'")


def test_numbers_and_words_in_a_table_stay(client):
    assert [harmless(x) for x in (-1.5, "gdp", 3, None, float("nan"), "a=b")] == [
        -1.5,
        "gdp",
        3,
        "",
        "",
        "a=b",
    ]
    rows = list(csv.DictReader(io.StringIO(client.get("/api/record/gdp-ussr-maddison.csv").text)))
    told = client.get("/api/record/gdp-ussr-maddison").json()["rows"]
    assert [float(row["value"]) for row in rows] == [row["value"] for row in told]


PLANS = [
    {},
    {"table": "/etc/passwd"},
    {"table": "../countries"},
    {"table": 1},
    {"table": "russia-1995", "procedure": "os.system"},
    {"table": "russia-1995", "demand": ["/etc/passwd"]},
    {"table": "russia-1995", "demand": ["x=1"]},
    {"table": "russia-1995", "demand": ["Construction=1e999"]},
    {"table": "russia-1995", "demand": ["Construction=nan"]},
    {"table": "russia-1995", "demand": "x"},
    {"table": "russia-1995", "demand": ["a\x00b=1"]},
    {"table": "russia-1995", "rounds": 10**9},
    {"csv": ""},
    {"csv": "x"},
    {"csv": 1},
    {"csv": "," * 5000 + "\n"},
    {"csv": "a,b\n" * 2000},
    {"csv": "=cmd|calc,b\n1,2\n"},
    {"csv": "a,b,final\nx,1e999,1\ny,1,1\n"},
    {"csv": '"' * 1001},
    {"csv": "\x00\x01,\n\x00,"},
]


@pytest.mark.parametrize("body", PLANS, ids=lambda body: json.dumps(body)[:40])
def test_a_hostile_plan_gets_a_message(client, body):
    answer = client.post("/api/plan", json=body)
    assert answer.status_code in (400, 404), answer.text
    assert answer.json()["error"]["message"]
    assert "root:" not in answer.text
    assert "/tmp" not in answer.text

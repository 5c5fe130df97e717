"""One application for all tests, not warmed: they ask for more draws than the small programme runs."""

import asyncio
import json
import os
import random
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from starlette.testclient import TestClient

from thermidor.outside import LEVERS, YEARS
from thermidor.outside.lever import Choice, Number
from thermidor.outside.scenario import Scenario, Setting
from thermidor.studio.guard import hosts_of
from thermidor.studio.server import application

PORT = 8000
HOME = f"http://127.0.0.1:{PORT}"
SOCKET = f"ws://127.0.0.1:{PORT}/ws"
THEORY = "state-capitalism"
DRAWS = 66  # more than the small size: the programme that the other tests have compiled


@pytest.fixture(scope="session")
def client():
    with TestClient(application(hosts_of(PORT), warm=False), base_url=HOME) as made:
        yield made


@pytest.fixture(scope="session")
def kept(tmp_path_factory):
    """Return a folder for what is run once and asked for by several tests, in whichever worker they run."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "kept"
    folder.mkdir(exist_ok=True)
    return folder


def question(n=1, **changed):
    usual = {"n": n, "theories": [THEORY], "levers": {}, "charts": ["hunger"], "draws": DRAWS, "seed": 1}
    return json.dumps(usual | changed)


def opened(frame):
    """Return header and numbers of an answer, read as a page reads them."""
    length = int.from_bytes(frame[:4], "little")
    head = json.loads(frame[4 : 4 + length])
    shape = (1 + head["baseline"], len(head["theories"]), len(head["charts"]), 5, len(YEARS))
    return head, np.frombuffer(frame[4 + length :], "<f4").reshape(shape)


def awaited(make):
    """Return what a coroutine gives, run in a thread of its own: browser tests keep a loop in this one."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(lambda: asyncio.run(make())).result()


def any_scenario(seed):
    """Return a scenario with some levers at random."""
    dice = random.Random(seed)
    names = dice.sample(sorted(LEVERS), dice.randint(1, 6))
    return Scenario(
        "mine", f"Run {seed} & 'more' é", levers={name: any_setting(dice, name) for name in names}
    )


def any_setting(dice, name):
    domain = LEVERS[name].domain
    if isinstance(domain, Number):
        value = dice.choice([domain.low, domain.high, dice.uniform(domain.low, domain.high)])
    else:
        value = dice.choice(domain.words_allowed) if isinstance(domain, Choice) else dice.random() < 0.5
    first, last = sorted(dice.sample(list(YEARS), 2))
    return Setting(value, first, last) if dice.random() < 0.3 else Setting(value)

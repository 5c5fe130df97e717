"""Full runs stand behind moves; what a user has set for the processor stands."""

import os
import sys
from threading import get_native_id

import pytest

from thermidor.studio.desk import Desk
from thermidor.studio.processor import SETTINGS, one_thread_a_run


@pytest.mark.skipif(sys.platform != "linux", reason="one thread has a priority of its own on Linux alone")
def test_full_runs_stand_behind_moves():
    desk = Desk(1)
    nice = lambda: os.getpriority(os.PRIO_PROCESS, get_native_id())  # noqa: E731
    full, quick = (pool.submit(nice).result() for pool in (desk.pool, desk.quick))
    desk.close()
    assert full > quick or full == 19
    assert quick == nice()


def test_what_a_user_has_set_stands(monkeypatch):
    first = next(iter(SETTINGS))
    monkeypatch.setattr(os, "environ", {first: "3"})
    one_thread_a_run()
    assert os.environ == SETTINGS | {first: "3"}

"""What a user has set for the processor stands."""

import os

from thermidor.studio.processor import SETTINGS, one_thread_a_run


def test_what_a_user_has_set_stands(monkeypatch):
    first = next(iter(SETTINGS))
    monkeypatch.setattr(os, "environ", {first: "3"})
    one_thread_a_run()
    assert os.environ == SETTINGS | {first: "3"}

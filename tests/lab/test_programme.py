"""The traced programme is kept, found again, and made anew where what is kept is damaged."""

from pathlib import Path

import numpy as np
import pytest

from thermidor.lab import programme as kept

GIVEN = (np.arange(3.0), {"b": np.ones(3)})


def doubled(one: np.ndarray, other: dict[str, np.ndarray]) -> np.ndarray:
    """Stand in for the model, which takes long to compile."""
    return 2 * one + other["b"]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty folder of programmes."""
    monkeypatch.setenv("THERMIDOR_CACHE", str(tmp_path))
    monkeypatch.setattr(kept, "simulate", doubled)
    return tmp_path


def result() -> np.ndarray:
    """Return what the programme gives in a process that has not used it yet."""
    kept.ready.cache_clear()
    return np.asarray(kept.programme(*GIVEN)(GIVEN[0], GIVEN[1]["b"]))


def test_a_kept_programme_is_not_traced_again(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = result()
    monkeypatch.setattr(kept, "simulate", None)
    np.testing.assert_array_equal(result(), first)
    np.testing.assert_array_equal(first, [1.0, 3.0, 5.0])


@pytest.mark.parametrize("damage", [lambda held: b"", lambda held: held[:-1], lambda held: held + b"x"])
def test_a_damaged_programme_is_made_anew(place: Path, damage) -> None:
    first = result()
    [file] = place.iterdir()
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    np.testing.assert_array_equal(result(), first)
    assert len(file.read_bytes()) == len(whole)


def test_a_folder_that_cannot_be_written_is_done_without(
    tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("THERMIDOR_CACHE", str(tmp_path / "file" / "cache"))
    np.testing.assert_array_equal(result(), [1.0, 3.0, 5.0])


def test_other_forms_and_another_engine_have_other_names(monkeypatch: pytest.MonkeyPatch) -> None:
    name = kept.key("tree", ((3,), "float64"))
    assert kept.key("tree", ((4,), "float64")) != name
    monkeypatch.setattr(kept, "engine_text", lambda: "other")
    assert kept.key("tree", ((3,), "float64")) != name

"""A file is written wholly or not at all."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import xarray as xr

from thermidor.errors import Kind, ThermidorError
from thermidor.files import check_writable, folder_of, write, write_bytes, write_text


def raising(code):
    def fail(*arguments, **options):
        raise OSError(code, os.strerror(code))

    return fail


def test_text_and_bytes_arrive_in_a_folder_made_for_them(tmp_path):
    assert write_text(tmp_path / "new" / "a.txt", "1917 — 1991").read_text(encoding="utf-8") == "1917 — 1991"
    assert write_bytes(tmp_path / "new" / "b", b"\x00\xff").read_bytes() == b"\x00\xff"
    assert sorted(p.name for p in (tmp_path / "new").iterdir()) == ["a.txt", "b"]


def test_a_dataset_comes_back_as_it_was(tmp_path):
    data = xr.Dataset({"output": ("year", np.arange(5.0), {"unit": "rouble"})})
    path = write(tmp_path / "run.nc", lambda temporary: data.to_netcdf(temporary, engine="h5netcdf"))
    xr.testing.assert_identical(xr.load_dataset(path, engine="h5netcdf"), data)


def test_a_written_file_has_the_rights_of_any_other(tmp_path):
    (tmp_path / "plain").write_text("x")
    ours = write_text(tmp_path / "ours", "x")
    assert stat.S_IMODE(ours.stat().st_mode) == stat.S_IMODE((tmp_path / "plain").stat().st_mode)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_leaves_the_old_file_and_no_rest(tmp_path, monkeypatch, code):
    path = write_text(tmp_path / "a.txt", "old")
    monkeypatch.setattr(os, "fsync", raising(code))
    with pytest.raises(ThermidorError, match=r"a\.txt: the disk is full") as fault:
        write_text(path, "new")
    assert fault.value.kind == Kind.NOT_WRITABLE
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_a_disk_that_fills_while_writing_leaves_nothing(tmp_path):
    def half(temporary: Path) -> None:
        temporary.write_text("half")
        raise OSError("HDF5: file write failed: No space left on device")

    with pytest.raises(ThermidorError, match="the disk is full"):
        write(tmp_path / "run.nc", half)
    assert list(tmp_path.iterdir()) == []


def test_a_place_where_one_may_not_write_is_told(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "write_bytes", raising(errno.EACCES))
    with pytest.raises(ThermidorError, match=r"cannot be written \(Permission denied\)") as fault:
        write_text(tmp_path / "a.txt", "new")
    assert fault.value.kind == Kind.NOT_WRITABLE
    assert "folder" in fault.value.remedy
    assert list(tmp_path.iterdir()) == []


def test_a_file_in_the_way_of_a_folder_is_told(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(ThermidorError, match="cannot be written"):
        write_text(tmp_path / "file" / "a.txt", "new")
    with pytest.raises(ThermidorError, match="cannot be written"):
        check_writable(tmp_path / "file")
    assert (tmp_path / "file").read_text() == "x"


def test_a_folder_in_the_way_of_a_file_is_told(tmp_path):
    (tmp_path / "a.txt").mkdir()
    with pytest.raises(ThermidorError, match="cannot be written"):
        write_text(tmp_path / "a.txt", "new")
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_a_fault_of_the_writer_passes_and_leaves_nothing(tmp_path):
    def wrong(temporary: Path) -> None:
        temporary.write_text("half")
        raise KeyError("income")

    with pytest.raises(KeyError):
        write(tmp_path / "run.nc", wrong)
    assert list(tmp_path.iterdir()) == []


def folder_with(word):
    def make(place: Path) -> None:
        place.mkdir()
        (place / "chunk").write_text(word)

    return make


def test_a_folder_is_replaced_as_a_whole(tmp_path):
    write(tmp_path / "run.zarr", folder_with("old"))
    write(tmp_path / "run.zarr", folder_with("new"))
    assert (tmp_path / "run.zarr" / "chunk").read_text() == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["run.zarr"]


def test_an_old_folder_comes_back_if_the_new_one_cannot_take_its_place(tmp_path, monkeypatch):
    write(tmp_path / "run.zarr", folder_with("old"))
    replace, calls = Path.replace, []

    def second_fails(source, target):
        calls.append(target)
        if len(calls) == 2:
            raise OSError(errno.EACCES, "Permission denied")
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", second_fails)
    with pytest.raises(ThermidorError, match="cannot be written"):
        write(tmp_path / "run.zarr", folder_with("new"))
    assert (tmp_path / "run.zarr" / "chunk").read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["run.zarr"]


def test_a_writable_folder_is_made_and_left_empty(tmp_path):
    assert list(check_writable(tmp_path / "out").iterdir()) == []


def test_a_page_command_takes_one_folder_that_is_there(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert folder_of(["page", str(tmp_path)]) == tmp_path
    for words in ([], ["--help"], ["docs"], [str(tmp_path), "more"]):
        with pytest.raises(SystemExit) as end:
            folder_of(["page", *words])
        assert end.value.code == 2
        assert "usage" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("module", ["lab.pages", "lab.macro_plan.page", "planning.pages"])
def test_the_pages_of_the_docs_make_no_folder_of_a_slip(tmp_path, module):
    command = [sys.executable, "-m", f"thermidor.{module}", "--help"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, list(tmp_path.iterdir())) == (2, [])
    assert "FOLDER" in done.stderr

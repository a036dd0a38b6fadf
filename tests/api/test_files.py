"""Records and reports as files: whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique import api
from communique.api.files import to_json, write_text
from communique.record.errors import InputError
from communique.record.values import Edition, Notice, Participant, Passage, Record, Voice
from communique.report.values import Report

_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_PASSAGES = st.builds(
    Passage, id=_TEXT, source=_TEXT, start=st.integers(0, 9), end=st.integers(0, 9), text=_TEXT,
    voice=st.sampled_from(Voice), start_at=st.none() | st.floats(0, 1e6), attributed_to=st.tuples(_TEXT))
_RECORDS = st.builds(
    Record, passages=st.lists(_PASSAGES, max_size=3).map(tuple),
    edition=st.builds(Edition, title=st.none() | _TEXT, number=st.none() | st.integers(1, 99)),
    participants=st.builds(Participant, id=_TEXT, name=_TEXT, country=st.none() | _TEXT).map(lambda p: (p,)),
    notices=st.builds(Notice, code=_TEXT, message=_TEXT).map(lambda n: (n,)))


@given(_RECORDS)
def test_a_record_comes_back_as_it_was_saved(tmp_path_factory: pytest.TempPathFactory, record: Record) -> None:
    path = tmp_path_factory.mktemp("saved") / "record.json"
    api.save(record, path)
    assert api.load(path) == record
    assert path.read_bytes() == to_json(record)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"passages": [{"id": 3}]}', b"\xff\xfe", b"null"])
def test_what_is_no_record_says_so_and_how_to_make_one(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        api.load(path)
    assert str(path) in str(caught.value)
    assert "communique read" in str(caught.value)


@pytest.mark.parametrize("name", ["report.odt", "report", "report.html.exe"])
def test_a_suffix_that_is_no_format_is_refused_before_anything_is_written(name: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no report format"):
        api.write(Report(title="Lamps"), tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="folder does not exist"):
        api.write(Report(title="Lamps"), tmp_path / "away" / "report.md")
    assert not (tmp_path / "away").exists()


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "report.md").mkdir()
    with pytest.raises(InputError, match="this is a folder"):
        api.write(Report(title="Lamps"), tmp_path / "report.md")


@pytest.mark.parametrize("suffix", ["MD", "Html", "json"])
def test_a_suffix_counts_in_any_case(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"report.{suffix}"
    api.write(Report(title="Lamps"), path)
    assert "Lamps" in path.read_text("utf-8")


def test_an_earlier_file_stays_where_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.txt"
    write_text("before", path)

    def full(self: Path, target: Path) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(InputError, match="no space"):
        write_text("after", path)
    assert path.read_text("utf-8") == "before"
    assert [p.name for p in tmp_path.iterdir()] == ["out.txt"]

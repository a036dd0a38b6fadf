"""A folder or an archive is one edition; a hostile archive writes and inflates nothing."""

import io
import os
import zipfile
from pathlib import Path

import pytest

from communique.record.errors import InputError
from communique.record.readers import Limits, read_file, read_sources

from .making import WORDS, docx_of, zip_of

REPORT = f"Report\n\n{WORDS}".encode()
LIST = b"Name,Country\nMarit Solheim,Norway\n"


def names(path: Path) -> list[str]:
    return [raw.name.rpartition("/")[2] for raw, _ in read_sources([path])]


def archive(path: Path, entries: dict[str, bytes]) -> Path:
    path.write_bytes(zip_of(entries))
    return path


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path: Path) -> None:
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks/a.docx").write_bytes(docx_of(WORDS).data)
    (tmp_path / "b.txt").write_bytes(REPORT)
    (tmp_path / "People.csv").write_bytes(LIST)

    assert names(tmp_path) == ["b.txt", "People.csv", "a.docx"]


def test_an_archive_reads_like_its_folder_and_names_its_members(tmp_path: Path) -> None:
    path = archive(tmp_path / "edition.zip", {"talks/a.docx": docx_of(WORDS).data, "b.txt": REPORT, "talks/": b""})

    assert [raw.name for raw, _ in read_sources(path)] == [f"{path}: b.txt", f"{path}: talks/a.docx"]


def test_hidden_and_system_files_are_skipped_and_told(tmp_path: Path) -> None:
    path = archive(tmp_path / "e.zip", {"b.txt": REPORT, "__MACOSX/._b.txt": b"\0", ".DS_Store": b"\0",
                                        "~$a.docx": b"x", "Thumbs.db": b"x"})
    ((_, reading),) = read_sources(path)

    assert [notice.code for notice in reading.notices].count("skipped-file") == 4


def test_what_is_given_twice_is_read_once(tmp_path: Path) -> None:
    path = archive(tmp_path / "e.zip", {"a.txt": REPORT, "copy of a.txt": REPORT, "people.csv": LIST})
    (first, _), _ = ((reading, raw) for raw, reading in read_sources(path))

    (duplicate,) = (notice for notice in first.notices if notice.code == "duplicate-file")
    assert duplicate.source == f"{path}: copy of a.txt"
    assert f"{path}: a.txt" in duplicate.message


def test_a_file_of_another_kind_is_listed_and_a_damaged_one_is_refused(tmp_path: Path) -> None:
    picture = b"\x89PNG\r\n\x1a\n" + b"\0" * 50
    ((_, reading),) = read_sources(archive(tmp_path / "e.zip", {"a.txt": REPORT, "logo.png": picture}))
    assert [(notice.code, notice.source) for notice in reading.notices] == [
        ("unread-file", f"{tmp_path}/e.zip: logo.png")]

    with pytest.raises(InputError, match=r"f\.zip: talk\.docx: .*damaged"):
        read_sources(archive(tmp_path / "f.zip", {"a.txt": REPORT, "talk.docx": docx_of(WORDS).data[:-300]}))


def test_a_member_named_in_a_legacy_encoding_keeps_its_name(tmp_path: Path) -> None:
    stored = zipfile.ZipInfo("PLACEHOLDER1.txt")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr(stored, REPORT)
    path = tmp_path / "e.zip"
    path.write_bytes(buffer.getvalue().replace(b"PLACEHOLDER1", "海港会议发言".encode("gb18030")))

    assert names(path) == [f"{path}: 海港会议发言.txt".rpartition("/")[2]]


@pytest.mark.parametrize("entry", ["../a.txt", "/etc/a.txt", "a/../../b.txt", "C:\\a.txt", "..\\a.txt"])
def test_an_entry_that_points_outside_is_refused(tmp_path: Path, entry: str) -> None:
    with pytest.raises(InputError, match="outside") as raised:
        read_sources(archive(tmp_path / "e.zip", {"ok.txt": REPORT, entry: REPORT}))
    assert raised.value.place


def test_a_symbolic_link_in_an_archive_is_refused(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("people.csv")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "e.zip", "w") as package:
        package.writestr(link, "/etc/passwd")

    with pytest.raises(InputError, match="symbolic link"):
        read_sources(tmp_path / "e.zip")


def test_links_in_a_folder_are_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(REPORT)
    (tmp_path / "loop").symlink_to(tmp_path)
    (tmp_path / "b.txt").symlink_to("/etc/hostname")

    assert names(tmp_path) == ["a.txt"]


@pytest.mark.parametrize(
    ("entries", "limits"),
    [
        ({"a.txt": b"a" * 3_000_000}, Limits()),
        ({f"{n}.txt": b"x%d" % n for n in range(30)}, Limits(members=20)),
        ({"a.txt": os.urandom(5000), "b.txt": os.urandom(5000)}, Limits(total_bytes=9000)),
        ({"a.txt": os.urandom(5000)}, Limits(file_bytes=6000, total_bytes=4000)),
    ],
    ids=["ratio", "count", "total", "one"],
)  # fmt: skip
def test_a_bomb_is_refused_before_it_grows(tmp_path: Path, entries: dict[str, bytes], limits: Limits) -> None:
    path = archive(tmp_path / "e.zip", entries)
    with pytest.raises(InputError) as raised:
        read_sources(path, limits=Limits(file_bytes=10**6, total_bytes=limits.total_bytes, members=limits.members))
    assert raised.value.remedy


def test_an_entry_larger_than_it_says_is_refused(tmp_path: Path) -> None:
    data = zip_of({"a.txt": b"words " * 200})
    size = (1200).to_bytes(4, "little")
    (tmp_path / "e.zip").write_bytes(data.replace(size, (10).to_bytes(4, "little")))

    with pytest.raises(InputError):
        read_sources(tmp_path / "e.zip")


def test_archives_in_archives_and_encrypted_ones_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="inside the archive"):
        read_sources(archive(tmp_path / "e.zip", {"inner.zip": zip_of({"a.txt": REPORT})}))

    data = bytearray(zip_of({"a.txt": REPORT}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "f.zip").write_bytes(data)
    with pytest.raises(InputError, match="encrypted"):
        read_sources(tmp_path / "f.zip")


def test_nothing_to_read_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing here that can be read"):
        read_sources(tmp_path)
    (tmp_path / "song.mp3").write_bytes(b"ID3\x04" + b"\0" * 50)
    with pytest.raises(InputError, match="sound or video"):
        read_sources(tmp_path)


def test_one_file_is_no_edition_and_an_archive_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(REPORT)
    raw, reading = read_file(tmp_path / "a.txt")
    assert (raw.name, reading.format) == (str(tmp_path / "a.txt"), "text")

    with pytest.raises(InputError, match="archive of files"):
        read_file(archive(tmp_path / "e.zip", {"a.txt": REPORT}))


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(InputError, match="pipe"):
        read_file(tmp_path / "pipe.txt")

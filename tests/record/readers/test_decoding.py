"""Legacy text must come out right, or be refused; it must never come out as mojibake."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.record.errors import InputError
from communique.record.readers.decoding import decode
from communique.record.readers.raw import RawFile

RUSSIAN = ("Участники круглого стола обсудили новые вызовы. Пётр Самарин, ректор академии, "
           "отметил, что без доверия договоры не живут.")
CHINESE = "与会学者就地区合作交换了意见。林若海院长认为，互信需要时间，也需要耐心。"
KOREAN = "참가자들은 지역 협력에 대해 논의했다. 신뢰가 중요하다고 말했다."
FRENCH = "Les intervenants ont déploré l’absence de règles ; « la confiance » reste à bâtir, côté européen."
GERMAN = "Die Gäste betonten: „Größere Nähe schafft Vertrauen“ – auch über Grenzen."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"), (RUSSIAN, "koi8-r"), (RUSSIAN, "cp866"), (RUSSIAN, "utf-16-le"),
        (RUSSIAN, "utf-16-be"), (CHINESE, "gb18030"), (CHINESE, "utf-16-le"),
        (CHINESE + "\n" + CHINESE, "utf-16-be"), (KOREAN, "euc-kr"), (FRENCH, "cp1252"),
        (GERMAN, "cp1252"), (FRENCH, "utf-16-be"), ("Добрый день, коллеги!", "cp1251"),
        ("各位来宾，大家好。", "gb18030"), ("Mr Chair — thank you", "cp1252"),
    ],
)  # fmt: skip
def test_one_paragraph_is_enough_to_tell_the_encoding(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), name="speech.txt")

    assert decoded.text == text
    assert not decoded.certain


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_settles_the_matter_and_is_no_text(encoding: str) -> None:
    decoded = decode(f"{RUSSIAN}\r\n{CHINESE}".encode(encoding), name="speech.txt")

    assert decoded.text == f"{RUSSIAN}\r\n{CHINESE}"
    assert decoded.certain


def test_utf8_is_never_doubted() -> None:
    decoded = decode(FRENCH.encode(), name="a.txt")

    assert (decoded.text, decoded.encoding, decoded.certain) == (FRENCH, "utf-8", True)


def test_one_damaged_byte_does_not_turn_utf8_into_something_else() -> None:
    data = RUSSIAN.encode()
    decoded = decode(data[:41] + b"\xff" + data[41:], name="a.txt")

    assert decoded.encoding == "utf-8"
    assert decoded.damaged > 0
    assert decoded.text.endswith("договоры не живут.")


def test_utf16_that_breaks_off_names_the_byte() -> None:
    with pytest.raises(InputError, match=r"a\.txt, byte \d+: .*breaks off"):
        decode(RUSSIAN.encode("utf-16")[:-1], name="a.txt")


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x00\x01\x02\x03" * 500, b"\x7fELF\x02\x01\x01" + b"\0" * 99])
def test_bytes_that_are_no_text_are_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="not text"):
        decode(data, name="noise.txt")


@given(st.binary(max_size=3000))
def test_any_bytes_are_either_text_or_refused(data: bytes) -> None:
    try:
        assert isinstance(decode(data, name="x").text, str)
    except InputError as error:
        assert error.remedy


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc")), min_size=1))
def test_whatever_is_saved_as_utf8_comes_back(text: str) -> None:
    assert decode(text.encode(), name="x").text == text.removeprefix("\ufeff")


def test_a_file_is_refused_by_its_size_before_it_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "recording.txt"
    with huge.open("wb") as file:
        file.truncate(2 * 1024**3)

    with pytest.raises(InputError, match=r"2,048 MB, more than the 64 MB"):
        RawFile.at(huge)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        RawFile.at(tmp_path / "gone.txt")
    with pytest.raises(InputError, match="folder"):
        RawFile.at(tmp_path)


@pytest.mark.parametrize(("name", "suffix"), [("a/b.TXT", ".txt"), ("x.zip: dir.v2/notes", ""), (".env", ""), ("a", "")])
def test_the_suffix_is_that_of_the_last_part(name: str, suffix: str) -> None:
    assert RawFile(name, b"").suffix == suffix

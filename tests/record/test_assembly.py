"""From readings to a record: order, names, sessions, sentences and their places."""

from __future__ import annotations

from communique.record.assembly import gather, merge_editions, shown_names
from communique.record.readers.raw import RawFile
from communique.record.reading import Reading, Turn
from communique.record.values import Edition, Session, SourceKind, Voice
from communique.record.view import Piece, View


def transcript(text: str, *, speaker: str = "Larin") -> Reading:
    return Reading(kind=SourceKind.TRANSCRIPT, format="vtt", text=text,
                   turns=(Turn(View.of(text, 0, len(text)), speaker),))


def edition_file(files: dict[str, str]) -> Reading:
    sessions = tuple(Session(id=i, title=i) for i in dict.fromkeys(files.values()))
    return Reading(kind=SourceKind.PROGRAMME, format="toml", text='hosts = ["Steppe Institute"]\n',
                   sessions=sessions, session_files=files, edition=Edition(series="Steppe Dialogue"))


def raw(name: str) -> RawFile:
    return RawFile(name, name.encode())


def test_sources_follow_the_order_of_the_edition_file() -> None:
    record = gather([
        (raw("e/closing.txt"), transcript("We close.")),
        (raw("e/edition.toml"), edition_file({"first.vtt": "one", "closing.txt": "two"})),
        (raw("e/first.vtt"), transcript("We begin.")),
    ])
    assert [s.name for s in record.sources] == ["edition.toml", "first.vtt", "closing.txt"]
    assert [(p.text, p.session) for p in record.passages if p.voice is Voice.VIEW] == [
        ("We begin.", "one"), ("We close.", "two")]


def test_a_name_never_tells_where_the_files_lie() -> None:
    assert shown_names(["/home/ada/e/a.vtt", "/home/ada/e/papers/b.docx"]) == ["a.vtt", "papers/b.docx"]
    assert shown_names(["/home/ada/e.zip: in/a.vtt"]) == ["a.vtt"]
    assert shown_names([r"C:\meetings\a.vtt", r"C:\meetings\b.vtt"]) == ["a.vtt", "b.vtt"]


def test_a_sentence_spread_over_cues_is_one_passage_with_the_times_of_both() -> None:
    text = "00:01 Water is\n00:04 scarce. We wait."
    view = View((Piece(6, 14, "Water is", 1.0, 4.0), Piece(21, len(text), "scarce. We wait.", 4.0, 9.0)))
    reading = Reading(kind=SourceKind.TRANSCRIPT, format="vtt", text=text, turns=(Turn(view, "A"),))
    first, second = gather([(raw("a.vtt"), reading)]).passages
    assert (first.text, first.start_at, first.end_at) == ("Water is scarce.", 1.0, 9.0)
    assert text[first.start:first.end] == "Water is\n00:04 scarce."
    assert text[second.start:second.end] == "We wait."


def test_settings_of_an_edition_file_read_as_text_and_cite_their_line() -> None:
    record = gather([(raw("edition.toml"), edition_file({}))])
    [line] = record.passages
    assert (line.text, line.voice) == ("hosts: Steppe Institute", Voice.SECRETARIAT)


def test_the_first_account_of_a_fact_is_believed() -> None:
    merged = merge_editions([Edition(series="A", date="2026-01-02"), Edition(series="B", number=3)])
    assert (merged.series, merged.date, merged.number) == ("A", "2026-01-02", 3)

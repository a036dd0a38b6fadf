import pytest

from communique.record.errors import InputError
from communique.record.readers import edition_file
from communique.record.reading import Reading
from communique.record.values import AttributionRule, SourceKind

from .making import text

FILE = """
[edition]
series = "Strand Dialogue"
number = 5
date = 2023-05-03
online = false
hosts = ["Fjord Institute"]
audience = "scholars"
attribution = "by_institution"

[[session]]
title = "Opening"
files = ["opening.docx", "talks/greeting.pdf"]

[[session]]
theme = "Ice and ports"
number = 1
chair = "Ana Duarte"
attribution = "none"
files = ["one.vtt"]

[[participant]]
name = "Ana Duarte"
roles = ["chair", "speaker"]
country = "Chile"
"""


def read(content: str) -> Reading:
    return edition_file.read(text(content, "edition.toml"))


def test_what_the_secretariat_states_is_taken_over() -> None:
    reading = read(FILE)

    assert reading.kind is SourceKind.PROGRAMME
    assert reading.edition is not None
    assert (reading.edition.number, reading.edition.date, reading.edition.online) == (5, "2023-05-03", False)
    assert reading.edition.hosts == ("Fjord Institute",)
    assert reading.edition.attribution is AttributionRule.BY_INSTITUTION
    assert reading.session_files == {"opening.docx": "session-1", "talks/greeting.pdf": "session-1", "one.vtt": "session-2"}
    assert [(session.title, session.number, session.attribution) for session in reading.sessions] == [
        ("Opening", None, None), ("Ice and ports", 1, AttributionRule.NONE)]
    assert reading.roster[0].columns == {"name": "Ana Duarte", "roles": "chair; speaker", "country": "Chile"}
    assert reading.notices == ()


def test_a_list_of_participants_alone_is_a_list() -> None:
    assert read('[[participant]]\nname = "Ana"').kind is SourceKind.PARTICIPANTS


def test_unknown_keys_are_pointed_at() -> None:
    reading = read('[edition]\nnumbr = 5\n[[session]]\ntitle = "A"\nroom = "B"\n[meal]\nfish = true')

    assert sorted((notice.code, notice.place) for notice in reading.notices) == [
        ("unknown-key", "[[session]] 1"), ("unknown-key", "[edition]"), ("unknown-key", "the file")]


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("[edition]\nseries = Strand", "line 2"),
        ('[edition]\nnumber = "five"', r"\[edition\] number"),
        ('[edition]\ndate = "3 May"', r"\[edition\] date"),
        ('[edition]\nonline = "yes"', r"\[edition\] online"),
        ('[edition]\nattribution = "chatham"', r"\[edition\] attribution"),
        ('[edition]\nhosts = [1]', r"\[edition\] hosts"),
        ('[[session]]\ntitle = "A"\nattribution = "None"', r"\[\[session\]\] 1"),
        ('[[session]]\ntitle = 3', r"\[\[session\]\] 1"),
        ('[session]\ntitle = "A"', r"\[\[session\]\]"),
        ('[[participant]]\npost = "Rector"', r"\[\[participant\]\] 1"),
        ('[[participant]]\nname = "A"\nattribution = "secret"', r"\[\[participant\]\] 1"),
        ('edition = 3', r"\[edition\]"),
        ("a = " + "[" * 5000, ""),
    ],
)  # fmt: skip
def test_a_slip_is_refused_with_its_place_and_a_remedy(content: str, place: str) -> None:
    with pytest.raises(InputError, match=rf"edition\.toml(, {place})?") as raised:
        read(content)
    assert raised.value.remedy
    assert not place or raised.value.place


def test_it_is_known_by_its_tables_and_not_by_its_name() -> None:
    assert edition_file.recognises(text(FILE, "notes.txt"))
    assert not edition_file.recognises(text("[project]\nname = 'x'", "pyproject.toml"))
    assert not edition_file.recognises(text("[edition]\n\nThe old edition, in prose.", "notes.txt"))

"""The last gate stops what everything before it has let through."""

from __future__ import annotations

from dataclasses import replace

from communique.record.attribution import Disclosure
from communique.record.values import (
    AttributionRule,
    Edition,
    Participant,
    Passage,
    Record,
    Session,
    Voice,
)
from communique.report.guard import guarded, without_speakers
from communique.report.values import (
    CitedPassage,
    Flag,
    Origin,
    Paragraph,
    Report,
    Section,
    SectionKind,
    Sentence,
    Table,
)

SADYKOVA = Participant(id="person-2", name="Aigerim Sadykova", institution="Centre for Steppe Studies")
PILLAI = Participant(id="person-5", name="Rajan Pillai", institution="Malabar Policy Trust")


def _said(number: int, who: str, session: str) -> Passage:
    return Passage(id=f"p{number}", source="s1", start=0, end=1, text=f"Point {number}.", voice=Voice.VIEW,
                   attributed_to=(who,), session=session)


RECORD = Record(
    edition=Edition(series="Steppe Dialogue"), participants=(SADYKOVA, PILLAI),
    sessions=(Session(id="open", title="First"),
              Session(id="closed", title="Second", attribution=AttributionRule.NONE)),
    passages=(_said(1, "person-2", "closed"), _said(2, "person-5", "open")),
)
RULE = Disclosure(RECORD)


def _sentence(text: str, *trace: str, flags: tuple[Flag, ...] = ()) -> Sentence:
    return Sentence(id="t1", text=text, origin=Origin.REPORTED, trace=trace, flags=flags,
                    participants=("person-2", "person-5"))


def _report(*sentences: Sentence, title: str = "Dust") -> Report:
    table = Table(caption="Who", columns=("Name",), rows=(("Ms Sadykova",), ("Rajan Pillai",)))
    section = Section(id="s", kind=SectionKind.DISCUSSION, title=title,
                      blocks=(Paragraph(sentences=sentences, participant="person-2"), table))
    return Report(
        title=title, subtitle="With Aigerim", sections=(section,), participants=(SADYKOVA, PILLAI),
        passages=(CitedPassage(id="c1", text="Point.", source="sadykova.docx", place="line 1"),))


def test_a_sentence_a_cell_and_a_passage_that_name_somebody_are_left_out() -> None:
    safe = guarded(_report(_sentence("Sadykova spoke."), _sentence("Dust was spoken of.")), RULE)
    paragraph, table = safe.sections[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert isinstance(table, Table)
    assert [s.text for s in paragraph.sentences] == ["Dust was spoken of."]
    assert table.rows == (("Rajan Pillai",),)
    assert (safe.passages[0].text, safe.passages[0].source) == ("", "")


def test_titles_that_name_somebody_become_neutral() -> None:
    safe = guarded(_report(_sentence("Dust."), title="Ms Sadykova’s paper"), RULE)
    assert (safe.title, safe.subtitle, safe.sections[0].title) == ("Report of the meeting", None, "Discussion")


def test_a_flag_that_quotes_a_name_goes_and_its_sentence_stays() -> None:
    flagged = _sentence("Dust.", flags=(Flag(code="name", message="“Sadykova” stands nowhere"),
                                        Flag(code="number", message="the number 3 stands nowhere")))
    assert [f.code for s in guarded(_report(flagged), RULE).sentences() for f in s.flags] == ["number"]


def test_people_are_numbered_as_listed_so_that_no_gap_tells() -> None:
    safe = guarded(_report(_sentence("Dust.", "p2")), RULE)
    assert [(p.id, p.name) for p in safe.participants] == [("person-1", "Rajan Pillai")]
    assert [s.participants for s in safe.sentences()] == [("person-1",)]
    assert [b.participant for b in safe.sections[0].blocks if isinstance(b, Paragraph)] == [None]


def test_a_sentence_that_rests_on_a_protected_passage_is_given_to_nobody() -> None:
    passages = {p.id: p for p in RECORD.passages}
    sections = without_speakers(_report(_sentence("A.", "p2"), _sentence("B.", "p1", "p2")).sections, passages, RULE)
    told = [s.participants for b in sections[0].blocks if isinstance(b, Paragraph) for s in b.sentences]
    assert told == [("person-5",), ()]


def test_where_nothing_is_protected_the_report_is_as_it_was() -> None:
    report = _report(_sentence("Sadykova spoke."))
    assert guarded(report, Disclosure(replace(RECORD, sessions=RECORD.sessions[:1]))) is report

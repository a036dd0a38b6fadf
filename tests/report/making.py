"""Records of an invented forum, made small: only what a test says of them is in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import Any

from communique.engines.language.english import EnglishParser
from communique.record.values import (
    Edition,
    Participant,
    Passage,
    Record,
    Session,
    Source,
    SourceKind,
    Voice,
)
from communique.report.draft import draft
from communique.report.material import Material
from communique.report.style import Style
from communique.report.values import Report, Section, SectionKind, sentences_of

ADA = Participant(id="person-1", name="Ada Lind", honorific="Dr.", post="Director",
                  institution="Institute of Fjords", country="Norway")
BO = Participant(id="person-2", name="Bo Tveit", honorific="Mr.", post="Senior Fellow",
                 institution="Skerry University")
CHI = Participant(id="person-3", name="Nguyễn Thị Chi")
TALK = Source(id="s1", name="talk.vtt", kind=SourceKind.TRANSCRIPT, format="webvtt", sha256="0" * 64,
              language="en", text="")
REPORT = replace(TALK, id="s2", name="report.txt", kind=SourceKind.REPORT, format="plain")


def said(number: int, text: str, *who: Participant, **facts: Any) -> Passage:
    """One sentence of the transcript; ``facts`` override."""
    plain = Passage(id=f"p{number}", source="s1", start=0, end=0, text=text, voice=Voice.VIEW,
                    attributed_to=tuple(p.id for p in who), language="en")
    return replace(plain, **facts)


def told(number: int, text: str, *who: Participant, voice: Voice = Voice.VIEW) -> Passage:
    """One sentence of the published report."""
    return said(number, text, *who, source="s2", voice=voice)


def record(
    *passages: Passage, people: Iterable[Participant] = (ADA, BO), sessions: Iterable[Session] = (),
    sources: Iterable[Source] = (TALK, REPORT), **edition: Any,
) -> Record:
    """A record whose sources hold their passages, a line each, so that every span is true."""
    texts = {s.id: "\n".join(p.text for p in passages if p.source == s.id) for s in sources}
    placed = (replace(p, start=texts[p.source].index(p.text),
                      end=texts[p.source].index(p.text) + len(p.text)) for p in passages)
    return Record(edition=Edition(**edition), participants=tuple(people), passages=tuple(placed),
                  sessions=tuple(sessions), sources=tuple(replace(s, text=texts[s.id]) for s in sources))


@cache
def parser() -> EnglishParser:
    return EnglishParser()


def material(made: Record, style: Style | None = None) -> Material:
    return Material(made, style or Style(), parser())


def drafted(made: Record, style: Style | None = None) -> Report:
    return draft(made, style=style or Style(), parser=parser())


def texts_of(section: Section | None) -> list[str]:
    return [s.text for s in sentences_of(section)] if section else []


def chapter(report: Report, kind: SectionKind) -> list[str]:
    """The sentences of the report's sections of one kind."""
    return [text for section in report.sections if section.kind is kind for text in texts_of(section)]


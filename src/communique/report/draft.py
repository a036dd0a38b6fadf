"""The draft: a record in, a report out, in the order of the field."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from communique.record.values import Edition, Passage, Record, Tool, Voice
from communique.viewpoints.parse import Parser
from communique.viewpoints.themes import themes_of

from .agreement import agreement_sections
from .annexes import method_section, participants_section, programme_section, references_section
from .asked import recommendations_section
from .citing import cited, renumbered
from .drift import discussion_sections, keep, kept_discussion
from .facts import event_sentences, opening_sentences, ordinal
from .guard import guarded, without_speakers
from .material import Material
from .order import ordered
from .proposals import LanguageModel
from .style import Style
from .summaries import summaries_section
from .trace import check
from .values import (
    Flag,
    Origin,
    Paragraph,
    Report,
    Section,
    SectionKind,
    Sentence,
    with_sentences,
)

Progress = Callable[[str], None]


def draft(
    record: Record,
    *,
    style: Style,
    parser: Parser | None,
    model: LanguageModel | None = None,
    tools: Iterable[Tool] = (),
    progress: Progress = lambda _: None,
) -> Report:
    """A report of ``record``, every sentence with its trace, nothing protected in it.

    Deterministic unless a language ``model`` is given.
    """
    material = Material(record, style, parser)
    sections = [*_sections(material, model, progress)]
    progress("checking every sentence against its passages")
    ungiven = without_speakers(sections, material.passages, material.disclosure)
    checked = _flagged(_numbered(ungiven), material)
    traced, passages = renumbered(checked, cited(checked, material.disclosure))
    people = ordered(material.disclosure.nameable(), material.disclosure, style.order)
    edition = material.disclosure.edition()
    report = Report(
        title=_title(edition), subtitle=_subtitle(edition), language="en", edition=edition,
        attribution=record.edition.attribution, sections=tuple(traced), passages=passages,
        participants=people, tools=(*record.tools, *tools),
    )
    return guarded(report, material.disclosure)


def _sections(
    material: Material, model: LanguageModel | None, progress: Progress
) -> Iterator[Section]:
    record, disclosure = material.record, material.disclosure
    yield from _event(material)
    progress("gathering themes")
    yield from discussion_sections(material, themes_of(material.reportable))
    yield from filter(None, [kept_discussion(material)])
    progress("writing the participants' paragraphs")
    flags_of = _checker(material)
    yield from filter(None, [summaries_section(material, model, flags_of)])
    progress("looking for agreement, difference and recommendations")
    yield from agreement_sections(material)
    yield from filter(None, [recommendations_section(material)])
    languages = material.parser.languages if material.parser else frozenset()
    yield method_section(record, disclosure, model=model.name if model else None, languages=languages)
    people = ordered(disclosure.nameable(), disclosure, material.style.order)
    yield from filter(None, [
        programme_section(record, disclosure), participants_section(people),
        references_section(record, material.citable),
    ])


def _event(material: Material) -> Iterator[Section]:
    """The event and the opening: as a published report has them, else from the edition's facts."""
    kept = [keep(p) for p in material.kept(Voice.EVENT, Voice.SECRETARIAT)]
    event = kept or list(event_sentences(material.record, material.disclosure))
    if event:
        yield Section(id="event", kind=SectionKind.EVENT, title="The meeting",
                      blocks=(Paragraph(sentences=tuple(event)),))
    roles = [keep(p) for p in material.kept(Voice.ROLE, Voice.LIST)]
    shared = [keep(p) for p in material.kept(Voice.VIEW) if len(p.attributed_to) > 1]
    opening = [*roles, *shared] or list(opening_sentences(material.record, material.disclosure))
    if opening:
        yield Section(id="opening", kind=SectionKind.OPENING, title=_opening_title(material.record),
                      blocks=(Paragraph(sentences=tuple(opening)),))


def _opening_title(record: Record) -> str:
    """Two chapters of one title would mislead: a session may be called "Opening" itself."""
    taken = {session.title.casefold() for session in record.sessions}
    return "Chair and opening speakers" if "opening" in taken else "Opening"


def _title(edition: Edition) -> str:
    return edition.title or edition.series or "Report of the meeting"


def _subtitle(edition: Edition) -> str | None:
    if edition.series and edition.number and edition.title:
        return f"{edition.series}, {ordinal(edition.number)} edition"
    return edition.series if edition.title else None


def _numbered(sections: Iterable[Section]) -> list[Section]:
    count = 0

    def number(sentence: Sentence) -> Sentence:
        nonlocal count
        count += 1
        return replace(sentence, id=f"t{count}")

    return [with_sentences(section, number) for section in sections]


def _flagged(sections: Iterable[Section], material: Material) -> list[Section]:
    flags_of = _checker(material)

    def flag(sentence: Sentence) -> Sentence:
        if sentence.origin in (Origin.SECRETARIAT, Origin.KEPT, Origin.STATED):
            return sentence
        passages = [material.passages[i] for i in sentence.trace]
        found = flags_of(sentence.text, passages)
        return replace(sentence, flags=(*sentence.flags, *found)) if found else sentence

    return [section if section.kind is SectionKind.REFERENCES else with_sentences(section, flag)
            for section in sections]


def _checker(material: Material) -> Callable[[str, Iterable[Passage]], tuple[Flag, ...]]:
    """The trace check, with nobody nameable but those whose words are cited."""
    people = {p.id: p for p in material.record.participants}

    def flags_of(text: str, passages: Iterable[Passage]) -> tuple[Flag, ...]:
        given = tuple(passages)
        speakers = dict.fromkeys(who for p in given for who in p.attributed_to)
        return check(text, given, participants=[people[who] for who in speakers],
                     speakers=tuple(speakers))

    return flags_of

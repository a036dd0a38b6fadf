"""The sections of a meeting: their themes, and the drift without names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.record.values import AttributionRule, Participant, Passage, Record, Session, Voice
from communique.viewpoints.themes import Theme

from .annexes import own
from .camps import camps
from .facts import fact_trace, rule_sentence
from .material import Material
from .naming import country_in_text, listed, with_article
from .values import Block, Origin, Paragraph, Section, SectionKind, Sentence

_THEMES_OF_A_SESSION = 4


def discussion_sections(material: Material, themes: Sequence[Theme]) -> Iterator[Section]:
    """One section a session that has words in it; then what is nobody's and outside any session."""
    for session in material.record.sessions:
        blocks = tuple(_blocks(session, material, themes))
        if blocks:
            yield Section(id=f"session-{session.id}", kind=SectionKind.DISCUSSION,
                          title=_title(material.disclosure.session(session)), blocks=blocks)
    if outside := tuple(camps(None, material)):
        rule = _rule_told(material.disclosure.session_rule(None))
        yield Section(id="unattributed", kind=SectionKind.DISCUSSION, title="Discussion",
                      blocks=(*rule, *outside))


def kept_discussion(material: Material) -> Section | None:
    """What a published report says of the discussion without giving it to anybody."""
    sentences = [keep(p) for p in material.kept(Voice.COLLECTIVE)]
    shared = [keep(p) for p in material.kept(Voice.VIEW) if not p.attributed_to]
    if not sentences and not shared:
        return None
    return Section(id="discussion", kind=SectionKind.DISCUSSION, title="Discussion",
                   blocks=(Paragraph(sentences=(*sentences, *shared)),))


def keep(passage: Passage) -> Sentence:
    """A sentence of a published report, as it stands there."""
    return Sentence(id="", text=passage.text, origin=Origin.KEPT, trace=(passage.id,),
                    participants=passage.attributed_to)


def _title(session: Session) -> str:
    return f"{session.title}: {session.theme}" if session.theme else session.title


def _blocks(session: Session, material: Material, themes: Sequence[Theme]) -> Iterator[Block]:
    rule = material.disclosure.session_rule(session.id)
    heard = [p for p in material.record.passages if p.session == session.id]
    opening = (*_chaired(session, material), *_drift(session, material, themes))
    if opening and _is_for_discussion(session, material.record):
        yield Paragraph(sentences=opening)
    if heard:
        yield from _rule_told(rule)
    yield from camps(session.id, material)


def _is_for_discussion(session: Session, record: Record) -> bool:
    """An opening or a closing has no theme where the sections have one; its facts stand elsewhere."""
    return bool(session.theme) or not any(other.theme for other in record.sessions)


def _rule_told(rule: AttributionRule) -> Iterator[Block]:
    """What the reader must know before reading on."""
    if text := rule_sentence(rule):
        yield Paragraph(sentences=(own(text),))


def _chaired(session: Session, material: Material) -> Iterator[Sentence]:
    """Who presided; nobody where the session's rule protects its people."""
    presiding = material.disclosure.session(session).chair
    chair = next((p for p in material.disclosure.nameable() if p.name == presiding), None)
    if chair is not None:
        yield Sentence(id="", text=f"{chair.name} presided.", origin=Origin.STATED,
                       trace=fact_trace(material.record, session.chair), participants=(chair.id,))


def _drift(session: Session, material: Material, themes: Sequence[Theme]) -> Iterator[Sentence]:
    here = {p.id for p in material.record.passages
            if p.session == session.id and p.id in material.citable}
    rule = material.disclosure.session_rule(session.id)
    named = [(theme.name, [p for p in theme.passages if p in here]) for theme in themes
             if not material.disclosure.leads_home(theme.name, rule)]
    touched = [(name, passages) for name, passages in named if len(passages) > 1]
    touched.sort(key=lambda pair: -len(pair[1]))
    if not touched:
        return
    chosen = touched[:_THEMES_OF_A_SESSION]
    text = f"The discussion turned on {listed([name for name, _ in chosen])}."
    yield Sentence(id="", text=text, origin=Origin.STATED, rules=("themes",),
                   trace=tuple(dict.fromkeys(p for _, ps in chosen for p in ps[:2])))


def anonymous_label(participant: Participant, rule: AttributionRule) -> str:
    """How a report refers to somebody who may be known by institution or country only."""
    if rule is AttributionRule.BY_INSTITUTION and participant.institution:
        return f"a participant from {with_article(participant.institution)}"
    return f"a participant from {country_in_text(participant.country or '')}"

"""The sections of a meeting: their themes, and the drift without names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.record.values import AttributionRule, Participant, Passage, Session, Voice
from communique.viewpoints.points import points_among
from communique.viewpoints.themes import Theme

from .annexes import own
from .facts import fact_trace, rule_sentence
from .material import Material
from .naming import capitalised, listed, with_article
from .reported_speech import Place, Referent, Reported
from .values import Block, Bullets, Origin, Paragraph, Section, SectionKind, Sentence

_SOMEBODY = Referent("one participant")
_POINTS_OF_A_SESSION = 14
_THEMES_OF_A_SESSION = 4


def discussion_sections(material: Material, themes: Sequence[Theme]) -> Iterator[Section]:
    """One section a session that has words in it; then what was kept without a session."""
    for session in material.record.sessions:
        blocks = tuple(_blocks(session, material, themes))
        if blocks:
            yield Section(id=f"session-{session.id}", kind=SectionKind.DISCUSSION,
                          title=_title(session), blocks=blocks)


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
    views = [p for p in heard if p.voice is Voice.VIEW and p.id in material.citable]
    drift = [*_drift(session, material, themes)]
    if rule is not AttributionRule.NAMED and heard:
        drift.append(own(rule_sentence(rule)))
    if drift or session.theme:
        opening = (*_chaired(session, material), *drift)
        if opening:
            yield Paragraph(sentences=opening)
    if rule is AttributionRule.NONE:
        yield from _unattributed(views, material)


def _chaired(session: Session, material: Material) -> Iterator[Sentence]:
    """Who presided; nobody where the session's rule protects its people."""
    rule = material.disclosure.session_rule(session.id)
    chair = next((p for p in material.disclosure.nameable() if p.name == session.chair), None)
    if chair is not None and rule is AttributionRule.NAMED:
        yield Sentence(id="", text=f"{chair.name} presided.", origin=Origin.STATED,
                       trace=fact_trace(material.record, session.chair), participants=(chair.id,))


def _drift(session: Session, material: Material, themes: Sequence[Theme]) -> Iterator[Sentence]:
    here = {p.id for p in material.record.passages
            if p.session == session.id and p.id in material.citable}
    named = [(theme.name, [p for p in theme.passages if p in here]) for theme in themes]
    touched = [(name, passages) for name, passages in named if len(passages) > 1]
    touched.sort(key=lambda pair: -len(pair[1]))
    if not touched:
        return
    chosen = touched[:_THEMES_OF_A_SESSION]
    text = f"The discussion turned on {listed([name for name, _ in chosen])}."
    yield Sentence(id="", text=text, origin=Origin.STATED, rules=("themes",),
                   trace=tuple(dict.fromkeys(p for _, ps in chosen for p in ps[:2])))


def _unattributed(views: Sequence[Passage], material: Material) -> Iterator[Block]:
    """Topics and camps under the Chatham House Rule: views, none of them anybody's."""
    allowed = material.under(AttributionRule.NONE, views)
    chosen = points_among(allowed, most=_POINTS_OF_A_SESSION)
    material.prepare(chosen)
    written = [(p, material.written(p, _SOMEBODY, Place.LATER)) for p in chosen]
    # A voice can be known by its very words, so nothing is quoted where nobody may be named.
    items = tuple(Paragraph(sentences=(_nobodys(p, made),)) for p, made in written
                  if made.origin is Origin.REPORTED)
    if items:
        yield Bullets(items=items)


def _nobodys(passage: Passage, made: Reported) -> Sentence:
    return Sentence(id="", text=capitalised(made.text), origin=made.origin, rules=made.rules,
                    trace=(passage.id,))


def anonymous_label(participant: Participant, rule: AttributionRule) -> str:
    """How a report refers to somebody who may be known by institution or country only."""
    if rule is AttributionRule.BY_INSTITUTION and participant.institution:
        return f"a participant from {with_article(participant.institution)}"
    return f"a participant from {participant.country}"

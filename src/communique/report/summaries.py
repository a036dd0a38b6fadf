"""One paragraph a participant: what was reported of them, or what they said, in reported speech."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from communique.record.values import AttributionRule, Participant, Passage, Voice
from communique.viewpoints.points import points_of

from .annexes import own
from .drift import anonymous_label, keep
from .material import Material
from .naming import capitalised, referent
from .order import ordered
from .proposals import Asked, Check, LanguageModel, proposed
from .reported_speech import Place, Referent
from .style import Tense
from .values import Paragraph, Section, SectionKind, Sentence

_BRIDGE = "The main points of the participants are summarised below."
_GROUPED = (AttributionRule.BY_INSTITUTION, AttributionRule.BY_COUNTRY)


def summaries_section(
    material: Material, model: LanguageModel | None, check: Check
) -> Section | None:
    """The participants' paragraphs in the house's order; those without a view get none."""
    blocks = [*_named(material, model, check), *_grouped(material)]
    if not blocks:
        return None
    bridge = Paragraph(sentences=(own(_BRIDGE),))
    return Section(id="summaries", kind=SectionKind.SUMMARIES, title="Views of the participants",
                   blocks=(bridge, *blocks))


def _named(
    material: Material, model: LanguageModel | None, check: Check
) -> Iterator[Paragraph]:
    people = ordered(material.disclosure.nameable(), material.record, material.style.order)
    for person in people:
        sentences = _kept(person, material) or _written(person, material, model, check)
        if sentences:
            yield Paragraph(sentences=tuple(sentences), participant=person.id)


def _kept(person: Participant, material: Material) -> list[Sentence]:
    """A published report's own sentences on a person; those on several at once stand elsewhere."""
    return [keep(p) for p in material.kept(Voice.VIEW) if p.attributed_to == (person.id,)]


def _written(
    person: Participant, material: Material, model: LanguageModel | None, check: Check
) -> Sequence[Sentence]:
    passages = _chosen(person, AttributionRule.NAMED, material)
    written = _paragraph(passages, referent(person), material)
    if model is None or not written:
        return written
    asked = Asked(speaker=referent(person).full, passages=tuple(passages), written=tuple(written),
                  tense="in the past tense" if material.style.tense is Tense.PAST
                  else "in the present tense")
    return proposed(asked, model, check)


def _chosen(person: Participant, rule: AttributionRule, material: Material) -> list[Passage]:
    """The passages of a person's main points under ``rule``, in the order said."""
    own_words = [p for p in material.record.passages
                 if p.attributed_to == (person.id,) and p.voice is Voice.VIEW
                 and p.source not in material.reports]
    allowed = material.under(rule, own_words)
    chosen = points_of(material.record, person.id, among=allowed, words=material.style.words)
    return [material.passages[i] for point in chosen for i in point.passages]


def _paragraph(
    passages: Sequence[Passage], speaker: Referent, material: Material
) -> list[Sentence]:
    material.prepare(passages)
    sentences = []
    for passage in passages:
        made = material.written(passage, speaker, Place.BARE if sentences else Place.FIRST)
        sentences.append(Sentence(id="", text=capitalised(made.text), origin=made.origin, rules=made.rules,
                                  trace=(passage.id,), participants=passage.attributed_to))
    return sentences


def _grouped(material: Material) -> Iterator[Paragraph]:
    """Under rules that show an institution or a country: a paragraph each, and no name."""
    labelled: dict[str, list[Passage]] = {}
    for person in material.record.participants:
        for rule in _GROUPED:
            if material.disclosure.known(person, rule) is None:
                continue
            passages = _chosen(person, rule, material)
            labelled.setdefault(anonymous_label(person, rule), []).extend(passages)
    for label, passages in sorted(labelled.items()):
        sentences = _paragraph(passages, Referent(label), material)
        if sentences:
            yield Paragraph(sentences=tuple(replace(s, participants=()) for s in sentences))

"""One paragraph a participant: what was reported of them, or what they said, in reported speech."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.record.attribution import unordered
from communique.record.values import AttributionRule, Participant, Passage, Voice
from communique.viewpoints.points import points_among, points_of

from .annexes import own
from .drift import anonymous_label, keep
from .material import Material
from .naming import capitalised, referent
from .order import ordered
from .proposals import Asked, Check, LanguageModel, proposed
from .reported_speech import Place, Referent
from .style import Tense
from .values import Origin, Paragraph, Section, SectionKind, Sentence

_WORDS_A_POINT = 25
_THE_SAME = Referent("the participant")
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
    people = ordered(material.disclosure.nameable(), material.disclosure, material.style.order)
    kept = {person.id: _kept(person, material) for person in people}
    chosen = {person.id: _chosen(person, AttributionRule.NAMED, material)
              for person in people if not kept[person.id]}
    material.prepare([p for passages in chosen.values() for p in passages])
    for person in people:
        sentences = kept[person.id] or _written(person, chosen[person.id], material, model, check)
        if sentences:
            yield Paragraph(sentences=tuple(sentences), participant=person.id)


def _kept(person: Participant, material: Material) -> list[Sentence]:
    """A published report's own sentences on a person; those on several at once stand elsewhere."""
    return [keep(p) for p in material.kept(Voice.VIEW)
            if p.attributed_to == (person.id,) and material.disclosure.is_named(p)]


def _written(
    person: Participant,
    passages: Sequence[Passage],
    material: Material,
    model: LanguageModel | None,
    check: Check,
) -> Sequence[Sentence]:
    written = _paragraph(passages, referent(person), material)
    if model is None or not written:
        return written
    # The first sentence introduces the person and stays as the rules wrote it.
    asked = Asked(speaker=referent(person).name, passages=tuple(passages[1:]),
                  written=tuple(written[1:]),
                  tense="in the past tense" if material.style.tense is Tense.PAST
                  else "in the present tense")
    return (written[0], *proposed(asked, model, check))


def _chosen(person: Participant, rule: AttributionRule, material: Material) -> list[Passage]:
    """The passages of a person's main points under ``rule``, in the order said."""
    own_words = [p for p in material.record.passages
                 if p.attributed_to == (person.id,) and p.voice is Voice.VIEW
                 and p.source not in material.reports]
    allowed = material.under(rule, own_words)
    chosen = points_of(material.reportable, person.id, among=allowed, words=material.style.words)
    return [material.passages[i] for point in chosen for i in point.passages]


def _paragraph(
    passages: Sequence[Passage], speaker: Referent, material: Material,
    *, again: Referent | None = None, later: Place = Place.BARE,
) -> list[Sentence]:
    """The passages in reported speech; ``again`` is how the speaker is called after the first."""
    material.prepare(passages)
    sentences: list[Sentence] = []
    for passage in passages:
        named = (again or speaker) if sentences else speaker
        made = material.written(passage, named, later if sentences else Place.FIRST)
        sentences.append(Sentence(id="", text=capitalised(made.text), origin=made.origin, rules=made.rules,
                                  trace=(passage.id,), participants=passage.attributed_to))
    return sentences


def _grouped(material: Material) -> Iterator[Paragraph]:
    """Under rules that show an institution or a country: a paragraph each, and no name."""
    labelled: dict[str, list[Passage]] = {}
    for passage in material.record.passages:
        for label in _labels(passage, material):
            labelled.setdefault(label, []).append(passage)
    for label, passages in sorted(labelled.items()):
        several = len({p.attributed_to for p in passages}) > 1
        chosen = points_among(unordered(passages), most=max(1, material.style.words // _WORDS_A_POINT))
        reported = [p for p in chosen
                    if material.written(p, _THE_SAME, Place.LATER).origin is Origin.REPORTED]
        # Who is one of several stays "a participant from ...": a second mention must not join them.
        sentences = (_paragraph(reported, Referent(label), material, later=Place.LATER) if several
                     else _paragraph(reported, Referent(label), material, again=_THE_SAME))
        if sentences:
            yield Paragraph(sentences=tuple(sentences))


def _labels(passage: Passage, material: Material) -> Iterator[str]:
    """As what a reader may know the speaker of a passage, where that is more than nothing."""
    rule = material.disclosure.rule(passage)
    if (rule not in _GROUPED or passage.id not in material.citable
            or passage.voice is not Voice.VIEW or passage.source in material.reports):
        return
    for person in (material.people[who] for who in passage.attributed_to if who in material.people):
        if material.disclosure.known(person, rule) is not None:
            yield anonymous_label(person, rule)

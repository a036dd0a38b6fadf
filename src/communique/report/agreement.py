"""Points of agreement and of difference: only where somebody says outright that they agree or not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from communique.record.attribution import open_first
from communique.record.names import name_words
from communique.record.values import Participant, Passage
from communique.viewpoints.stances import Stance, stances

from .drift import keep
from .material import Material
from .naming import capitalised, referent
from .reported_speech import Place, Referent
from .values import Bullets, Origin, Paragraph, Section, SectionKind, Sentence

_MOST = 16
_SHORTEST = 6


def agreement_sections(material: Material) -> Iterator[Section]:
    """A section for each side that the record shows; silence is neither."""
    found = stances(material.reportable.passages, _telling_names(material.record.participants))
    for agrees, kind, title in ((True, SectionKind.AGREEMENT, "Points of agreement"),
                                (False, SectionKind.DIFFERENCE, "Points of difference")):
        items = tuple(_items([s for s in found if s.agrees is agrees], material))
        if items:
            yield Section(id=kind.value, kind=kind, title=title, blocks=(Bullets(items=items),))


def _items(found: Sequence[Stance], material: Material) -> Iterator[Paragraph]:
    passages = [material.passages[s.passage] for s in found if s.passage in material.citable]
    long = [p for p in passages if len(p.text.split()) >= _SHORTEST]
    told = open_first(long, material.disclosure)[:_MOST]
    material.prepare([p for p in told if p.source not in material.reports])
    for passage in told:
        sentence = _sentence(passage, material)
        # A voice can be known by its very words, so nobody is quoted where nobody may be named.
        if sentence.origin is not Origin.QUOTED or material.disclosure.is_named(passage):
            yield Paragraph(sentences=(sentence,))


def _sentence(passage: Passage, material: Material) -> Sentence:
    if passage.source in material.reports:
        return keep(passage)
    named = material.disclosure.is_named(passage) and bool(passage.attributed_to)
    speaker = referent(material.people[passage.attributed_to[0]]).name if named else "one participant"
    place = Place.LATER if named else Place.ARGUED
    made = material.written(passage, Referent(speaker), place)
    return Sentence(id="", text=capitalised(made.text), origin=made.origin, rules=made.rules, trace=(passage.id,),
                    participants=passage.attributed_to if named else ())


def _telling_names(participants: Sequence[Participant]) -> Mapping[str, str]:
    """Words that occur in one participant's name only, and whose they are."""
    owners: dict[str, set[str]] = {}
    for person in participants:
        for word in name_words(person.name):
            owners.setdefault(word.casefold(), set()).add(person.id)
    return {word: next(iter(who)) for word, who in owners.items()
            if len(who) == 1 and len(word) > 2}

"""Recommendations: who is asked to do what, and by whom, as far as that may be said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from communique.record.attribution import open_first
from communique.record.values import Participant, Voice
from communique.viewpoints.recommendations import Recommendation, recommendations

from .material import Material
from .naming import capitalised, listed
from .values import Bullets, Origin, Paragraph, Section, SectionKind, Sentence

_MOST = 30
_CONTRACTED = re.compile(r"^n['’]t\b")
# "Its members should ...": whose, only the sentence before would tell.
_DANGLING = re.compile(r"^(?:its|their|his|her|both|either|neither|they|it)\b", re.IGNORECASE)
_PERSONAL = re.compile(r"\b(?:I|me|my|mine|we|us|ours?|you|yours?)\b|['’](?:m|ve|ll|re|d)\b")


def recommendations_section(material: Material) -> Section | None:
    """One line for each thing asked of an addressee, in the passage's own words."""
    if material.parser is None:
        return None
    views = [p for p in open_first(material.record.passages, material.disclosure)
             if p.voice in (Voice.VIEW, Voice.COLLECTIVE) and p.id in material.citable
             and (p.language or "en") in material.parser.languages]
    told = [r for r in recommendations(views, material.parser) if _word_for_word(r, material)]
    found = _distinct(told)[:_MOST]
    items = tuple(Paragraph(sentences=(_sentence(r, material),)) for r in found)
    if not items:
        return None
    return Section(id="recommendations", kind=SectionKind.RECOMMENDATIONS, title="Recommendations",
                   blocks=(Bullets(items=items),))


def _word_for_word(asked: Recommendation, material: Material) -> bool:
    """Whether the action stands in its passage without a gap: what was left out may have turned it."""
    return asked.action in " ".join(material.passages[asked.passage].text.split())


def _distinct(found: Iterable[Recommendation]) -> list[Recommendation]:
    """Each thing asked once; what needs its surroundings cannot stand alone."""
    apart = {(r.addressee.casefold(), r.action.casefold()): r for r in reversed(tuple(found))
             if not _PERSONAL.search(f"{r.addressee} {r.action}") and not _DANGLING.match(r.addressee)}
    return list(reversed(apart.values()))


def _sentence(asked: Recommendation, material: Material) -> Sentence:
    passage = material.passages[asked.passage]
    people = _proposers(asked, material)
    by = f" (proposed by {listed([p.name for p in people])})" if people else ""
    action = _CONTRACTED.sub("not", asked.action)
    text = f"{capitalised(asked.addressee)} should {action}{by}."
    return Sentence(id="", text=text, origin=Origin.REPORTED, trace=(passage.id,),
                    rules=("recommendation",), participants=tuple(p.id for p in people))


def _proposers(asked: Recommendation, material: Material) -> list[Participant]:
    if not material.disclosure.is_named(material.passages[asked.passage]):
        return []
    return list(_named(asked, material))


def _named(asked: Recommendation, material: Material) -> Iterator[Participant]:
    for person in material.record.participants:
        if person.id in asked.proposed_by:
            yield person

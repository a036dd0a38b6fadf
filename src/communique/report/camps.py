"""Topics and camps: what was said where nobody may be named, by subject and never by person.

Sentences stand in an order that says nothing of who spoke when, and none of them is a quotation: a
voice can be known by its very words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, repeat

from communique.record.attribution import unordered
from communique.record.values import AttributionRule, Passage, Voice
from communique.viewpoints.points import points_among
from communique.viewpoints.stances import attitude
from communique.viewpoints.themes import Theme, themes_of

from .annexes import own
from .material import Material
from .naming import capitalised
from .reported_speech import Place, Referent
from .values import Block, Bullets, Origin, Paragraph, Sentence

_SOMEBODY = Referent("one participant")
_TOPICS, _VIEWS, _OTHERS = 5, 4, 12


def camps(session: str | None, material: Material) -> Iterator[Block]:
    """A paragraph a topic, with the views on it; then what else was said."""
    views = [p for p in material.record.passages if p.session == session
             and p.voice is Voice.VIEW and p.source not in material.reports]
    told = material.nobodys(views)
    if not told:
        return
    material.prepare(told)
    free = [p for p in told if _is_reported(p, material)]
    topics = 0
    contested = [(theme, _differing(theme, views, material))
                 for theme in _safe(_themes(views, material), material)]
    for theme, differing in sorted(contested, key=lambda pair: not pair[1]):
        members = unordered(points_among([p for p in free if p.id in theme.passages], most=_VIEWS))
        if topics < _TOPICS and len(members) > (0 if differing else 1):
            topics += 1
            yield Paragraph(sentences=(_lead(theme, differing, members), *_views(members, material)))
            free = [p for p in free if p not in members]
    yield from _others(unordered(points_among(free, most=_OTHERS)), material, after_topics=topics > 0)


def _others(
    passages: Sequence[Passage], material: Material, *, after_topics: bool
) -> Iterator[Block]:
    if passages:
        opening = "Other points were made:" if after_topics else "The following points were made:"
        yield Paragraph(sentences=(own(opening),))
        yield Bullets(items=tuple(Paragraph(sentences=(sentence,))
                                  for sentence in _views(passages, material)))


def _themes(views: Sequence[Passage], material: Material) -> tuple[Theme, ...]:
    """The themes of this sitting alone; what was said off the record has no part in them."""
    heard = {p.id for p in views}
    here = tuple(p for p in material.reportable.passages if p.id in heard)
    return themes_of(replace(material.reportable, passages=here))


def _safe(themes: Iterable[Theme], material: Material) -> list[Theme]:
    """Themes whose very name leads to nobody."""
    return [t for t in themes if not material.disclosure.leads_home(t.name, AttributionRule.NONE)]


def _differing(theme: Theme, views: Sequence[Passage], material: Material) -> list[Passage]:
    """A passage that disagrees and one of somebody else's on the same theme; empty without both.

    They need not be citable: that views differed is told, and their words stay withheld.
    """
    here = [p for p in views if p.id in theme.passages and p.attributed_to
            and material.disclosure.rule(p) is AttributionRule.NONE]
    against = next((p for p in here if attitude(p.text) is False), None)
    if against is None:
        return []
    other = next((p for p in here if p.attributed_to != against.attributed_to), None)
    return [against, other] if other else []


def _lead(theme: Theme, differing: Sequence[Passage], members: Sequence[Passage]) -> Sentence:
    said = "views differed" if differing else "several points were made"
    topic = capitalised(theme.name)
    resting = differing or members
    return Sentence(id="", text=f"{topic}: {said}.", origin=Origin.STATED,
                    rules=("themes",), trace=tuple(sorted(p.id for p in resting)))


def _is_reported(passage: Passage, material: Material) -> bool:
    return material.written(passage, _SOMEBODY, Place.ARGUED).origin is Origin.REPORTED


def _views(passages: Sequence[Passage], material: Material) -> Iterator[Sentence]:
    """The views one after another; only what is plainly a view is called one, and then another."""
    places = chain((Place.ONE_VIEW, Place.OTHER_VIEW), repeat(Place.ARGUED))
    for passage in passages:
        made = material.written(passage, _SOMEBODY, Place.ARGUED)
        if "lead.believe" in made.rules:
            made = material.written(passage, _SOMEBODY, next(places))
        yield Sentence(id="", text=capitalised(made.text), origin=made.origin, rules=made.rules,
                       trace=(passage.id,))

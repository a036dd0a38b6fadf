"""Gathers the references of a record: known and discovered, long and short forms as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from communique.record.values import Participant, Passage, Reference

from .discovery import discoveries, is_body, is_house, kind_of, short_forms
from .gazetteer import Entry
from .known import mentions


@dataclass(frozen=True)
class Thing:
    """What a piece of text refers to; ``other_names`` are those the gazetteer gives."""

    id: str
    name: str
    kind: str
    origin: str
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Candidate:
    start: int
    end: int
    thing: Thing


def references(
    passages: Iterable[Passage], *, participants: Iterable[Participant]
) -> tuple[Reference, ...]:
    """What ``passages`` refer to, in the order of first mention, each with its passages' ids."""
    passages = tuple(passages)
    houses = _houses(participants)
    short = _introduced(passages, houses)
    found: dict[Thing, _Uses] = {}
    for passage in passages:
        for candidate in _chosen(_candidates(passage, short, houses)):
            written = passage.text[candidate.start : candidate.end]
            found.setdefault(candidate.thing, _Uses()).note(written, passage.id)
    return tuple(_reference(thing, uses) for thing, uses in _joined(found).items())


@dataclass
class _Uses:
    """How a thing is written, and in which passages: ordered sets."""

    written: dict[str, None] = field(default_factory=dict)
    passages: dict[str, None] = field(default_factory=dict)

    def note(self, written: str, passage: str) -> None:
        self.written[written] = None
        self.passages[passage] = None

    def add(self, other: _Uses) -> None:
        self.written |= other.written
        self.passages |= other.passages


def _introduced(passages: Iterable[Passage], houses: tuple[str, ...]) -> dict[str, Thing | None]:
    """Short forms that the text gives a meaning of its own; None where that is no reference."""
    short: dict[str, Thing | None] = {}
    for passage in passages:
        for long, form in short_forms(passage.text):
            short.setdefault(form, _meant(long, houses))
    return short


def _meant(long: str, houses: tuple[str, ...]) -> Thing | None:
    known = next((m for m in mentions(long) if m.end - m.start == len(long)), None)
    if known is not None:
        return _known(known.entry)
    if is_house(long) or not is_body(long) or _is_house_of(long, houses):
        return None
    return _discovered(long, kind_of(long))


def _candidates(
    passage: Passage, short: dict[str, Thing | None], houses: tuple[str, ...]
) -> Iterator[_Candidate]:
    text = passage.text
    for mention in mentions(text, passage.language):
        if text[mention.start : mention.end] not in short:
            yield _Candidate(mention.start, mention.end, _known(mention.entry))
    for form, thing in short.items():
        if thing is not None and form in text:
            for found in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
                yield _Candidate(*found.span(), thing)
    for discovery in discoveries(text):
        if not (_is_house_of(discovery.name, houses) or _runs_on(discovery.name)):
            thing = _discovered(discovery.name, discovery.kind)
            yield _Candidate(discovery.start, discovery.end, thing)


def _runs_on(name: str) -> bool:
    """Whether ``name`` only adds to a known name: "... for Migration and X", "Open Balkan format"."""
    first, joint, _ = name.partition(" and ")
    if not joint:
        first, _, last = name.rpartition(" ")
        if not last.islower():
            return False
    return any(m.end - m.start == len(first) for m in mentions(first))


def _chosen(candidates: Iterable[_Candidate]) -> list[_Candidate]:
    """The longest of those that overlap (the gazetteer's on a tie), in the text's order."""
    chosen: list[_Candidate] = []
    ends: set[int] = set()
    for candidate in sorted(candidates, key=lambda one: one.start - one.end):
        places = range(candidate.start, candidate.end)
        if ends.isdisjoint(places):
            chosen.append(candidate)
            ends.update(places)
    return sorted(chosen, key=lambda one: one.start)


def _joined(found: dict[Thing, _Uses]) -> dict[Thing, _Uses]:
    """A discovered name that ends a longer one, or that it specifies ("on ..."), is its short form."""
    joined: dict[Thing, _Uses] = {}
    for thing, uses in found.items():
        whole = _whole(thing, found) if thing.origin == "discovery" else thing
        joined.setdefault(whole, _Uses()).add(uses)
    return joined


def _whole(thing: Thing, found: Iterable[Thing]) -> Thing:
    name = _folded(thing.name)
    specified = tuple(f"{name} {link} " for link in ("on", "for", "against"))
    folded = ((other, _folded(other.name)) for other in found)
    longer = (other for other, long in folded
              if long.endswith(f" {name}") or long.startswith(specified))
    return next(longer, thing)


def _houses(participants: Iterable[Participant]) -> tuple[str, ...]:
    texts = (text for p in participants for text in (p.institution, p.post) if text)
    return tuple(f" {_folded(text)} " for text in texts)


def _is_house_of(name: str, houses: tuple[str, ...]) -> bool:
    own = f" {_folded(name)} "
    return any(own in house or (house.count(" ") > 3 and house in own) for house in houses)


def _known(entry: Entry) -> Thing:
    return Thing(entry.id, entry.name, entry.kind, "gazetteer", entry.names)


def _discovered(name: str, kind: str) -> Thing:
    plain = re.sub(r"\s+", " ", name)
    return Thing(_folded(plain).replace(" ", "-"), plain, kind, "discovery")


def _folded(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.casefold()))


def _reference(thing: Thing, uses: _Uses) -> Reference:
    others = dict.fromkeys((*thing.other_names, *uses.written))
    others.pop(thing.name, None)
    return Reference(
        id=thing.id, name=thing.name, other_names=tuple(others), kind=thing.kind,
        passages=tuple(uses.passages), origin=thing.origin,
    )

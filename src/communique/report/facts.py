"""The event and opening paragraphs, from the edition's facts: each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from communique.record.attribution import Disclosure
from communique.record.countries import country_named
from communique.record.values import AttributionRule, Edition, Participant, Passage, Record, Voice

from .naming import country_in_text, in_full, listed, with_article
from .values import Origin, Sentence

_STATING = frozenset({Voice.EVENT, Voice.SECRETARIAT, Voice.ROLE, Voice.LIST})
_MONTHS = ("January February March April May June July August September October November "
           "December").split()


def event_sentences(record: Record, disclosure: Disclosure) -> Iterator[Sentence]:
    """What, when, where, by whom; how many from where; the audience."""
    edition = disclosure.edition()
    yield from _stated(record, _held(edition), edition.title, edition.date, *edition.hosts)
    yield from _stated(record, _attendance(record, disclosure), edition.attendance)
    if edition.audience:
        yield from _stated(record, f"It was followed by {edition.audience}.", edition.audience)


def opening_sentences(record: Record, disclosure: Disclosure) -> Iterator[Sentence]:
    """Who presided, who spoke at the opening, who summed up."""
    edition, nameable = disclosure.edition(), disclosure.nameable()
    by_name = {p.name: p for p in nameable}
    chair = by_name.get(edition.chair or "")
    speakers = [by_name[name] for name in edition.opening_speakers if name in by_name]
    if chair is not None:
        yield from _stated(record, f"{in_full(chair)}, presided.", chair.name, people=(chair,))
    if speakers:
        named = _enumerated([in_full(p) if p is not chair else p.name for p in speakers])
        spoke = "speeches were delivered" if len(speakers) > 1 else "a speech was delivered"
        yield from _stated(record, f"At the opening {spoke} by {named}.",
                           *(p.name for p in speakers), people=tuple(speakers))
    summariser = by_name.get(edition.summariser or "")
    if summariser is not None:
        yield from _stated(record, f"{in_full(summariser)}, summed up the meeting.",
                           summariser.name, people=(summariser,))


def _enumerated(people: list[str]) -> str:
    """People one after another, apart by semicolons where a description has commas of its own."""
    if not any("," in person for person in people[:-1]):
        return listed(people)
    return f"{'; '.join(people[:-1])}; and {people[-1]}"


def fact_trace(record: Record, *facts: str | None) -> tuple[str, ...]:
    """The passages that state ``facts``: lines of an edition file or list, sentences of a report."""
    found: dict[str, None] = {}
    for fact in facts:
        hit = next((p.id for p in record.passages if fact and _states(p, fact)), None)
        if hit is not None:
            found[hit] = None
    return tuple(found)


def spelled(iso: str) -> str:
    """ "2020-12-21" as "21 December 2020"."""
    day = date.fromisoformat(iso)
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def ordinal(number: int) -> str:
    suffix = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _states(passage: Passage, fact: str) -> bool:
    return passage.voice in _STATING and fact.casefold() in passage.text.casefold()


def _stated(
    record: Record, text: str | None, *facts: str | None, people: tuple[Participant, ...] = ()
) -> Iterator[Sentence]:
    if text:
        yield Sentence(id="", text=text, origin=Origin.STATED, trace=fact_trace(record, *facts),
                       participants=tuple(p.id for p in people))


def _held(edition: Edition) -> str | None:
    meeting = _meeting(edition)
    if meeting is None or not (edition.date or edition.place or edition.hosts):
        return None
    theme = f", on the theme “{edition.title}”," if edition.title else ""
    held = " ".join(filter(None, ("was held", _where(edition), _when(edition))))
    hosts = listed([with_article(host) for host in edition.hosts])
    return f"{meeting}{theme} {held}{f', hosted by {hosts}' if hosts else ''}."


def _meeting(edition: Edition) -> str | None:
    if edition.series and edition.number:
        return f"The {ordinal(edition.number)} edition of {with_article(edition.series)}"
    if edition.series:
        return f"A meeting of {with_article(edition.series)}"
    return "The meeting" if edition.title else None


def _where(edition: Edition) -> str | None:
    if edition.place and edition.place not in edition.hosts:
        return f"in {edition.place} and online" if edition.online else f"in {edition.place}"
    return "online" if edition.online else None


def _when(edition: Edition) -> str | None:
    if not edition.date:
        return None
    if edition.end_date and edition.end_date != edition.date:
        return f"from {spelled(edition.date)} to {spelled(edition.end_date)}"
    return f"on {spelled(edition.date)}"


def _attendance(record: Record, disclosure: Disclosure) -> str | None:
    """How many came from where; under protection no country is named unless the list is public."""
    edition = disclosure.edition()
    hidden = disclosure.protects and not disclosure.list_published
    if edition.attendance:
        people = edition.attendance
        from_where = "" if hidden or not edition.countries else f" from {listed([country_in_text(c) for c in edition.countries])}"
        return f"{people[0].upper()}{people[1:]}{from_where} took part."
    seated = record.participants
    if not seated:
        return None
    called = [*edition.countries, *(p.country for p in seated if p.country)]
    countries = sorted({country_named(c) or c: c for c in called}.values())
    count = f"{len(seated)} participants" if len(seated) > 1 else "One participant"
    if not countries:
        return f"{count} took part."
    named = f": {listed([country_in_text(c) for c in countries])}" if not hidden else ""
    return f"{count} from {_number(len(countries), 'country', 'countries')} took part{named}."


def _number(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def rule_sentence(rule: AttributionRule) -> str:
    """What the reader must know of the rule a section was held under."""
    return {
        AttributionRule.NAMED: "",
        AttributionRule.BY_INSTITUTION: "Views of this section are given by institution only.",
        AttributionRule.BY_COUNTRY: "Views of this section are given by country only.",
        AttributionRule.NONE: (
            "This section was held under the Chatham House Rule: what was said is reported, who "
            "said it is not."
        ),
        AttributionRule.OFF_THE_RECORD: "This section was off the record and is not reported.",
    }[rule]

"""The values of a record: frozen, typed, and serialisable to JSON with a published schema.

Offsets are code points into :attr:`Source.text`, end exclusive. Times ending in ``_at`` on a
passage are seconds from the beginning of its source's recording.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .cards import card, facts_of
from .tables import Table, Tabular


class SourceKind(StrEnum):
    """What a source is, which decides how it is understood."""

    REPORT = "report"
    TRANSCRIPT = "transcript"
    CAPTIONS = "captions"
    CHAT = "chat"
    STATEMENT = "statement"
    PARTICIPANTS = "participants"
    PROGRAMME = "programme"


class Voice(StrEnum):
    """What a passage does, and so whether it may be given to anybody.

    ``view``: what one or several participants hold; ``collective``: "participants agreed";
    ``event``: what took place; ``role``: who presided, opened, summed up; ``list``: names without
    views; ``secretariat``: the organiser's own words; ``floor``: courtesies, handing over,
    housekeeping.
    """

    VIEW = "view"
    COLLECTIVE = "collective"
    EVENT = "event"
    ROLE = "role"
    LIST = "list"
    SECRETARIAT = "secretariat"
    FLOOR = "floor"


class Basis(StrEnum):
    """Why a passage is given to whom it is given.

    ``floor``: the speaker held the floor (a transcript's label); ``named``: the sentence names the
    speaker; ``quoted``: quoted speech with its speaker elsewhere; ``referred``: a pronoun or office
    refers back; ``carried``: it goes on without naming anybody; ``statement``: a written statement
    of theirs.
    """

    FLOOR = "floor"
    NAMED = "named"
    QUOTED = "quoted"
    REFERRED = "referred"
    CARRIED = "carried"
    STATEMENT = "statement"


class CountryBasis(StrEnum):
    """Where a participant's country comes from; never a guess."""

    NAMED = "named"
    DEMONYM = "demonym"
    INSTITUTION = "institution"
    LIST = "list"


class Capacity(StrEnum):
    MEMBER = "member"
    OBSERVER = "observer"
    GUEST = "guest"
    AUDIENCE = "audience"


class Role(StrEnum):
    HOST = "host"
    CHAIR = "chair"
    OPENING_SPEAKER = "opening_speaker"
    SPEAKER = "speaker"
    DISCUSSANT = "discussant"
    RAPPORTEUR = "rapporteur"
    SUMMARISER = "summariser"
    AUDIENCE = "audience"


class AttributionRule(StrEnum):
    """What may be said of a source, from most to least."""

    NAMED = "named"
    BY_INSTITUTION = "by_institution"
    BY_COUNTRY = "by_country"
    NONE = "none"
    OFF_THE_RECORD = "off_the_record"


@dataclass(frozen=True, kw_only=True)
class Notice:
    """Something a reader met and a person should look at; nothing is dropped without one.

    ``code`` is stable and lower-case with hyphens ("cue-without-text"); ``count`` is how often.
    """

    code: str
    message: str
    source: str | None = None
    place: str | None = None
    count: int = 1


@dataclass(frozen=True, kw_only=True)
class Source:
    """One file of the record. ``text`` is exactly as decoded, or as extracted from a binary."""

    id: str
    name: str
    kind: SourceKind
    format: str
    sha256: str
    language: str | None
    text: str


@dataclass(frozen=True, kw_only=True)
class Edition:
    """The facts of one edition; what the sources do not give is empty.

    ``date`` and ``end_date`` are ISO dates; ``audience`` is as the source words it; ``attendance``
    the number of participants as worded ("around 30 experts and scholars"); ``countries`` those
    from which participants are said to come.
    """

    series: str | None = None
    other_names: tuple[str, ...] = ()
    number: int | None = None
    title: str | None = None
    date: str | None = None
    end_date: str | None = None
    place: str | None = None
    online: bool | None = None
    hosts: tuple[str, ...] = ()
    chair: str | None = None
    opening_speakers: tuple[str, ...] = ()
    summariser: str | None = None
    audience: str | None = None
    attendance: str | None = None
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    attribution: AttributionRule = AttributionRule.NAMED


@dataclass(frozen=True, kw_only=True)
class Session:
    """One sitting with one chair; ``attribution`` overrides the edition's rule where it is set."""

    id: str
    title: str
    theme: str | None = None
    number: int | None = None
    chair: str | None = None
    attribution: AttributionRule | None = None


@dataclass(frozen=True, kw_only=True)
class Participant:
    """A human's seat in this edition, as the sources give it.

    ``other_labels`` are further spellings and labels under which the sources name the same person.
    """

    id: str
    name: str
    honorific: str | None = None
    post: str | None = None
    institution: str | None = None
    country: str | None = None
    country_basis: CountryBasis | None = None
    capacity: Capacity | None = None
    roles: tuple[Role, ...] = ()
    other_labels: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Passage:
    """An addressable span of the record: the unit of every citation.

    ``text`` is the cleaned view; ``sources[source].text[start:end]`` is the text as written, which
    may hold cue timings or a page break in its middle. ``speaker`` is the label as written.
    ``attribution`` overrides the session's rule for this intervention only.
    """

    id: str
    source: str
    start: int
    end: int
    text: str
    voice: Voice
    start_at: float | None = None
    end_at: float | None = None
    speaker: str | None = None
    attributed_to: tuple[str, ...] = ()
    basis: Basis | None = None
    session: str | None = None
    intervention: str | None = None
    attribution: AttributionRule | None = None
    language: str | None = None
    model: str | None = None


@dataclass(frozen=True, kw_only=True)
class Reference:
    """A body, treaty, initiative or mechanism that passages name; long and short form are one."""

    id: str
    name: str
    other_names: tuple[str, ...] = ()
    kind: str | None = None
    passages: tuple[str, ...] = ()
    origin: str = "gazetteer"


@dataclass(frozen=True, kw_only=True)
class Tool:
    """A model or rule set that derived part of this record, so that it can be derived again."""

    name: str
    version: str
    sha256: str | None = None
    licence: str | None = None
    used_for: str = ""


@dataclass(frozen=True, kw_only=True)
class Record(Tabular):
    """Everything said or submitted in an edition, in order.

    It names everybody: the rule of attribution is applied where a report is made of it.
    """

    schema: str = "communique/record/1"
    edition: Edition = field(default_factory=Edition)
    sources: tuple[Source, ...] = ()
    sessions: tuple[Session, ...] = ()
    participants: tuple[Participant, ...] = ()
    passages: tuple[Passage, ...] = ()
    references: tuple[Reference, ...] = ()
    notices: tuple[Notice, ...] = ()
    tools: tuple[Tool, ...] = ()

    def tables(self) -> Mapping[str, Table]:
        return {
            "passages": Table(Passage, self.passages),
            "participants": Table(Participant, self.participants),
            "references": Table(Reference, self.references),
            "sessions": Table(Session, self.sessions),
            "sources": Table(Source, self.sources),
            "notices": Table(Notice, self.notices),
        }

    def _repr_html_(self) -> str:
        counts = {name: len(table.values) for name, table in self.tables().items()}
        facts = facts_of(self.edition) | counts
        seats = ("name", "honorific", "post", "institution", "country", "roles")
        return card(self.edition.title or self.edition.series or "Record", facts, seats, self.participants)

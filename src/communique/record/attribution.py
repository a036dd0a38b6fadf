"""What may be said of a source: decided here and nowhere else, and denied by default.

Every writer, page, export or message asks :class:`Disclosure` before it says who spoke. Under the
Chatham House Rule (wording of 2002) participants may use what was said, but neither the identity
nor the affiliation of the speaker, nor that of any other participant, may be revealed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from .betrayal import Betrayal, names_of, posts_of
from .countries import countries_in, country_named
from .telltales import (
    COMMON_NAMES,
    inner_names,
    opening_word,
    tells_of_a_closed_room,
    tells_of_oneself,
    tells_of_presiding,
    tells_who_spoke_when,
)
from .values import (
    AttributionRule,
    Edition,
    Participant,
    Passage,
    Record,
    Role,
    Session,
    Source,
    SourceKind,
)

_OPENNESS = {
    AttributionRule.OFF_THE_RECORD: 0,
    AttributionRule.NONE: 1,
    AttributionRule.BY_COUNTRY: 2,
    AttributionRule.BY_INSTITUTION: 3,
    AttributionRule.NAMED: 4,
}


def openness(rule: AttributionRule) -> int:
    """How much a rule lets a reader know, from 0 (off the record) to 4 (named)."""
    return _OPENNESS[rule]


@dataclass(frozen=True)
class Disclosure:
    """What a reader of the report may know about the sources of ``record``.

    ``list_published`` is the host's choice to publish the list of participants; the Chatham House
    Rule leaves that to the host, so it is False unless somebody says otherwise. A published list
    names people, never what they said.
    """

    record: Record
    list_published: bool = False

    def rule(self, passage: Passage) -> AttributionRule:
        """The rule a passage stands under: its own, else its session's, else the edition's.

        A line of a list or of an edition file is nobody's words; :meth:`may_cite` decides on it.
        """
        if passage.attribution is not None:
            return passage.attribution
        if passage.source in self._fact_sources:
            return AttributionRule.NAMED
        return self.session_rule(passage.session)

    def session_rule(self, session: str | None) -> AttributionRule:
        """The rule of a session given by id; outside any session, the edition's."""
        found = self._sessions.get(session or "")
        if found is not None and found.attribution is not None:
            return found.attribution
        return self.record.edition.attribution

    def may_cite(self, passage: Passage) -> bool:
        """Whether the passage's own words may be shown: nothing in them leads to a source."""
        rule = self.rule(passage)
        if rule is AttributionRule.OFF_THE_RECORD or self.betrays(passage.text):
            return False
        if self._opens_the_room(passage.text):
            return False
        if rule is AttributionRule.NAMED:
            return passage.source not in self._fact_sources or not self._names_hidden_country(passage.text)
        return not self.leads_home(passage.text, rule) and self._is_common_language(passage)

    def is_named(self, passage: Passage) -> bool:
        """Whether who said a passage may be told."""
        return self.rule(passage) is AttributionRule.NAMED

    def known(self, participant: Participant, rule: AttributionRule) -> Participant | None:
        """``participant`` as far as ``rule`` lets a reader know them; None for nothing at all."""
        if rule is AttributionRule.NAMED:
            return participant
        if rule is AttributionRule.BY_INSTITUTION and participant.institution:
            return _anonymous(participant, institution=participant.institution)
        if rule in (AttributionRule.BY_INSTITUTION, AttributionRule.BY_COUNTRY):
            return _anonymous(participant, institution=None) if participant.country else None
        return None

    def openness(self, participant: Participant) -> AttributionRule:
        """The most that any of a participant's own words lets a reader know of them.

        Who said nothing stands under the strictest rule in use.
        """
        return self._openness.get(participant.id, self._strictest)

    def nameable(self) -> tuple[Participant, ...]:
        """The participants whom a list, an annex or a picture may name, as far as it may.

        Where anything is protected nobody's labels are told, for they say in which recording
        somebody is heard, nor that somebody chaired a protected session.
        """
        if not self.protects:
            return self.record.participants
        listed = (p for p in self.record.participants
                  if self.list_published or self.openness(p) is AttributionRule.NAMED)
        return tuple(replace(p, other_labels=(), roles=self._open_roles(p)) for p in listed)

    def edition(self) -> Edition:
        """The edition's facts as a reader may know them."""
        edition = self.record.edition
        if not self.protects:
            return edition
        named = {p.name for p in self.nameable()}
        return replace(
            edition,
            title=self._clean(edition.title), series=self._clean(edition.series),
            other_names=tuple(filter(self._clean, edition.other_names)),
            place=self._clean(edition.place), audience=self._clean_of_countries(edition.audience),
            attendance=self._clean_of_countries(edition.attendance),
            chair=edition.chair if edition.chair in named else None,
            opening_speakers=tuple(name for name in edition.opening_speakers if name in named),
            summariser=edition.summariser if edition.summariser in named else None,
            countries=edition.countries if self.list_published else (),
        )

    def session(self, session: Session) -> Session:
        """A session as a programme may show it; who chaired one under protection is not told."""
        if not self.protects:
            return session
        theme, title = self._clean(session.theme), self._clean(session.title)
        open_ = self.session_rule(session.id) is AttributionRule.NAMED
        named = {p.name for p in self.nameable()}
        return replace(session, title=title or theme or self._untitled(session),
                       theme=theme if title else None,
                       chair=session.chair if open_ and session.chair in named else None)

    def is_open(self, source: Source) -> bool:
        """Whether nothing in a source stands under protection."""
        return source.id not in self._protected_sources

    @property
    def protects(self) -> bool:
        """Whether anything in the record stands under a rule stricter than naming."""
        return self._strictest is not AttributionRule.NAMED

    def betrays(self, text: str) -> bool:
        """Whether ``text`` names a protected participant, or their institution."""
        return self._everywhere.in_text(text)

    def betrays_in_file_name(self, name: str) -> bool:
        """Whether a file's name holds anything of a protected participant's name."""
        return self._everywhere.in_file_name(name)

    def leads_home(self, text: str, rule: AttributionRule) -> bool:
        """Whether words under ``rule`` hold anybody's name, or what else ``rule`` hides."""
        if rule is AttributionRule.NAMED:
            return self.betrays(text)
        if self._hidden_by[rule].in_text(text) or tells_of_oneself(text) or tells_who_spoke_when(text):
            return True
        if rule is AttributionRule.BY_INSTITUTION:
            return False
        if rule is AttributionRule.NONE and _countries_of(text) & self._protected_countries:
            return True
        return self._holds_strange_name(text) or _folded(text) in self._said_openly

    def _opens_the_room(self, text: str) -> bool:
        """Whether ``text`` names somebody heard under protection and speaks of that very sitting."""
        if not self.protects or not self._heard_in_private.in_text(text):
            return False
        if tells_of_a_closed_room(text) or self._closed_titles.in_text(text):
            return True
        return tells_of_presiding(text) and self._closed_chairs.in_text(text)

    def _holds_strange_name(self, text: str) -> bool:
        """Whether ``text`` holds a proper name that is not common property.

        Whoever knows a town, a firm or a ministry may know who speaks of it.
        """
        countries = " ".join(text[word.start : word.end] for word in countries_in(text))
        known = self._common_property | set(_folded(countries).split())
        opening = {opening_word(text)} & self._proper_names
        return not known.issuperset({*inner_names(text), *opening})

    def _names_hidden_country(self, text: str) -> bool:
        return not self.list_published and bool(_countries_of(text) & self._hidden_countries)

    def _clean(self, fact: str | None) -> str | None:
        return None if fact and self.betrays(fact) else fact

    def _clean_of_countries(self, fact: str | None) -> str | None:
        return None if fact and self._names_hidden_country(fact) else self._clean(fact)

    def _untitled(self, session: Session) -> str:
        number = session.number or 1 + self.record.sessions.index(session)
        return f"Session {number}"

    def _is_common_language(self, passage: Passage) -> bool:
        """A language that few speak is as good as a passport."""
        return passage.language in (None, self._common_language)

    def _open_roles(self, participant: Participant) -> tuple[Role, ...]:
        if Role.CHAIR not in participant.roles or participant.name in self._open_chairs:
            return participant.roles
        return tuple(role for role in participant.roles if role is not Role.CHAIR)

    @cached_property
    def _sessions(self) -> dict[str, Session]:
        return {session.id: session for session in self.record.sessions}

    @cached_property
    def _fact_sources(self) -> frozenset[str]:
        kinds = (SourceKind.PARTICIPANTS, SourceKind.PROGRAMME)
        return frozenset(s.id for s in self.record.sources if s.kind in kinds)

    @cached_property
    def _protected_passages(self) -> tuple[Passage, ...]:
        return tuple(p for p in self.record.passages if not self.is_named(p))

    @cached_property
    def _protected_sources(self) -> frozenset[str]:
        return frozenset(passage.source for passage in self._protected_passages)

    @cached_property
    def _openness(self) -> dict[str, AttributionRule]:
        most: dict[str, AttributionRule] = {}
        for passage in self.record.passages:
            rule = self.rule(passage)
            for who in passage.attributed_to:
                most[who] = max(most.get(who, rule), rule, key=openness)
        return most

    @cached_property
    def _strictest(self) -> AttributionRule:
        in_use = {self.record.edition.attribution}
        in_use |= {self.session_rule(session.id) for session in self.record.sessions}
        in_use |= {self.rule(passage) for passage in self.record.passages}
        return min(in_use, key=openness)

    @cached_property
    def _everywhere(self) -> Betrayal:
        """What no text of the report may hold: names and institutions of the protected."""
        if self.list_published:
            return Betrayal(())
        hidden = [p for p in self.record.participants
                  if self.openness(p) is not AttributionRule.NAMED]
        return Betrayal(
            [name for p in hidden for name in names_of(p)],
            [p.institution for p in hidden
             if p.institution and p.institution not in self._open_institutions],
            [*(post for p in hidden for post in posts_of(p)), *self._unresolved_labels],
        )

    @cached_property
    def _unresolved_labels(self) -> frozenset[str]:
        """Labels under protection behind which nobody was found: they may name anybody."""
        return frozenset(p.speaker for p in self._protected_passages
                         if p.speaker and not p.attributed_to and len(p.speaker.split()) > 1)

    @cached_property
    def _open_institutions(self) -> frozenset[str | None]:
        enough = openness(AttributionRule.BY_INSTITUTION)
        return frozenset(self.record.edition.hosts) | {
            p.institution for p in self.record.participants
            if openness(self.openness(p)) >= enough
        }

    @cached_property
    def _hidden_by(self) -> dict[AttributionRule, Betrayal]:
        everyone = self.record.participants
        names = [name for p in everyone for name in names_of(p)]
        institutions = [p.institution for p in everyone if p.institution]
        phrases = [*(post for p in everyone for post in posts_of(p)), *self._unresolved_labels]
        strict = Betrayal(names, institutions, phrases)
        return {
            AttributionRule.OFF_THE_RECORD: strict,
            AttributionRule.NONE: strict,
            AttributionRule.BY_COUNTRY: strict,
            AttributionRule.BY_INSTITUTION: Betrayal(names),
        }

    @cached_property
    def _heard_in_private(self) -> Betrayal:
        """Names of all who were heard under protection, also of those named elsewhere."""
        return Betrayal([name for p in self.record.participants
                         if p.id in self._protected_speakers or p.name in self._chairs_behind_doors
                         for name in names_of(p)])

    @cached_property
    def _chairs_behind_doors(self) -> frozenset[str]:
        return frozenset(s.chair for s in self.record.sessions
                         if s.chair and self.session_rule(s.id) is not AttributionRule.NAMED)

    @cached_property
    def _open_chairs(self) -> frozenset[str | None]:
        return frozenset(s.chair for s in self.record.sessions
                         if self.session_rule(s.id) is AttributionRule.NAMED) | {self.record.edition.chair}

    @cached_property
    def _closed_chairs(self) -> Betrayal:
        return Betrayal(self._chairs_behind_doors - self._open_chairs)

    @cached_property
    def _closed_titles(self) -> Betrayal:
        closed = [s for s in self.record.sessions if self.session_rule(s.id) is not AttributionRule.NAMED]
        return Betrayal((), phrases=[t for s in closed for t in (s.title, s.theme) if t])

    @cached_property
    def _protected_countries(self) -> frozenset[str]:
        return frozenset(
            _one_name(p.country) for p in self.record.participants
            if p.country and (p.id in self._protected_speakers or p.name in self._chairs_behind_doors)
        )

    @cached_property
    def _hidden_countries(self) -> frozenset[str]:
        """Countries of those alone of whom not even the country may be known."""
        enough = openness(AttributionRule.BY_COUNTRY)
        people = [p for p in self.record.participants if p.country]
        shown = {_one_name(p.country) for p in people if openness(self.openness(p)) >= enough}
        return frozenset(_one_name(p.country) for p in people) - shown

    @cached_property
    def _protected_speakers(self) -> frozenset[str]:
        return frozenset(who for p in self._protected_passages for who in p.attributed_to)

    @cached_property
    def _said_openly(self) -> frozenset[str]:
        """Sentences that somebody said under their name: to find one under protection links them."""
        return frozenset(_folded(p.text) for p in self.record.passages
                         if p.attributed_to and self.is_named(p))

    @cached_property
    def _common_language(self) -> str | None:
        counts = Counter(p.language for p in self.record.passages if p.language)
        return counts.most_common(1)[0][0] if counts else None

    @cached_property
    def _proper_names(self) -> frozenset[str]:
        """Words that the record writes with a capital inside sentences and never without."""
        inner = {name for p in self.record.passages for name in inner_names(p.text)}
        small = {word for p in self.record.passages for word in p.text.split() if word.islower()}
        return frozenset(inner - {word.strip(".,;:!?\"'’”)") for word in small})

    @cached_property
    def _common_property(self) -> frozenset[str]:
        """Words of names that lead to nobody: the edition's own, known bodies, other countries."""
        edition = self.edition()
        sessions = map(self.session, self.record.sessions)
        texts = [edition.series, edition.title, edition.place, *edition.other_names, *edition.hosts,
                 *(text for s in sessions for text in (s.title, s.theme)),
                 *(name for r in self.record.references if r.origin == "gazetteer"
                   for name in (r.name, *r.other_names))]
        return COMMON_NAMES | {word for text in texts if text for word in _folded(text).split()}


def unordered(passages: Iterable[Passage]) -> list[Passage]:
    """``passages`` in an order that says nothing of who spoke after whom."""
    return sorted(passages, key=lambda p: (p.session or "", p.text))


def open_first(passages: Iterable[Passage], disclosure: Disclosure) -> list[Passage]:
    """What was said under a name, in order; then what is protected, in an order that tells nothing."""
    given = list(passages)
    closed = [p for p in given if not disclosure.is_named(p)]
    return [*(p for p in given if disclosure.is_named(p)), *unordered(closed)]


def _anonymous(participant: Participant, *, institution: str | None) -> Participant:
    return replace(
        participant, name="", honorific=None, post=None, institution=institution,
        roles=(), other_labels=(), capacity=None,
    )


def _folded(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _one_name(country: str | None) -> str:
    """A country by the one name that texts are compared in, however a list calls it."""
    return country_named(country or "") or country or ""


def _countries_of(text: str) -> set[str]:
    """Countries named in ``text`` in whatever case: live captions know no capitals."""
    return {word.country for cased in (text, text.title()) for word in countries_in(cased)}

"""What may be said of a source: decided here and nowhere else, and denied by default.

Every writer, page, export or message asks :class:`Disclosure` before it says who spoke. Under the
Chatham House Rule (wording of 2002) participants may use what was said, but neither the identity
nor the affiliation of the speaker, nor that of any other participant, may be revealed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from .betrayal import Betrayal, institution_forms, names_of, tells_of_oneself
from .countries import countries_in
from .values import AttributionRule, Participant, Passage, Record, Session

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
        """The rule a passage stands under: its own, else its session's, else the edition's."""
        if passage.attribution is not None:
            return passage.attribution
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
        if rule is AttributionRule.OFF_THE_RECORD:
            return False
        if self._everywhere.in_text(passage.text):
            return False
        return rule is AttributionRule.NAMED or not self._leads_home(passage.text, rule)

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
        """The participants whom a list, an annex or a picture may name."""
        if self.list_published:
            return self.record.participants
        return tuple(
            p for p in self.record.participants if self.openness(p) is AttributionRule.NAMED
        )

    @property
    def protects(self) -> bool:
        """Whether anything in the record stands under a rule stricter than naming."""
        return self._strictest is not AttributionRule.NAMED

    def betrays(self, text: str) -> bool:
        """Whether ``text`` names a protected participant, or their institution."""
        return self._everywhere.in_text(text)

    @cached_property
    def _sessions(self) -> dict[str, Session]:
        return {session.id: session for session in self.record.sessions}

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
        names = [name for p in hidden for name in names_of(p)]
        return Betrayal(names, _forms(p.institution for p in hidden
                                      if p.institution not in self._open_institutions))

    @cached_property
    def _open_institutions(self) -> frozenset[str | None]:
        enough = openness(AttributionRule.BY_INSTITUTION)
        return frozenset(self.record.edition.hosts) | {
            p.institution for p in self.record.participants
            if openness(self.openness(p)) >= enough
        }

    def _leads_home(self, text: str, rule: AttributionRule) -> bool:
        """Whether a protected passage holds anybody's name, or what ``rule`` hides."""
        if self._hidden_by[rule].in_text(text) or tells_of_oneself(text):
            return True
        return rule is AttributionRule.NONE and bool(_countries_of(text) & self._protected_countries)

    @cached_property
    def _hidden_by(self) -> dict[AttributionRule, Betrayal]:
        everyone = self.record.participants
        names = [name for p in everyone for name in names_of(p)]
        institutions = list(_forms(p.institution for p in everyone))
        return {
            AttributionRule.BY_INSTITUTION: Betrayal(names),
            AttributionRule.BY_COUNTRY: Betrayal(names, institutions),
            AttributionRule.NONE: Betrayal(names, institutions),
        }

    @cached_property
    def _protected_countries(self) -> frozenset[str]:
        return frozenset(
            p.country for p in self.record.participants
            if p.country and p.id in self._protected_speakers
        )

    @cached_property
    def _protected_speakers(self) -> frozenset[str]:
        return frozenset(
            who for passage in self.record.passages
            if self.rule(passage) is not AttributionRule.NAMED for who in passage.attributed_to
        )


def _anonymous(participant: Participant, *, institution: str | None) -> Participant:
    return replace(
        participant, name="", honorific=None, post=None, institution=institution,
        roles=(), other_labels=(), capacity=None,
    )


def _forms(institutions: Iterable[str | None]) -> Iterable[str]:
    for institution in institutions:
        if institution:
            yield from institution_forms(institution)


def _countries_of(text: str) -> set[str]:
    """Countries named in ``text`` in whatever case: live captions know no capitals."""
    return {word.country for cased in (text, text.title()) for word in countries_in(cased)}

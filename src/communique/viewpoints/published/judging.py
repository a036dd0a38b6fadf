"""Whose a sentence is: named, quoted, referred back to, carried on, or nobody's."""

from __future__ import annotations

import re

from communique.record.values import Basis, Voice

from .drafts import Draft, drafted
from .floor import Floor
from .mentions import Mention
from .offices import holder_of, whom_pronoun_means
from .people import People, is_spoken_about
from .prose import Paragraph, Sentence
from .roles import roles_of
from .sources import Kind, Said, delegation_of, said_in, subject_of
from .strangers import is_anothers
from .turning import Turning
from .vocabulary import GREETING, PARTICIPATION, SECRETARIAT, TAKING_PART, tells_of_event

DELEGATES = re.compile(r"representative|delegat|speaker|counterpart|observer", re.IGNORECASE)
_FOR_ITS_COUNTRY = re.compile(r"^[A-Z][\w ’'\-]+, (?:speaking (?:as|on|for|in)|on behalf of|for the)\b")
_ACTED_BY = re.compile(r"\b(?:introduced|joined|accompanied|attended|addressed|led|moderated|chaired|hosted|opened) by (?:the )?$", re.IGNORECASE)


def mentions_within(sentence: Sentence, people: People) -> list[Mention]:
    return [m for m in people.of(sentence.paragraph) if sentence.start <= m.start < sentence.end]


class Judge:
    """Judges the sentences of one paragraph in order."""

    def __init__(self, paragraph: Paragraph, people: People, floor: Floor, formal: bool) -> None:
        self.paragraph, self.people, self.floor, self.formal = paragraph, people, floor, formal
        self.turning = Turning(paragraph, people, floor)
        self.said = [said_in(s, mentions_within(s, people)) for s in paragraph.sentences]

    def draft(self, sentence: Sentence) -> Draft:
        mentions = mentions_within(sentence, self.people)
        said = self.said[sentence.number]
        who, basis = self._speakers(sentence, said)
        verb = min((one.verb for one in said if one.kind is not Kind.OTHER), default=sentence.end)
        if who:
            self._assign_roles(sentence, [m for m in mentions if m.left < verb or len(said) > 1], who)
            for seat in who:
                self.people.attend(seat)
            self.floor.speaks(who, sentence)
            self.floor.anchor = self._last_speakers(sentence, said) or who
            self.floor.several = who if len(who) > 1 else ()
            return drafted(sentence, Voice.VIEW, who, basis)
        quoted = self._quoted(sentence)
        if quoted:
            for seat in quoted:
                self.people.attend(seat)
            self.floor.speaks(quoted, sentence)
            return drafted(sentence, Voice.VIEW, quoted, Basis.QUOTED)
        return self._unsaid(sentence, mentions, said)

    def _speakers(self, sentence: Sentence, said: list[Said]) -> tuple[tuple[int, ...], Basis | None]:
        """Everybody to whom the sentence gives something, and why; the last of them goes on."""
        who: list[int] = []
        basis: Basis | None = None
        for one in said:
            if one.kind is Kind.PRONOUN and len(who) == 1 and basis is Basis.NAMED:
                continue
            found, why = self._resolved(sentence, one)
            new = [seat for seat in found if seat not in who]
            who += new
            basis = basis if basis is Basis.NAMED or not found else why
        return tuple(who), basis

    def _last_speakers(self, sentence: Sentence, said: list[Said]) -> tuple[int, ...]:
        """Whose words go on after a sentence in which one says this and another that."""
        named = [found for one in said if one.kind is Kind.PERSON and (found := self._resolved(sentence, one)[0])]
        return named[-1] if len(named) > 1 and not set(named[-1]) & set(named[0]) else ()

    def _resolved(self, sentence: Sentence, said: Said) -> tuple[tuple[int, ...], Basis | None]:
        floor = self.floor
        if said.kind is Kind.PERSON:
            opens = said.mentions[0].left - sentence.start <= 2
            if said.lemma == "accord" and said.mentions[0].possessive:
                owner = self.people.seat_of(self.paragraph, said.mentions[0])
                return ((owner,) if owner is not None else ()), Basis.NAMED
            seats = [self._speaker(mention, opens) for mention in said.mentions]
            return tuple(seat for seat in seats if seat is not None), Basis.NAMED
        if said.kind is Kind.PRONOUN:
            seat = whom_pronoun_means(said.words, self.people, floor)
            return ((seat,) if seat is not None else ()), Basis.REFERRED
        if said.kind is Kind.PLURAL:
            return floor.several, Basis.REFERRED
        if said.kind is Kind.OFFICE:
            seat = holder_of(said.words, self.paragraph, self.people, floor)
            return ((seat,) if seat is not None else ()), Basis.REFERRED
        if said.kind is Kind.DELEGATION and (
            self.formal or DELEGATES.search(said.words) or _FOR_ITS_COUNTRY.match(sentence.text)
        ):
            labels = [label.strip(" ,") for label in said.words.split(" and ")]
            countries = [(country, label) for label in labels if (country := delegation_of(label))]
            if countries and said.verb - sentence.start < 160:
                return tuple(self.people.delegation(*one) for one in countries), Basis.NAMED
        return (), None

    def _speaker(self, mention: Mention, opens: bool) -> int | None:
        """The seat of a person who speaks; in the middle of another's words an unknown name does not."""
        seat = self.people.seat_of(self.paragraph, mention)
        if seat is None or is_spoken_about(self.paragraph, mention):
            return None
        if self.floor.anchor and seat not in self.people.present and not mention.strong and not opens:
            return None
        return seat

    def _quoted(self, sentence: Sentence) -> tuple[int, ...]:
        """Whose quotation a sentence without a source belongs to."""
        span = next((s for s in self.paragraph.speech if s[0] <= sentence.start < s[1] or sentence.start <= s[0] < sentence.end), None)
        if span is None or (span[0] > sentence.start + 3 and not self._mostly_quoted(sentence, span)):
            return ()
        ahead = self._named_later(sentence, span)
        if ahead:
            return ahead
        if self.floor.anchor:
            return self.floor.anchor
        if sentence.number == 0 and self.floor.recent is not None and span[0] <= sentence.start + 3:
            return (self.floor.recent,)
        return ()

    def _mostly_quoted(self, sentence: Sentence, span: tuple[int, int]) -> bool:
        return (min(span[1], sentence.end) - span[0]) * 2 > sentence.end - sentence.start

    def _named_later(self, sentence: Sentence, span: tuple[int, int]) -> tuple[int, ...]:
        """The source given at the end of the quotation, or right after it."""
        for later in self.paragraph.sentences[sentence.number + 1 :]:
            if later.start >= span[1] + 3 and self.floor.anchor:
                return ()
            who, _ = self._speakers(later, self.said[later.number])
            if who:
                return who
            if later.start >= span[1] + 3:
                return ()
        return ()

    def _unsaid(self, sentence: Sentence, mentions: list[Mention], said: list[Said]) -> Draft:
        """A sentence that nobody is said to say: carried on, or the report's own."""
        subject = subject_of(sentence, mentions)
        if SECRETARIAT.search(sentence.text):
            return self._closed(sentence, Voice.SECRETARIAT)
        if self.floor.anchor and self._is_biography(sentence, said, subject):
            return drafted(sentence, Voice.ROLE)
        if self.floor.anchor and not self.turning.halts(sentence, mentions, said, subject):
            if is_anothers(sentence, self.people.words_of(self.floor.anchor)):
                return self._closed(sentence, Voice.COLLECTIVE)
            return drafted(sentence, Voice.VIEW, self.floor.anchor, Basis.CARRIED)
        there = [m for m in mentions if not is_spoken_about(self.paragraph, m)]
        if self._is_collective(said, subject):
            self._among(sentence, there)
            return self._closed(sentence, Voice.COLLECTIVE)
        acting = subject is not None and any(m.strong for m in subject.mentions)
        if there and (acting or PARTICIPATION.search(sentence.text)):
            return self._taking_part(sentence, there, subject)
        if tells_of_event(sentence.text) or (subject is not None and subject.kind is Kind.EVENT):
            return self._closed(sentence, Voice.EVENT)
        return self._closed(sentence, Voice.SECRETARIAT if sentence.number else Voice.EVENT)

    def _is_biography(self, sentence: Sentence, said: list[Said], subject: Said | None) -> bool:
        """"He chairs the board", "she delivered a vote of thanks": what the speaker does or is."""
        if subject is None or subject.kind is not Kind.PRONOUN or any(one.kind is not Kind.OTHER for one in said):
            return False
        return subject.lemma in TAKING_PART or subject.lemma in ("head", "be", "become")

    def _among(self, sentence: Sentence, there: list[Mention]) -> None:
        """The people whom a collective sentence counts in: "experts, including X, agreed"."""
        for mention in there:
            seat = self.people.seat_of(self.paragraph, mention)
            before = self.paragraph.text[sentence.start : mention.left]
            roles = roles_of(sentence, mention, speaking=False, alone=False)
            counted = re.search(r"\b(?:including|among (?:them|whom)|namely|led by)\b[^.]*$", before)
            if seat is not None and (roles or (counted and mention.strong)):
                self.people.attend(seat, roles)

    def _closed(self, sentence: Sentence, voice: Voice) -> Draft:
        self.floor.anchor = ()
        self.floor.several = ()
        return drafted(sentence, voice)

    def _is_collective(self, said: list[Said], subject: Said | None) -> bool:
        kinds = {one.kind for one in said}
        if kinds & {Kind.COLLECTIVE, Kind.EVENT}:
            return True
        return Kind.PLURAL in kinds or (bool(said) and subject is not None and subject.kind is Kind.COLLECTIVE)

    def _taking_part(self, sentence: Sentence, there: list[Mention], subject: Said | None) -> Draft:
        """A list of people, or who did what: nobody's view."""
        self.floor.anchor = ()
        seats = self._assign_roles(sentence, there, None)
        self.floor.several = tuple(seats) if len(seats) > 1 else ()
        self.floor.recent = seats[0] if len(seats) == 1 else self.floor.recent
        if sentence.number == 0 and len(seats) == 1 and there[0].left == 0 and subject and subject.lemma in GREETING:
            self.floor.speaks(tuple(seats), sentence)
        return drafted(sentence, Voice.LIST if len(seats) > 2 and not self._has_roles(sentence) else Voice.ROLE)

    def _has_roles(self, sentence: Sentence) -> bool:
        return re.search(r"\b(?:deliver|presid|moderat|chair|opened|inaugurat|summar)", sentence.text) is not None

    def _assign_roles(
        self, sentence: Sentence, mentions: list[Mention], who: tuple[int, ...] | None
    ) -> list[int]:
        """Give roles; without speakers everybody named takes part, else those who hold a role do."""
        seats: list[int] = []
        for mention in mentions:
            seat = self.people.seat_of(self.paragraph, mention)
            if seat is None or (who is not None and is_spoken_about(self.paragraph, mention)):
                continue
            speaking = seat in who if who is not None else True
            roles = roles_of(sentence, mention, speaking, alone=len(mentions) == 1)
            if who is None or roles or _ACTED_BY.search(self.paragraph.text[max(0, mention.left - 40) : mention.left]):
                self.people.attend(seat, roles)
                seats.append(seat)
        return seats

"""Whose each sentence is: named, quoted, referred back to, carried on, or nobody's.

A speaker's words go on to the end of the paragraph, across sentences that carry neither name nor
verb, until somebody else speaks or the report turns to the meeting itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.record.posts import POST_WORDS
from communique.record.reading import BlockKind
from communique.record.values import Basis, Voice

from .candidates import is_headline
from .cards import Card, cards_in
from .mentions import Mention
from .people import People, is_spoken_about
from .prose import Paragraph, Sentence
from .roles import roles_of
from .sources import Kind, Said, delegation_of, said_in, subject_of
from .vocabulary import ATTENDING, EVENTS, PARTICIPATION, SECRETARIAT, TAKING_PART, tells_of_event

_DELEGATES = re.compile(r"representative|delegat|speaker", re.IGNORECASE)
_FOR_ITS_COUNTRY = re.compile(r"^[A-Z][\w ’'\-]+, (?:speaking (?:as|on|for|in)|on behalf of|for the)\b")
_ACTED_BY = re.compile(r"\b(?:introduced|joined|accompanied|attended|addressed|led|moderated|chaired|hosted|opened) by (?:the )?$", re.IGNORECASE)
_THIS_EVENT = re.compile(r"^(?:the|this|today[’']s|these|that)\s+(?:[a-z\-]+\s+){0,2}[A-Za-z\-]+$", re.IGNORECASE)
_ABSENT = frozenset("country state nation government leader minister group people society member".split())


_HOSTED = re.compile(
    r"\b(?:hosted|organi[sz]ed|convened|arranged|moderated)\s+(?:the|this)\s+(?:[\w\-]+\s+){0,2}"
    r"(?:webinar|seminar|forum|conference|event|meeting|workshop|round\s?-?table|discussion|session|dialogue)\b",
    re.IGNORECASE,
)


_ATTENDED = re.compile(
    r"\b(?:attended|participated in|took part in|joined)\s+(?:the|this)\s+(?:[\w\-]+\s+){0,2}?"
    r"(?P<event>webinar|seminar|forum|conference|event|meeting|workshop|round\s?-?table|discussion|session|dialogue|ceremony)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Draft:
    """A sentence judged: ``who`` are seats of the roster."""

    paragraph: Paragraph
    start: int
    end: int
    voice: Voice
    who: tuple[int, ...] = ()
    basis: Basis | None = None


@dataclass
class _Floor:
    """Who speaks as the reading goes on.

    ``anchor``: whose words the paragraph goes on with; ``since``: the first sentence of theirs;
    ``recent``: the last single speaker, whom he, she or an office may mean; ``several``: the people
    the last sentence named, whom "they" may mean; ``held``: a quote card's speaker.
    """

    anchor: tuple[int, ...] = ()
    since: int = 0
    recent: int | None = None
    several: tuple[int, ...] = ()
    held: tuple[int, ...] = ()
    spoke: list[int] = field(default_factory=list)

    def speaks(self, who: tuple[int, ...], sentence: Sentence) -> None:
        if who != self.anchor:
            self.since = sentence.number
        self.anchor = who
        self.recent = who[0] if len(who) == 1 else self.recent
        for seat in who:
            if seat in self.spoke:
                self.spoke.remove(seat)
            self.spoke.append(seat)


def attribute(paragraphs: Sequence[Paragraph], people: People) -> list[Draft]:
    """Every sentence of every paragraph, judged in reading order."""
    floor, drafts = _Floor(), []
    cards = cards_in(paragraphs, people)
    formal = _speaks_by_country(paragraphs, people)
    for number, paragraph in enumerate(paragraphs):
        card = cards.get(number)
        floor.anchor, floor.several = (), ()
        if card is not None:
            floor.held = (card.seat,)
            people.attend(card.seat)
        if (paragraph.kind in (BlockKind.TITLE, BlockKind.HEADING) and card is None) or (card and card.only_label):
            continue
        if card is None and is_headline(paragraph.text):
            continue
        drafts += _paragraph(paragraph, people, floor, formal, card)
    return drafts


def _paragraph(
    paragraph: Paragraph, people: People, floor: _Floor, formal: bool, card: Card | None
) -> list[Draft]:
    if floor.held and card is None and not _goes_on_quoting(paragraph):
        floor.held = ()
    if floor.held:
        floor.anchor, floor.since, floor.recent = floor.held, 0, floor.held[0]
        drafts = [_draft(s, Voice.VIEW, floor.held, Basis.QUOTED) for s in paragraph.sentences]
        if paragraph.text.rstrip().endswith(("”", '"', "»")):
            floor.held = ()
        return drafts
    judge = _Judge(paragraph, people, floor, formal)
    return [judge.draft(sentence) for sentence in paragraph.sentences]


def _goes_on_quoting(paragraph: Paragraph) -> bool:
    opening = paragraph.text.lstrip()[:1]
    return opening in "“\"«" or (bool(paragraph.quotes) and paragraph.quotes[0][0] == 0) or (
        paragraph.text.rstrip().endswith("”") and "“" not in paragraph.text
    )


def _draft(
    sentence: Sentence, voice: Voice, who: tuple[int, ...] = (), basis: Basis | None = None
) -> Draft:
    return Draft(sentence.paragraph, sentence.start, sentence.end, voice, who, basis)


def _speaks_by_country(paragraphs: Sequence[Paragraph], people: People) -> bool:
    """Whether this report lets countries speak: "Benin, for the LDCs, urged", "Chile's delegate"."""
    count = 0
    for paragraph in paragraphs:
        for sentence in paragraph.sentences:
            mentions = _within(sentence, people)
            count += sum(
                said.kind is Kind.DELEGATION and said.verb - sentence.start < 90
                and (bool(_DELEGATES.search(said.words)) or sentence.text.startswith(said.words[:12]))
                for said in said_in(sentence, mentions)[:1]
            )
    return count >= 2


def _within(sentence: Sentence, people: People) -> list[Mention]:
    return [m for m in people.of(sentence.paragraph) if sentence.start <= m.start < sentence.end]


class _Judge:
    """Judges the sentences of one paragraph in order."""

    def __init__(self, paragraph: Paragraph, people: People, floor: _Floor, formal: bool) -> None:
        self.paragraph, self.people, self.floor, self.formal = paragraph, people, floor, formal
        self.said = [said_in(s, _within(s, people)) for s in paragraph.sentences]

    def draft(self, sentence: Sentence) -> Draft:
        mentions = _within(sentence, self.people)
        said = self.said[sentence.number]
        who, basis = self._speakers(sentence, said)
        verb = min((one.verb for one in said if one.kind is not Kind.OTHER), default=sentence.end)
        if who:
            self._assign_roles(sentence, [m for m in mentions if m.left < verb or len(said) > 1], who)
            for seat in who:
                self.people.attend(seat)
            self.floor.speaks(who, sentence)
            self.floor.several = who if len(who) > 1 else ()
            return _draft(sentence, Voice.VIEW, who, basis)
        quoted = self._quoted(sentence)
        if quoted:
            for seat in quoted:
                self.people.attend(seat)
            self.floor.speaks(quoted, sentence)
            return _draft(sentence, Voice.VIEW, quoted, Basis.QUOTED)
        return self._unsaid(sentence, mentions, said)

    def _speakers(self, sentence: Sentence, said: list[Said]) -> tuple[tuple[int, ...], Basis | None]:
        """Everybody to whom the sentence gives something, and why."""
        who: list[int] = []
        basis: Basis | None = None
        for one in said:
            found, why = self._resolved(sentence, one)
            new = [seat for seat in found if seat not in who]
            who += new
            basis = basis if basis is Basis.NAMED or not found else why
        return tuple(who), basis

    def _resolved(self, sentence: Sentence, said: Said) -> tuple[tuple[int, ...], Basis | None]:
        floor = self.floor
        if said.kind is Kind.PERSON:
            opens = said.mentions[0].left - sentence.start <= 2
            seats = [self._speaker(mention, opens) for mention in said.mentions]
            return tuple(seat for seat in seats if seat is not None), Basis.NAMED
        if said.kind is Kind.PRONOUN:
            return ((floor.recent,) if floor.recent is not None else ()), Basis.REFERRED
        if said.kind is Kind.PLURAL:
            return floor.several, Basis.REFERRED
        if said.kind is Kind.OFFICE:
            seat = self._office(said.words)
            return ((seat,) if seat is not None else ()), Basis.REFERRED
        if said.kind is Kind.DELEGATION and (
            self.formal or _DELEGATES.search(said.words) or _FOR_ITS_COUNTRY.match(sentence.text)
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

    def _office(self, words: str) -> int | None:
        """The last person who spoke or was met whose post or title has the words of an office."""
        wanted = {w for w in re.findall(r"[\w\-]+", words.casefold()) if w in POST_WORDS or w == "high"}
        wanted = {"minister" if w in ("pm", "fm") else w for w in wanted}
        named = [*reversed(self.floor.spoke), *reversed(self.people.present)]
        seen = [self.people.seat_of(self.paragraph, m) for m in self.people.of(self.paragraph)]
        for seat in dict.fromkeys([*named, *[s for s in seen if s is not None], *self._everybody()]):
            held = self.people.roster.affiliation_of(seat)
            known = f"{held.post or ''} {self.people.roster.honorific_of(seat) or ''} {held.institution or ''}".casefold()
            if wanted and all(self._holds(word, known) for word in wanted):
                return seat
            if wanted <= {"head", "chief"} and wanted and held.institution and held.institution in words:
                return seat
        if wanted <= {"official", "expert", "scholar", "professor", "speaker", "analyst", "diplomat"} and wanted:
            return self.floor.recent
        return None

    def _everybody(self) -> list[int]:
        return list(dict.fromkeys(self.people.seats.values()))

    def _holds(self, word: str, known: str) -> bool:
        return re.search(rf"\b{re.escape(word)}\b", known) is not None or (word == "minister" and re.search(r"\b(?:pm|fm)\b", known) is not None)

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
            return _draft(sentence, Voice.ROLE)
        if self.floor.anchor and not self._halts(sentence, mentions, said, subject):
            return _draft(sentence, Voice.VIEW, self.floor.anchor, Basis.CARRIED)
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
        return _draft(sentence, voice)

    def _is_collective(self, said: list[Said], subject: Said | None) -> bool:
        kinds = {one.kind for one in said}
        if kinds & {Kind.COLLECTIVE, Kind.EVENT}:
            return True
        return Kind.PLURAL in kinds or (bool(said) and subject is not None and subject.kind is Kind.COLLECTIVE)

    def _halts(
        self, sentence: Sentence, mentions: list[Mention], said: list[Said], subject: Said | None
    ) -> bool:
        """Whether the report turns from the speaker's words to the meeting or to other people."""
        if any(one.kind is Kind.COLLECTIVE and self._attends(one.words) for one in said):
            return True
        if subject is not None and subject.kind is Kind.COLLECTIVE and self._attends(subject.words) and (
            PARTICIPATION.search(sentence.text)
        ):
            return True
        if subject is not None and subject.kind is Kind.EVENT and self._is_this_event(subject.words) and (
            tells_of_event(sentence.text) or any(one.kind is Kind.EVENT for one in said)
        ):
            return True
        if _HOSTED.search(sentence.text) or self._counts_guests(sentence):
            return True
        others = [m for m in mentions if self._is_other(m)]
        return bool(others) and self._introduces(sentence, others)

    def _attends(self, words: str) -> bool:
        head = re.findall(r"[\w\-]+", words.casefold())
        singular = [re.sub(r"ies$", "y", word).removesuffix("s") if word.endswith("s") else word for word in head]
        return any(word in ATTENDING for word in singular) and not any(word in _ABSENT for word in singular)

    def _is_this_event(self, words: str) -> bool:
        """"The meeting", unless the speaker spoke of one: then it is theirs."""
        if not _THIS_EVENT.match(words.strip()):
            return False
        noun = words.strip().split()[-1].casefold().rstrip("s")
        own = self.paragraph.text[self.paragraph.spans[self.floor.since][0] : ]
        before = own[: max(0, own.find(words))]
        return noun.rstrip("s") in EVENTS and noun not in before.casefold()

    def _is_other(self, mention: Mention) -> bool:
        seat = self.people.seat_of(self.paragraph, mention)
        return seat is not None and seat not in self.floor.anchor and not is_spoken_about(self.paragraph, mention)

    def _counts_guests(self, sentence: Sentence) -> bool:
        """"A large number of students attended the webinar", unless the speaker told of a webinar."""
        found = _ATTENDED.search(sentence.text)
        own = self.paragraph.text[self.paragraph.spans[self.floor.since][0] : sentence.start]
        return found is not None and found["event"].casefold() not in own.casefold()

    def _introduces(self, sentence: Sentence, others: list[Mention]) -> bool:
        """Whether a sentence brings in further people of this meeting rather than of another."""
        if not PARTICIPATION.search(sentence.text):
            return False
        nouns = [w for w in re.findall(r"[a-z\-]+", sentence.text.casefold()) if w in EVENTS]
        own = self.paragraph.text[self.paragraph.spans[self.floor.since][0] : sentence.start].casefold()
        return not any(re.search(rf"\b{noun}", own) for noun in nouns)

    def _taking_part(self, sentence: Sentence, there: list[Mention], subject: Said | None) -> Draft:
        """A list of people, or who did what: nobody's view."""
        self.floor.anchor = ()
        seats = self._assign_roles(sentence, there, None)
        self.floor.several = tuple(seats) if len(seats) > 1 else ()
        self.floor.recent = seats[0] if len(seats) == 1 else self.floor.recent
        return _draft(sentence, Voice.LIST if len(seats) > 2 and not self._has_roles(sentence) else Voice.ROLE)

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

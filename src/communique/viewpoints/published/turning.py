"""Where a report turns from a speaker's words to the meeting itself or to other people."""

from __future__ import annotations

import re

from .floor import Floor
from .mentions import Mention
from .people import People, is_spoken_about
from .prose import Paragraph, Sentence
from .sources import Kind, Said
from .vocabulary import ATTENDING, EVENTS, PARTICIPATION, TAKES_PART, tells_of_event

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
_THIS_EVENT = re.compile(r"^(?:the|this|today[’']s|these|that)\s+(?:[a-z\-]+\s+){0,2}[A-Za-z\-]+$", re.IGNORECASE)
_IMPERSONAL = re.compile(
    r"(?:There was (?:an? |no |some |also |little )?(?:\w+ )?(?:consensus|agreement|disagreement)|(?:Views|Opinions)\b.{0,40}?\b(?:diverged|differed|varied|divided)|"
    r"It was (?:also )?(?:noted|stressed|emphasi[sz]ed|pointed out|underlined|stated|suggested|proposed|recalled|highlighted|observed) that|"
    r"(?:A|An|The)\b[^,.]{0,50}\b(?:film|video|concert|toast|exhibition|performance|documentary|photo)\b[^.]{0,50}\b(?:was|were|closed|followed|concluded)|"
    r"No ?(?:one|body) (?:objected|disagreed)|A consensus emerged|It was (?:\w+ )?agreed)\b"
)
_ATTENDING_FIRST = re.compile(
    r"(?:The |All |Many |Most |Some |Several |Other )?(?:other )?(?:delegates|participants|panell?ists|speakers|discussants|attendees|delegations)\b",
    re.IGNORECASE,
)
_ABSENT = frozenset("country state nation government leader minister group people society member".split())


class Turning:
    """Knows one paragraph and who has the floor in it."""

    def __init__(self, paragraph: Paragraph, people: People, floor: Floor) -> None:
        self.paragraph, self.people, self.floor = paragraph, people, floor

    def halts(
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
        if _IMPERSONAL.match(sentence.text) or _ATTENDING_FIRST.match(sentence.text):
            return True
        if _HOSTED.search(sentence.text) or self._counts_guests(sentence):
            return True
        others = [m for m in mentions if self._is_other(m)]
        return bool(others) and self._introduces(sentence, others)

    def _attends(self, words: str) -> bool:
        head = re.findall(r"[\w\-]+", words.casefold())
        singular = [re.sub(r"ies$", "y", word).removesuffix("s") if word.endswith("s") else word for word in head]
        if singular[-1:] in (["side"], ["party"]) and len(singular) > 1:
            return False
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
        if not TAKES_PART.search(sentence.text):
            return False
        nouns = [w for w in re.findall(r"[a-z\-]+", sentence.text.casefold()) if w in EVENTS]
        own = self.paragraph.text[self.paragraph.spans[self.floor.since][0] : sentence.start].casefold()
        return not any(re.search(rf"\b{noun}", own) for noun in nouns)

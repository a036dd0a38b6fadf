"""Chat logs of meeting services: who wrote what, several lines a message, times of day.

Messages sent to one person, and reactions, are no contributions to a meeting: they stay in the text
as written but make no turn, and a notice counts them. What a message quotes to reply to is left out
of it too, for those words are somebody else's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from communique.record.errors import InputError
from communique.record.reading import Reading
from communique.record.values import SourceKind
from communique.record.view import Piece

from .cleaning import cleaned
from .raw import RawFile
from .tally import Tally
from .timecodes import from_first, seconds
from .voices import Line, turns_of

_STAMP = r"(?:\d{4}-\d\d-\d\d[ T])?(?P<clock>\d{1,2}:\d{2}:\d{2})"
_TABBED = re.compile(rf"^{_STAMP}\t[ \t]*(?P<name>[^\t\r\n]{{1,80}}?)[ \t]*:\t", re.MULTILINE)
_FROM = re.compile(
    rf"^{_STAMP}[ \t]+From[ \t]+(?P<name>\S[^\r\n]{{0,80}}?)"
    r"(?:[ \t]+to[ \t]+(?P<whom>[^\r\n]{1,80}?))?[ \t]*:(?=[ \t]|$|\r)[ \t]*",
    re.MULTILINE | re.IGNORECASE,
)
_LINES = re.compile(r"[^\r\n]+")
_PRIVATE = re.compile(r"\((?:privately|direct message)\)", re.IGNORECASE)
_EVERYONE = re.compile(
    r"everyone|all panelists|hosts and panelists|waiting room|meeting group chat"
    r"|всем|所有人|全員|모두|herkes|todos|tous|alle\b", re.IGNORECASE)
_QUOTING = re.compile(r'[^"“\r\n]{3,40}["“](?P<quoted>.*?)["”](?P<rest>[^"”]{0,30})', re.DOTALL)
_EMOJI = re.compile(r"[\u2190-\u2bff\u3030-\u303d\ufe0f\U0001f000-\U0001faff]|:[a-z+][a-z_+\d-]+:")
_REACTION = re.compile(r"(?:reacted to|removed an? \S+ reaction from) ", re.IGNORECASE)
_LONGEST_REACTION = 1000


@dataclass(frozen=True, slots=True)
class _Message:
    name: str
    whom: str | None
    clock: float
    start: int
    end: int


def recognises(raw: RawFile) -> bool:
    """Two stamped messages, or one that opens the file."""
    found = list(_stamps(raw.text))
    return len(found) > 1 or (len(found) == 1 and not raw.text[: found[0].start()].strip("\ufeff \t\r\n"))


def read(raw: RawFile) -> Reading:
    """Raises :class:`InputError` when no message holds words."""
    tally = Tally(raw.text)
    messages = _messages(raw.text)
    lines: list[Line] = []
    earlier: list[str] = []
    for message, at in zip(messages, from_first(message.clock for message in messages), strict=True):
        if not _set_aside(raw.text, message, earlier, tally):
            lines.extend(_lines(raw.text, message, at, tally))
            earlier.append(_folded(raw.text[message.start : message.end]))
    if messages and raw.text[: messages[0].start].strip("\ufeff") and (before := _before(raw.text)):
        tally.add("text-outside-messages", "lines before the first message were not read", at=0, times=before)
    if not lines and not tally.notices():
        raise InputError("the chat holds no message", file=raw.name, place="line 1",
                         remedy="Save the chat again from the meeting.")
    return Reading(kind=SourceKind.CHAT, format="chat", text=raw.text, turns=turns_of(lines),
                   notices=tally.notices())


def _stamps(text: str) -> Iterator[re.Match[str]]:
    first = _TABBED.search(text)
    yield from (_TABBED if first else _FROM).finditer(text)


def _before(text: str) -> int:
    head = text[: next(_stamps(text)).start()]
    return sum(bool(line.strip("\ufeff \t\r\n")) for line in head.splitlines())


def _messages(text: str) -> list[_Message]:
    stamps = list(_stamps(text))
    ends = [stamp.start() for stamp in stamps[1:]]
    return [
        _Message(stamp["name"].strip(), stamp.groupdict().get("whom"), seconds(stamp["clock"]), stamp.end(), end)
        for stamp, end in zip(stamps, [*ends, len(text)], strict=False)
    ]


def _set_aside(text: str, message: _Message, earlier: Sequence[str], tally: Tally) -> bool:
    body = text[message.start : message.end].strip()
    if message.whom and (_PRIVATE.search(message.whom) or not _EVERYONE.search(message.whom)):
        tally.add("private-message", "a message sent to one person was left out", at=message.start)
    elif _is_reaction(body, earlier):
        tally.add("chat-reaction", "a reaction to somebody's message was left out", at=message.start)
    elif not body:
        tally.add("message-without-text", "a message holds no text", at=message.start)
    else:
        return False
    return True


def _is_reaction(body: str, earlier: Sequence[str]) -> bool:
    """A quotation and a sign at its end, in any language: of a message before it, or in so many words."""
    if _REACTION.match(body) and _EMOJI.search(body):
        return True
    found = _QUOTING.fullmatch(body) if len(body) <= _LONGEST_REACTION else None
    if found is None or not _EMOJI.search(found["rest"]):
        return False
    quoted = _folded(found["quoted"]).rstrip(".… ")
    return bool(quoted) and any(quoted in message for message in earlier)


def _folded(text: str) -> str:
    return " ".join(text.split())


def _lines(text: str, message: _Message, at: float, tally: Tally) -> Iterator[Line]:
    spans = _spoken_spans(text, message, tally)
    for place, (start, end) in enumerate(spans):
        words, gaps = cleaned(text[start:end])
        tally.add("inaudible", "words that the log marks as not understood", at=start, times=gaps)
        if words:
            yield Line(Piece(start, end, words, at), message.name, opens=place == 0)


def _spoken_spans(text: str, message: _Message, tally: Tally) -> Sequence[tuple[int, int]]:
    """The message's lines, without the one that says what it replies to."""
    spans = []
    for found in _LINES.finditer(text, message.start, message.end):
        bare = found[0].strip()
        if bare:
            start = found.start() + found[0].index(bare)
            spans.append((start, start + len(bare)))
    if len(spans) > 1 and _is_reply_head(text, spans[0], spans[1]):
        tally.add("reply-quote", "the quoted beginning of the message replied to was left out", at=spans[0][0])
        return spans[1:]
    return spans


def _is_reply_head(text: str, head: tuple[int, int], body: tuple[int, int]) -> bool:
    """A quotation introduced by a few words, alone above a blank line."""
    found = _QUOTING.fullmatch(text[slice(*head)]) if head[1] - head[0] <= _LONGEST_REACTION else None
    gap = text[head[1] : body[0]].replace("\r\n", "\n")
    return found is not None and not found["rest"].strip() and gap.count("\n") > 1

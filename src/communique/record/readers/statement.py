"""A statement: one speech as one file, told from a report by who is speaking in it.

A speech says "I" and addresses its audience; a report names several people in the third person and
says what each of them held. Both may be full of "we", of quotations, and of headings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from communique.record.reading import Block, BlockKind, Reading, Turn
from communique.record.values import Notice, SourceKind

from .header import Header, header_of
from .prose import body_of
from .salutations import is_salutation, opens_with_salutation

_QUOTED = re.compile(r"“[^”]{0,2000}”|«[^»]{0,2000}»|\"[^\"\n]{0,2000}\"|「[^」]{0,500}」")
_FIRST_PERSON = re.compile(
    r"\b(?:I|I['’](?:m|ve|d|ll)|my|me|myself)\b|\ballow me\b|\blet me\b"
    r"|\b(?:я|мне|меня|мой|моя|моё|моего|моей|позвольте|хотел бы|хотела бы|разрешите)\b"
    r"|\b(?:je|j['’]\w+|mon|ma|mes|permettez-moi)\b|\b(?:yo|quisiera|permítanme|me gustaría)\b"
    r"|\b(?:ich|mir|mich|meine[rnms]?)\b|我(?!们|国|方|院|校|会)",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"\b(?:Part|Section|Session|Panel|Annex|Chapter|World War|Phase|Article|Title)\s+I\b")
_WORDS = re.compile(r"[\u3040-\u9fff]|\w+")
_REPORTED = re.compile(
    r"(?:(?:mr|mrs|ms|dr|prof|professor|ambassador|h\.?\s?e|minister|president|director|general)\.?\s+)*"
    r"[^\W\d_a-z][\w’'\-]*\.?(?:\s+(?:[^\W\d_a-z][\w’'\-]*\.?|bin|al|de|van|von|der|of|the|and|for)){0,12}"
    r"(?:\s?\([^)]{1,60}\))?(?:,\s[^.;]{3,200}?,?)?\s(?:also\s|then\s|further\s)?"
    r"(?:said|says|stated|states|believes?|believed|thinks?|noted|notes|pointed|points|stressed|stresses|"
    r"emphasi[sz]e[sd]|underlined|underlines|underscored|underscores|highlighted|highlights|argued|argues|"
    r"added|adds|called|calls|urged|urges|observed|observes|explained|explains|warned|warns|"
    r"suggested|suggests|proposed|proposes|recalled|recalls|spoke|speaks|drew|draws|shared|delivered|"
    r"expressed|considered|considers|remarked|claimed|claims|acknowledged|concluded|welcomed|reiterated)\b"
)
_REPORTED_ELSEWHERE = re.compile(
    r"[А-ЯЁ][а-яё]+\s[А-ЯЁ][а-яё]+[^.;]{0,160}?\s(?:сказала?|отметила?|заявила?|подчеркнула?|считает|"
    r"указала?|добавила?|выразила?|призвала?|предложила?)\b"
    r"|[\u4e00-\u9fff、·（）]{2,40}(?:表示|指出|认为|强调|称|说|提出|建议|介绍)"
)
_LEAST_PERSON = 0.35


@dataclass(frozen=True)
class _Signs:
    """What speaks for a speech, and what against it."""

    header: Header | None
    addressed: bool
    person: int
    words: int
    reported: int
    paragraphs: int

    def make_statement(self) -> bool:
        if self.reported > max(1, 0.15 * self.paragraphs):
            return False
        personal = self.person >= 1 and 100 * self.person / max(self.words, 1) >= _LEAST_PERSON
        if self.header is not None and self.addressed:
            return self.person >= 1 or self.reported == 0
        if self.header is not None:
            return personal and (self.person >= 2 or self.words < 120)
        return self.addressed and personal


def classified(reading: Reading) -> Reading:
    """The reading as it is, or as a statement when its blocks are one person's speech."""
    header = header_of(reading.blocks)
    start = header.end if header else 0
    if not _signs(reading.blocks, header, start).make_statement():
        return reading
    body = [block for block in reading.blocks[start:] if block.view.pieces]
    if not body:
        return reading
    turn = Turn(body_of(reading.text, body), speaker=header.label if header else None)
    return replace(reading, kind=SourceKind.STATEMENT, speaker=turn.speaker, turns=(turn,),
                   notices=(*reading.notices, *_unnamed(header)))


def _unnamed(header: Header | None) -> tuple[Notice, ...]:
    if header is not None:
        return ()
    return (Notice(code="statement-without-speaker",
                   message="this reads as a speech, but nothing in it says whose"),)


def _signs(blocks: Sequence[Block], header: Header | None, start: int) -> _Signs:
    prose = [block.view.text for block in blocks[start:]
             if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)]
    bare = [_ROMAN.sub(" ", _QUOTED.sub(" ", text)) for text in prose]
    return _Signs(
        header=header,
        addressed=_is_addressed(blocks, start),
        person=sum(len(_FIRST_PERSON.findall(text)) for text in bare),
        words=sum(len(_WORDS.findall(text)) for text in prose),
        reported=sum(_reports(text) for text in prose),
        paragraphs=len(prose),
    )


def _is_addressed(blocks: Sequence[Block], start: int) -> bool:
    opening = [block.view.text for block in blocks[start : start + 4]]
    return any(is_salutation(text) or opens_with_salutation(text) for text in opening)


def _reports(text: str) -> bool:
    opening = text[:400]
    return bool(_REPORTED.match(opening) or _REPORTED_ELSEWHERE.match(opening))

"""The running text of a debate kept in XML, written down turn by turn and heading by heading.

The text has one paragraph a line; every turn and block points into it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.record.reading import Block, BlockKind
from communique.record.values import Session
from communique.record.view import Piece, View

from .cleaning import cleaned
from .tally import Tally
from .voices import Line


@dataclass
class DebateText:
    """``prefix`` keeps the ids of sessions apart from those of other files."""

    prefix: str
    lines: list[Line] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    sessions: list[Session] = field(default_factory=list)
    _parts: list[str] = field(default_factory=list)
    _length: int = 0
    _gaps: int = 0

    @property
    def text(self) -> str:
        return "\n".join(self._parts)

    def open_session(self, title: str) -> str:
        """A heading that begins a session; the session's id."""
        self.aside(title, BlockKind.HEADING)
        self.sessions.append(Session(id=f"{self.prefix}-{len(self.sessions) + 1}", title=title))
        return self.sessions[-1].id

    def aside(self, words: str, kind: BlockKind = BlockKind.PARAGRAPH) -> None:
        """What the record tells and nobody said."""
        if words:
            start = self._write(words)
            self.blocks.append(Block(View((Piece(start, start + len(words), words),)), kind,
                                     level=int(kind is BlockKind.HEADING)))

    def say(self, words: str, speaker: str | None, *, session: str | None, opens: bool,
            times: tuple[float | None, float | None] = (None, None)) -> bool:
        """One paragraph of speech; False when it holds no words."""
        reads, gaps = cleaned(words)
        self._gaps += gaps
        if not reads:
            return False
        start = self._write(words)
        self.lines.append(Line(Piece(start, start + len(words), reads, *times), speaker, session, opens))
        return True

    def count_gaps(self, tally: Tally) -> None:
        tally.add("inaudible", "words that the record marks as not understood", times=self._gaps)

    def _write(self, words: str) -> int:
        start = self._length
        self._parts.append(words)
        self._length += len(words) + 1
        return start

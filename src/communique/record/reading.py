"""What a reader returns: the text of one file, and the structure it found in it.

A reader knows one format and nothing of people or views. It returns the text exactly as decoded
(for binary and markup formats: as extracted), and views into it: *blocks* of prose, or *turns* of
speech, or rows of a participants list, or facts that a format states outright.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .values import Edition, Notice, Session, SourceKind
from .view import View


class BlockKind(StrEnum):
    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CAPTION = "caption"
    CELL = "cell"


@dataclass(frozen=True)
class Block:
    """A paragraph, heading or list item, whole again where a page break had cut it."""

    view: View
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0


@dataclass(frozen=True)
class Turn:
    """What one voice said without a break; ``speaker`` is the label as written, or None."""

    view: View
    speaker: str | None = None
    session: str | None = None


@dataclass(frozen=True)
class RosterRow:
    """One row of a participants list: the columns we know, as written.

    ``columns`` keys: name honorific post institution country capacity roles labels session
    attribution. ``place`` says where the row stands ("line 4", "Sheet1!A5").
    """

    columns: Mapping[str, str]
    place: str


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One file, read.

    ``session_files``: of an edition file, which file (by name) belongs to which session (by id).
    """

    kind: SourceKind
    format: str
    text: str
    blocks: tuple[Block, ...] = ()
    turns: tuple[Turn, ...] = ()
    roster: tuple[RosterRow, ...] = ()
    edition: Edition | None = None
    sessions: tuple[Session, ...] = ()
    session_files: Mapping[str, str] = field(default_factory=dict)
    speaker: str | None = None
    language: str | None = None
    notices: tuple[Notice, ...] = field(default=())

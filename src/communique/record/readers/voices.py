"""From lines, each with its speaker, to turns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from communique.record.reading import Turn
from communique.record.values import SourceKind
from communique.record.view import Piece, View

from .noise import is_outro
from .tally import Tally


@dataclass(frozen=True, slots=True)
class Line:
    """One line of speech; ``opens`` says that it begins a turn although no label changed."""

    piece: Piece
    speaker: str | None = None
    session: str | None = None
    opens: bool = False


def turns_of(lines: Iterable[Line]) -> tuple[Turn, ...]:
    """Consecutive lines of one voice as one turn, so that a sentence cut in two is whole again."""
    turn, last = 0, None
    numbered = []
    for line in lines:
        if last is None or line.opens or (line.speaker, line.session) != (last.speaker, last.session):
            turn += 1
        numbered.append((turn, line))
        last = line
    return tuple(_turn([line for _, line in group]) for _, group in groupby(numbered, lambda one: one[0]))


def kind_of(turns: Iterable[Turn]) -> SourceKind:
    """A transcript says who speaks; captions do not."""
    spoken = any(turn.speaker for turn in turns)
    return SourceKind.TRANSCRIPT if spoken else SourceKind.CAPTIONS


def count_outros(lines: Iterable[Line], tally: Tally) -> None:
    """Tells of phrases that recognisers invent over silence; the words stay."""
    for line in lines:
        if is_outro(line.piece.text):
            tally.add("machine-outro", "a phrase that speech recognition invents in silence; kept, please check",
                      at=line.piece.start)


def _turn(lines: Sequence[Line]) -> Turn:
    pieces = tuple(line.piece for line in lines)
    return Turn(View(pieces, _glue(pieces)), speaker=lines[0].speaker, session=lines[0].session)


def _glue(pieces: Sequence[Piece]) -> str:
    """Chinese and Japanese write no space between lines."""
    letters = sum(len(piece.text) for piece in pieces)
    wide = sum(_is_wide(character) for piece in pieces for character in piece.text if character > "\u2fff")
    return "" if wide * 2 > letters else " "


def _is_wide(character: str) -> bool:
    return "\u3000" <= character <= "\u30ff" or "\u3400" <= character <= "\u9fff" or character in "，。：；？！"

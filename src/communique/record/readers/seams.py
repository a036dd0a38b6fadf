"""Seams: where a page or a line broke a sentence, and how its two halves read as one.

Joining two paragraphs wrongly gives one speaker's words to another, so a paragraph that merely
lacks its full stop is left alone: there must be a sign that the next one goes on with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from communique.record.sentences import sentence_spans
from communique.record.view import Piece, View

from .salutations import is_salutation
from .spellings import Spellings

Span = tuple[int, int]

_CLOSERS = "\"'”’»)]）」』〉》】*_"
_FINAL = ".!?…。！？｡؟۔।"
_PAUSES = ":;：；"
_CJK = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff，、。；：“”（）《》]")
_HYPHENS = "-\u2010\u00ad\u0002\ufffe"
_PAIRS = (("(", ")"), ("“", "”"), ("«", "»"), ("（", "）"), ("《", "》"), ("[", "]"))
_FRAGMENT = re.compile(r"[^\W\d_][\w’'\-]*(?: [^\W\d_][\w’'\-]*){0,2}[.)](?=\s+\S)")
_COUNTED = re.compile(r"\d[\d,.]*%?\s+[^\W\d_A-Z]")
_LAST_WORD = re.compile(r"[^\W_][\w’'\-]*$")
_FIRST_WORD = re.compile(r"[^\W_][\w’'\-]*")
_REACH = 400

_LEADING = frozenset(
    """a an the of to in on at by for from with without within into upon between among against under
    over during through and or nor but that which who whose whom as than is are was were be been being
    has have had will would should could may might must can its their his her our this these those
    such also not very more most both either
    и в во на с со к ко о об от до по для при из у за над под между что который которая которые как не
    а но или его её их этот эта это
    de la le les des du et à au aux en un une que qui dans pour par sur avec ou ne pas son sa ses
    el los las del y e con por para una su sus
    der die das den dem des und oder mit von zu im am für auf ein eine einen dass zur zum""".split()
)


def is_open(text: str) -> bool:
    """Whether ``text`` stops without a mark that ends a sentence, a list's lead or a clause."""
    bare = text.rstrip().rstrip(_CLOSERS)
    return bool(bare) and bare[-1] not in _FINAL + _PAUSES


def continues(before: str, after: str, known: Spellings) -> bool:
    """Whether ``after`` goes on with the sentence at the end of ``before``.

    ``known`` are the spellings of the whole document: a name that stands whole elsewhere in it is
    recognised when a page break halves it.
    """
    tail, head = before[-_REACH:].rstrip(), after[:_REACH].lstrip()
    if not tail or not head:
        return False
    if _CJK.match(tail[-1]) or _CJK.match(head[0]):
        return _continues_unspaced(before, tail, head)
    if len(before.split()) < 4:
        return False
    if not is_open(tail):
        return _is_abbreviated(tail, head)
    return _is_signalled(tail, head, known)


def _is_signalled(tail: str, head: str, known: Spellings) -> bool:
    if is_salutation(tail):
        return False
    if head[0].islower() or _closes_open_pair(tail, head):
        return True
    if tail.endswith(","):
        return len(tail.split()) >= 12
    last, first = _LAST_WORD.search(tail), _FIRST_WORD.match(head)
    if last is None:
        return False
    if last[0] in _LEADING or (len(tail.split()) >= 8 and bool(_COUNTED.match(head))):
        return True
    halved = first is not None and last[0][0].isupper() and len(tail.split()) >= 12
    return halved and first is not None and _halves_name(last[0], first[0], head, known)


def _halves_name(last: str, first: str, head: str, known: Spellings) -> bool:
    """"... the World Health" / "Organization. The ...": a new paragraph does not open with one word."""
    fragment = _FRAGMENT.match(head)
    if fragment and (fragment[0][-1] == ")" or sentence_spans(head)[0][1] == fragment.end()):
        return True
    return (last, first) in known.names


def _is_abbreviated(tail: str, head: str) -> bool:
    """A final stop that the sentence rules take for an abbreviation's, whatever follows."""
    if tail[-1] != "." or not head[0].isalpha():
        return False
    probe = f"{tail} {head[0].upper()}{head[1:]}"
    return all(end != len(tail) for _, end in sentence_spans(probe))


def _closes_open_pair(tail: str, head: str) -> bool:
    last = tail[slice(*sentence_spans(tail)[-1])]
    first = head[slice(*sentence_spans(head)[0])]
    return any(last.count(left) > last.count(right) and right in first.partition(left)[0]
               for left, right in _PAIRS)


def _continues_unspaced(before: str, tail: str, head: str) -> bool:
    return (len(before) >= 20 and is_open(tail) and tail[-1] not in "，、" + _CLOSERS
            and bool(_CJK.match(head[0])) and any(mark in head for mark in "。！？"))


def view_of(text: str, spans: Sequence[Span], known: Spellings) -> View:
    """One running text of ``spans``; each character maps to its own place in ``text``.

    The space between two halves is the white space that follows the first one in the text. Between
    ideographs there is none, and a hyphen that only broke a word is left out.
    """
    pieces = [_with_seam(text, span, after[0], known) for span, after in pairwise(spans)]
    return View((*pieces, *(_piece(text, *span) for span in spans[-1:])), glue="")


def _with_seam(text: str, span: Span, after: int, known: Spellings) -> Piece:
    start, end = span
    if text[end - 1] in _HYPHENS and end - start > 1 and text[end - 2].isalpha():
        if _only_breaks(text, end - 1, after, known):
            return _piece(text, start, end - 1)
        return Piece(start, end, f"{_legible(text[start : end - 1])}-")  # however it was encoded
    if end == after or (_CJK.match(text[end - 1]) and _CJK.match(text[after])):
        return _piece(text, start, end)
    return Piece(start, end + 1, f"{_legible(text[start:end])} ")


def _only_breaks(text: str, hyphen: int, after: int, known: Spellings) -> bool:
    """Whether the hyphen is the printer's: the document's own spellings decide where they can."""
    if not text[after].islower():
        return False
    first = _LAST_WORD.search(text, max(0, hyphen - 40), hyphen)
    second = _FIRST_WORD.match(text, after)
    if first is None or second is None or text[hyphen] in "\u00ad\u0002\ufffe":
        return True
    return known.is_broken_word(first[0].casefold(), second[0].casefold())


def _piece(text: str, start: int, end: int) -> Piece:
    return Piece(start, end, _legible(text[start:end]))


def _legible(text: str) -> str:
    return text.translate(_SPACES) if not text.isascii() or not text.isprintable() else text


_SPACES = {ord(character): " " for character in "\n\r\t\f\v\x85\u2028\u2029\u00a0\u202f\u2007\u0002"}

"""Sentence boundaries, by rule, in the languages of the forum.

Libraries were measured (docs/decisions/0004-sentences.md): none was right on honorifics, initials
and retired ranks in English, on clock times in Russian, and on closing quotes in Chinese at once.
"""

from __future__ import annotations

import re

_HONORIFICS = """mr mrs ms mx dr prof amb hon rev fr gen lt col capt cmdr adm maj sgt sen rep gov pres
sec st messrs mmes h.e h.m h.h h.r.h md mohd brig cdr dir dep asst assoc""".split()
_GENERAL = """vs etc e.g i.e cf al ca approx no nos vol vols art arts para paras p pp fig figs eq ed eds
inc ltd co corp dept univ est jan feb mar apr jun jul aug sep sept oct nov dec a.m p.m u.s u.k u.n
e.u p.r d.c ph.d m.a b.a retd resp incl""".split()
_RUSSIAN = "г гг т.е т.к т.н т.п т.д др пр проф акад доц им стр ст руб млн млрд тыс ч мин сек см напр ул".split()
_FRENCH = "m mm mme mlle mgr me art p.ex env".split()
_GERMAN = "hr fr z.b d.h u.a bzw usw nr str abs bd".split()
_SPANISH = "sr sra srta ud uds dra lic ing núm pág".split()
_NEVER_LAST = frozenset(_HONORIFICS + "vs e.g i.e cf no nos art para fig eq им проф акад доц".split())
_ABBREVIATIONS = frozenset(_HONORIFICS + _GENERAL + _RUSSIAN + _FRENCH + _GERMAN + _SPANISH)

_CLOSERS = "\"'”’»)]）」』〉》】"
_END = re.compile(
    r"(?P<wide>[。！？｡]+[" + re.escape(_CLOSERS) + r"]*)"
    r"|(?P<mark>[.!?…؟۔।॥]+)(?P<close>[" + re.escape(_CLOSERS) + r"]*)(?=\s|$|[\[“«])"
    r"|(?P<line>\n[ \t]*\n)"
)
_WORD_BEFORE = re.compile(r"(?<!\w)(?:[^\W\d_]\.)+[\w’'\-]*$|[\w’'\-]*$", re.UNICODE)
_NEXT_WORD = re.compile(r"\s*[\"'“‘«(\[]*\s*(\w+)")
_OPENERS = frozenset("""the a an this that these those he she it they we you i his her its their our my in on
at by for from with to of as after before during since while when where if although though however moreover
furthermore meanwhile but and or so yet there here what who how why both many some most all no not one two
according earlier later also then thus therefore despite under over""".split())
_NEXT = re.compile(r"\s*[\"'“‘«(\[（「『]*\s*(\S)")


def sentence_spans(text: str, language: str | None = None) -> list[tuple[int, int]]:
    """The sentences of ``text`` as trimmed ``(start, end)`` spans, in order.

    A blank line always ends a sentence; a single line break does not. ``language`` is an ISO 639-1
    code and may be None.
    """
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _END.finditer(text):
        if not _ends_sentence(text, found, start):
            continue
        end = found.start() if found.lastgroup == "line" else found.end()
        _keep(text, start, end, spans)
        start = found.end()
    _keep(text, start, len(text), spans)
    return spans


def _keep(text: str, start: int, end: int, spans: list[tuple[int, int]]) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        spans.append((start, end))


def _ends_sentence(text: str, found: re.Match[str], start: int) -> bool:
    if found["mark"] is None:
        return True
    following = _NEXT.match(text, found.end())
    if following is None:
        return True
    lower = following[1].islower()
    if found["mark"] != ".":
        return not lower
    word = _WORD_BEFORE.search(text, start, found.start())
    before = word[0] if word else ""
    if not before:
        return not lower
    if found["close"]:
        return not lower or before.casefold() not in _ABBREVIATIONS
    return not (lower or _is_abbreviation(before, following[1], text, found.start()))


def _is_abbreviation(before: str, following: str, text: str, dot: int) -> bool:
    folded = before.casefold()
    if folded in _NEVER_LAST:
        return True
    if len(before) == 1 and before.isalpha():
        return before.isupper() and before != "I" and not before.isdigit()
    if before.isdigit():
        # "1. First point": a list number opens its sentence
        return _opens_line(text, dot - len(before)) and len(before) <= 2
    if re.fullmatch(r"(?:[^\W\d_]\.)+[^\W\d_]", before):
        return following.isupper() and folded not in {"a.m", "p.m"} and not _opens_anew(text, dot)
    return folded in _ABBREVIATIONS and not following.isupper()


def _opens_anew(text: str, dot: int) -> bool:
    """Whether a word that seldom goes on a name follows ("in the U.S. The ...")."""
    following = _NEXT_WORD.match(text, dot + 1)
    return following is not None and following[1].casefold() in _OPENERS


def _opens_line(text: str, at: int) -> bool:
    return at == 0 or text[at - 1] == "\n" or text[max(0, at - 2) : at].strip() == ""

"""Discovers references that no gazetteer lists, from how English texts write them.

Three ways: a capitalised name whose head says what it is ("Caspian Transport Forum", "Agreement on
Shared Waters"), a meeting of office holders ("special meeting of CICA Foreign Ministers"), and a
quoted name called an initiative. A fourth gives short forms: "Asian Water Forum (AWF)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_HEADS = {
    "treaty": "Agreement Treaty Convention Protocol Compact Charter Pact Accord Accords Declaration",
    "initiative": "Initiative Corridor Agenda Framework",
    "mechanism": "Forum Conference Partnership Dialogue Summit Process Format Mechanism Platform",
    "body": "Organization Organisation Commission Union Alliance Community",
}
# Heads that mostly name national or house bodies: only with a word that says they are not.
_WEAK = {
    "body": "Council Committee Association Fund Bank Assembly Group",
    "mechanism": "Meeting",
}
KIND = {head: kind for table in (_HEADS, _WEAK) for kind, heads in table.items()
        for head in heads.split()}
_WEAK_HEADS = frozenset(" ".join(_WEAK.values()).split())
_WIDE = frozenset(
    """World International Global Regional Intergovernmental Multilateral Asian Asia Asia-Pacific
    Eurasian Eurasia African Africa European Europe American Pacific Arctic Caspian Indo-Pacific
    Mekong Nordic Arab Turkic Islamic Caribbean Mediterranean Central Black Baltic Senior
    Ministers Ministerial""".split()
)
_GENERIC = frozenset(
    """The A An This That These Those Its Their Our His Her Each Every Some Any No All Both In At On
    For From Of By With As And But Or If When While Since After Before During Under Through Within
    Annual International Regional Joint Special Plenary Opening Closing Online Virtual National
    Expert General New First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Final Next
    Last High-Level Scientific Academic Round Table Draft Working Participants Recent Framework
    Free Trade Bilateral Multilateral Said Chair Director President Steering Organizing Executive
    One Two Three Four Five Such Another Many Several Following""".split()
)
_KEPT = frozenset({"Special", "International", "Joint", "Free"})
_BODIES = frozenset(
    "Agency Authority Body Court Federation League Mission Movement Secretariat Society Team".split()
)
_STATES = frozenset({"Soviet Union"})
_HOUSES = re.compile(
    r"\b(?:Institutes?|Universit(?:y|ies)|Cent(?:re|er)s?|Academy|School|College|Ministry|Department"
    r"|Faculty|Embassy|Foundation|Laboratory|Office)\b"
)

_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀČĆŠŽ]"
_WORD = rf"{_CAPITAL}[\w’'&]*(?:[-–]\s?\w+)*"
_HEAD = "|".join(sorted(KIND, key=len, reverse=True))
_MATTER = rf"(?:the )?{_WORD}(?:(?: and| of(?: the)?)? {_WORD})*"
_NAMED = re.compile(
    rf"{_WORD}(?: {_WORD})*? (?:{_HEAD})\b(?: (?:{_HEAD})\b)*(?: (?:on|for|against) {_MATTER})?"
    rf"|\b(?:{_HEAD}) (?:on|for|against|of|to) {_MATTER}"
)
_MEETING = re.compile(
    rf"(?:{_WORD} )?(?:meeting|summit|session|council|conference) of (?:the )?"
    rf"(?:{_WORD} )+(?:Ministers|Leaders|Presidents|States|Governors|Speakers|Officials)\b"
)
_PLAIN_HEAD = re.compile(
    rf"{_WORD}(?: {_WORD}){{1,4}} (?:initiative|programme|process|format|mechanism)\b"
)
_CALLED = r"(?:initiative|programme|program|project|strategy|concept|platform|plan|megaproject)s?"
_QUOTE = r"[“\"«]([^”\"»\n]{3,60})[”\"»]"
_QUOTES = rf"{_QUOTE}(?:(?:,| and| or|, and|, as well as)(?: the)? {_QUOTE})*"
_QUOTED = re.compile(
    rf"{_CALLED}(?:,? such as| called| named| like| of)?(?: the)?:? {_QUOTES}|{_QUOTES} {_CALLED}\b"
)
_SHORT = re.compile(rf"((?:{_WORD} (?:(?:of|on|for|in|and|the|to|against) ){{0,2}}){{1,9}}{_WORD}) "
                    r"\((?:the )?[“\"]?([A-Z][A-Za-z&-]{1,9})[”\"]?\)")


@dataclass(frozen=True)
class Discovery:
    """A name found in ``text[start:end]``; ``kind`` as in the gazetteer."""

    start: int
    end: int
    name: str
    kind: str


def discoveries(text: str) -> Iterator[Discovery]:
    """Names in ``text`` that are written like references; overlapping ones are possible."""
    for found in _NAMED.finditer(text):
        yield from _named(text, *found.span())
    for found in _MEETING.finditer(text):
        if len(found[0].split()) > 4:
            yield Discovery(*_trimmed(text, *found.span()), "mechanism")
    for found in _PLAIN_HEAD.finditer(text):
        start, end, name = _trimmed(text, *found.span())
        if len(name.split()) > 2 and not is_house(name):
            yield Discovery(start, end, name, "initiative")
    for found in _QUOTED.finditer(text):
        for quote in re.finditer(_QUOTE, found[0]):
            if quote[1][0].isupper() and len(quote[1].split()) <= 6:
                at = found.start() + quote.start(1)
                yield Discovery(at, at + len(quote[1]), quote[1], "initiative")


def short_forms(text: str) -> Iterator[tuple[str, str]]:
    """Pairs of long name and short form as ``text`` introduces them: "Long Name (LN)"."""
    for found in _SHORT.finditer(text):
        long, short = _with_initials(found[1], found[2]), found[2]
        if long:
            yield long, short


def is_house(name: str) -> bool:
    """Whether ``name`` is an institution rather than a reference: an institute, a ministry, ..."""
    return bool(_HOUSES.search(name))


def is_body(name: str) -> bool:
    """Whether the words of ``name`` say that it is a body, a treaty or a mechanism."""
    return any(word in KIND or word in _BODIES for word in name.split())


def kind_of(name: str) -> str:
    """The kind its head gives ``name``: the first word's if that is a head, else the last head's."""
    words = name.split()
    heads = [word for word in words if word in KIND]
    if not heads:
        return "body"
    return KIND[words[0] if words[0] in KIND else heads[-1]]


def _named(text: str, start: int, end: int) -> Iterator[Discovery]:
    start, end, name = _trimmed(text, start, end)
    words = name.split()
    heads = [word for word in words if word in KIND]
    if not heads or len(words) < 2 or name in _STATES or is_house(name):
        return
    telling = [w for w in words if w[0].isupper() and w not in KIND and w not in _GENERIC]
    if telling and (not set(heads) <= _WEAK_HEADS or _is_wide(words)):
        yield Discovery(start, end, name, kind_of(name))


def _is_wide(words: list[str]) -> bool:
    """Whether a name with a weak head reaches beyond one house: "Committee on ...", "ASEAN ..."."""
    if words[0] in _WEAK_HEADS:
        return words[0] in {"Committee", "Group", "Fund"} and words[1] != "of"
    return any(word in _WIDE or (len(word) > 1 and word.isupper()) for word in words)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int, str]:
    """Without articles and sentence openers in front."""
    name = text[start:end]
    while True:
        first, _, rest = name.partition(" ")
        if not rest or first not in _GENERIC or first in _KEPT:
            return end - len(name), end, name
        name = rest.lstrip()


def _with_initials(long: str, short: str) -> str:
    """The end of ``long`` whose capital initials spell ``short``, or "" where none does."""
    words = long.split()
    wanted = re.sub(r"[^A-Z]", "", short)
    for first in range(len(words) - 1, -1, -1):
        if not words[first][0].isupper():
            continue
        initials = "".join(c for c in " ".join(words[first:]) if c.isupper())
        if initials == wanted and len(words) - first > 1:
            return " ".join(words[first:])
    return ""

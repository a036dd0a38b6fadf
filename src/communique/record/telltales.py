"""Words by which a speaker is known though nobody is named: of oneself, of a closed room, of a place.

Nobody can list every word by which somebody is known. Whoever may not be named is therefore not
cited with any proper name that is not common property, nor with a word on what they are or did.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ATTITUDE = (
    r"(?:not |also |still |strongly |very |quite |rather |fully )*(?:for|against|opposed|in favou?r|convinced|certain"
    r"|sure|afraid|worried|concerned|sceptical|skeptical|persuaded|hopeful)\b"
)
_OF_ONESELF = re.compile(
    r"\b(?:my|mine|our|ours|myself|ourselves)\b"
    rf"|\b(?:I|we)(?:(?:['’]m|['’]re| am| are)\b(?! {_ATTITUDE})|(?: was| were| have been| had been| come| came| work| worked"
    r"| live| lived| grew| represent| represented| studied| teach| taught| wrote| published| drafted"
    r"| negotiated| served| run| ran| lead| led| speak as| told| met| visited| saw| founded| chair"
    r"| chaired| sit on| sat on)\b)"
    r"|\b(?:I|we)(?:['’]ve| have| had) (?:never |always |long |often |myself |also )?(?:had|been|seen|known|done|spent|grown|\w+ed)\b"
    r"|\bwith us\b"
    r"|\bas an? (?:\w+ ){0,2}(?:by training|myself)\b|\b(?:back|at) home\b|\bhere in\b"
    r"|\b(?:as (?:an? |the )|speaking (?:as|for) )(?:\w+ ){0,3}(?:lawyer|engineer|diplomat|ambassador|minister|professor|"
    r"doctor|economist|farmer|mother|father|woman|man|student|official|officer|chair|director|head|former)\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"@|\bhttps?:|\bwww\.|\b\w+\.(?:org|com|net|edu|int|gov|info|eu|[a-z]{2})/\S|\+\d[\d ()-]{6,}")
_SPEAKING_ORDER = re.compile(
    r"\b(?:the |our |my )?(?:previous|preceding|last|first|second|third|fourth|fifth|next|earlier) (?:speaker|presenter|panell?ist|intervention)\b"
    r"|\bwho (?:just )?spoke (?:before|after|first|last)\b|\b(?:colleague|delegate|speaker|friend|participant|gentleman|lady|representative)s? from\b"
    r"|\b(?:I|we) (?:already|have already|just) (?:spoke|spoken|said|mentioned)\b|\bthis morning\b|\byesterday\b"
    r"|\b(?:as|like|since) (?:I|we) (?:\w+ )?(?:said|mentioned|told|argued|explained|noted)\b",
    re.IGNORECASE,
)
_CLOSED_ROOM = re.compile(
    r"\b(?:closed|confidential|private|restricted|in-camera) (?:session|section|meeting|sitting|part|round|room|door|discussion)s?\b"
    r"|\bbehind closed doors\b|\bin camera\b|\bchatham\s?house\b|\bchat\s?ham\b|\boff[- ]the[- ]record\b"
    r"|\bnot for attribution\b|\bin confidence\b|\bunder the rule\b",
    re.IGNORECASE,
)
_PRESIDING = re.compile(r"\b(?:chair|chairs|chaired|chairing|chair(?:man|woman|person)|presid\w+|moderat\w+|convener?s?)\b", re.IGNORECASE)
_NAME = re.compile(r"(?<![\w'’.-])([A-ZÀ-ÖØ-ÞĀ-Ž\u0410-\u042f][^\W\d_]*[^\W\d_A-Z][^\W\d_]*)")
_AFTER_START = re.compile(r"(?:^\W*|[!?:…“\"(\[—–]\s*|\w{5,}\.\s+|\n\s*)$")


def tells_of_oneself(text: str) -> bool:
    """Whether a speaker tells of themselves or their house ("our lab", "I was in the team")."""
    return bool(_OF_ONESELF.search(text) or _ADDRESS.search(text))


def tells_who_spoke_when(text: str) -> bool:
    """Whether a text links its speaker to another intervention ("as I said", "the previous speaker")."""
    return bool(_SPEAKING_ORDER.search(text))


def tells_of_a_closed_room(text: str) -> bool:
    """Whether a text speaks of what was said, or of a sitting held, under protection."""
    return bool(_CLOSED_ROOM.search(text))


def tells_of_presiding(text: str) -> bool:
    return bool(_PRESIDING.search(text))


def inner_names(text: str) -> Iterator[str]:
    """Capitalised words inside the sentences of ``text``, folded: proper names, for the most part.

    A word of capitals only is none: it is an acronym, or the text knows no small letters.
    """
    for found in _NAME.finditer(text):
        if not _AFTER_START.search(text, 0, found.start()):
            yield found[1].casefold()


def opening_word(text: str) -> str:
    """The word that opens ``text``, folded, where it is written as a name would be."""
    found = _NAME.search(text)
    return found[1].casefold() if found and _AFTER_START.search(text, 0, found.start()) else ""


COMMON_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august september october november december africa african asia asian europe european "
    "eurasia eurasian america latin arab pacific atlantic ocean south north east west eastern western "
    "northern southern central southeast internet english earth covid christmas ramadan".split()
)
"""Proper names that lead to nobody, folded."""

"""A written view of what was spoken: hesitations, false starts and repetitions left out.

The passage keeps its words as said; this view is what selection and reported speech work on. Every
step has a name, and :func:`tidy` says which ones changed anything, so that the view can be derived
again. No step touches a number, a name or a negation.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_NOISES = "inaudible|unintelligible|crosstalk|laughter|laughs?|laughing|applause|music|noise|pause|overlapping|cough(?:s|ing)?|sighs?|silence|foreign language"
_MARKS = re.compile(rf"\{{[^{{}}]*\}}|\[\s*(?:{_NOISES})\b[^\]]*\]|\(\s*(?:{_NOISES})\s*\)", re.IGNORECASE)

_SPLIT_ENDINGS = re.compile(r"(?<=\w)\s+(['’](?:s|re|ve|ll|d|m)|n['’]t)\b", re.IGNORECASE)
_SPLIT_HYPHEN = re.compile(r"(?<=[^\W\d_])\s-\s(?=[^\W\d_])")
_BEFORE_MARK = re.compile(r"\s+([,.;:?!%)])")

_HESITATIONS = "uh|um|uhm|erm|er|eh|ah|hm+|mm+|mm-hm+|uh-huh|uh-uh|huh"
_HESITATION = re.compile(
    rf"(?P<before>^|[\s,—–-]+)(?:{_HESITATIONS})(?![\w'’-])(?P<after>[.…]{{2,}}|,?)", re.IGNORECASE
)
_ASIDES = r"you know|I mean|you see|if you like|if you will|so to speak|kind of|sort of"
_ASIDE = re.compile(rf"(?P<open>^|,)\s*(?:{_ASIDES}),\s*", re.IGNORECASE)

# Words that are said twice by accident, never for emphasis or by grammar ("that that", "had had").
_SLIPS = """i you he she it we they the a an this these those my your our their its to of in on at
for with from by as and or but so if is are was were be it's that's i'm we're they're i've we've
there there's what which when where because will would can could should just like""".split()
_SLIP = "|".join(re.escape(word) for word in _SLIPS)
_TWICE = re.compile(rf"\b({_SLIP})(?:(?:\s*[,—–-])?\s+\1\b(?!['’]))+", re.IGNORECASE)
_PHRASE_TWICE = re.compile(r"\b((?:[a-z'’]+\s+){1,3}[a-z'’]+)\s*[,—–-]?\s+\1\b(?!['’])", re.IGNORECASE)
_STUTTER = re.compile(r"(?<![\w'’])([a-z]{1,3})(?:\s*[-—–])?\s+(?=\1[a-z]{2})", re.IGNORECASE)
_CUT_OFF = re.compile(r"(?<![\w-])[a-z]{1,12}[-—–](?=\s|[,.]|$)[,.]?", re.IGNORECASE)
_WORDS_OF_THREE = frozenset(
    """a i an am as at be by do go he hi if in is it me my no of on or so to up us we all and any are
    bad bar bet big but buy can car cut day did dis end far few fit for get had has her him his how
    its key lot low man may men met new nor not now off old one our out own par pay per put ran red
    sea see set she sit six sub sum tax ten the too top try two use war was way who why win yes yet
    you eu uk un us""".split()
)

_OPENERS = re.compile(
    r"^(?:(?:well|so|now|okay|ok|right|yeah|yes|yep|oh|alright|all right|anyway|actually|basically"
    r"|obviously|and|but|then|also|again|look|listen|sorry|please|good|great|fine|sure|indeed"
    r"|of course|first of all|to be honest|frankly)(?:\s*[,.!—–-]+\s*|\s+(?=(?:okay|ok|so|yeah|well|and|but)\b))"
    r"|(?:and|so|but|or|well|okay|ok|yeah|yep|oh)\s+(?=\S))+",
    re.IGNORECASE,
)
_ADDRESSED = (
    r"(?:mr|madam|madame|mister)\.?\s+(?:chair(?:man|woman|person)?|president|speaker|moderator|secretary[- ]general)"
    r"|(?:distinguished|dear|honou?rable|esteemed)\s+(?:colleagues|participants|delegates|guests|friends|chair|members|experts)"
    r"|(?:your\s+)?excellenc(?:y|ies)|ladies and gentlemen|colleagues|friends|chair(?:man)?|minister|ambassador"
)
_ADDRESS_FIRST = re.compile(rf"^(?:(?:{_ADDRESSED})\s*[,.:!—–-]\s*)+", re.IGNORECASE)
_ADDRESS_WITHIN = re.compile(rf",\s*(?:{_ADDRESSED})\s*(?=[,.;:?!]|$),?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Tidied:
    """``text`` as it would be written, and the names of the steps that changed it, in order."""

    text: str
    steps: tuple[str, ...]


def tidy(text: str) -> Tidied:
    """The written view of one spoken sentence or turn.

    An empty ``text`` means that nothing but noise was said.
    """
    steps: list[str] = []
    for name, change in _STEPS:
        changed = change(text)
        if changed != text:
            steps.append(name)
            text = changed
    return Tidied(text, tuple(steps))


def opened(text: str) -> str:
    """``text`` without the markers and forms of address that open a spoken sentence.

    "No" is never taken for a marker: it denies.
    """
    while (shorter := _without_opening(text)) != text:
        text = shorter
    return text


def unaddressed(text: str) -> str:
    """``text`` without a form of address in its middle or at its end ("..., Mr. Chair, ...")."""
    return _ADDRESS_WITHIN.sub("", text)


def _without_opening(text: str) -> str:
    rest = _ADDRESS_FIRST.sub("", _OPENERS.sub("", text)).lstrip(" ,;—–-")
    return rest[:1].upper() + rest[1:] if rest and rest != text else (rest or text)


def _drop_marks(text: str) -> str:
    return _MARKS.sub(" ", text)


def _join_tokens(text: str) -> str:
    text = _SPLIT_ENDINGS.sub(r"\1", text)
    text = _BEFORE_MARK.sub(r"\1", _SPLIT_HYPHEN.sub("-", text))
    return " ".join(text.split())


def _drop_hesitations(text: str) -> str:
    previous = None
    while previous != text:
        previous, text = text, _HESITATION.sub(_bridge, text)
    return _joined_marks(text)


def _bridge(found: re.Match[str]) -> str:
    """What stands where a hesitation stood: a pause on both sides leaves none."""
    before = found["before"]
    if "," in before and not found["after"]:
        return ", "
    return " " if before.strip() in {"", ","} else before


def _drop_asides(text: str) -> str:
    return _ASIDE.sub(lambda found: " " if found["open"] else "", text).strip()


def _drop_stutters(text: str) -> str:
    def kept(found: re.Match[str]) -> str:
        return found[0] if found[1].casefold() in _WORDS_OF_THREE else ""

    return _CUT_OFF.sub("", _STUTTER.sub(kept, text))


def _drop_repeats(text: str) -> str:
    previous = None
    while previous != text:
        previous, text = text, _TWICE.sub(r"\1", _PHRASE_TWICE.sub(r"\1", text))
    return text


def _joined_marks(text: str) -> str:
    text = re.sub(r"\s*,(?:\s*,)+", ",", _BEFORE_MARK.sub(r"\1", text))
    text = re.sub(r",(?=\s*[.;:?!])|^[\s,;.]+", "", text)
    return " ".join(text.split())


def _capitalise(text: str) -> str:
    return text[:1].upper() + text[1:]


_STEPS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("spoken.marks", _drop_marks),
    ("spoken.spacing", _join_tokens),
    ("spoken.hesitations", _drop_hesitations),
    ("spoken.stutters", _drop_stutters),
    ("spoken.repeats", _drop_repeats),
    ("spoken.asides", _drop_asides),
    ("spoken.marks-of-pause", _joined_marks),
    ("spoken.capital", _capitalise),
)

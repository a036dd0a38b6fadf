"""What a wording that a language model proposes must be, beyond what is asked of every sentence.

Free text can do what the rules cannot: name another speaker, speak in the first person, alter a
quotation, cite passages that it does not draw on. Words are English; other languages are not asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import takewhile

from communique.record.sentences import sentence_spans
from communique.record.values import Passage

from .trace import coverage, unfounded_names

_LONGEST = 600
_PUNCTUATION = frozenset(" .,;:!?'\"()%&-‐‑–—‘’“”…«»")
_QUOTATION = re.compile(r"[“\"«]([^“”\"«»]*)[”\"»]")
_QUOTES = frozenset("“”\"«»")
_GENDERED = frozenset("he him his himself she her hers herself".split())
_FIRST_PERSON = frozenset("i me my mine myself we us our ours ourselves".split())
# Of 503 human sentences on QMSum's test meetings this lets in 53 % with the passages they rest on and
# 2 % with others of the same meeting; 0.5, which the trace check asks of every sentence, 83 and 11 %.
_FROM_PASSAGES = 0.7
# Set by what a real small model did: a bare name, and one passage's words for three cited ones.
_OF_EACH_PASSAGE = 1 / 3


def objection(claim: str, cited: Sequence[Passage], speaker: str) -> str | None:
    """Why ``claim`` cannot stand for the passages it cites; None when it can, as far as words tell.

    ``speaker`` is the name under which the passages' speaker appears.
    """
    said = " ".join(" ".join(p.text for p in cited).split())
    return _form(claim, said) or _person(claim, said, speaker) or _content(claim, cited, said, speaker)


def _form(claim: str, said: str) -> str | None:
    if not any(map(str.isalpha, claim)) or len(claim) > _LONGEST:
        return "it is empty or too long for a sentence"
    if len(sentence_spans(claim)) != 1:
        return "it is more than one sentence"
    known = _PUNCTUATION.union(said)
    if any(c not in known and unicodedata.category(c)[0] not in "LMN" for c in claim):
        return "it has characters that its passages do not have"
    if _QUOTES & set(_reported(claim)):
        return "a quotation in it has no end"
    if any(quoted.strip(" .,") not in said for quoted in _QUOTATION.findall(claim)):
        return "it quotes what was not said"
    return None


def _person(claim: str, said: str, speaker: str) -> str | None:
    # A word in front, because the trace check does not take a sentence's first for a name.
    if unfounded_names(f"that {claim}", said, speaker):
        return "it names somebody or something that its passages do not"
    words = _words(_reported(claim))
    if words & _FIRST_PERSON:
        return "it speaks in the first person"
    opening = " ".join(takewhile(lambda word: word[0].isupper(), claim.split()))
    if not opening or not _words(opening) <= _words(speaker):
        return "it does not begin with the speaker's name"
    if words & _GENDERED - _words(said):
        return "it says he or she of somebody"
    return None


def _content(claim: str, cited: Sequence[Passage], said: str, speaker: str) -> str | None:
    if coverage(claim, said, speaker) < _FROM_PASSAGES:
        return "it strays from the words of its passages"
    if any(coverage(p.text, claim) < _OF_EACH_PASSAGE for p in cited):
        return "it leaves out most of a passage that it cites"
    return None


def _reported(claim: str) -> str:
    """``claim`` without what it quotes."""
    return _QUOTATION.sub(" ", claim)


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]+", text.casefold()))

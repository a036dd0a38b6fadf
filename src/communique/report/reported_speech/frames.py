"""First-person frames around a statement ("I would like to stress that ...") and their verbs.

A frame goes, and its verb becomes the verb of attribution. A denied frame ("I do not think that")
is none of these: it keeps its words, with the speaker as subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_ADVERB = r"(?:(?:also|just|really|still|strongly|firmly|fully|personally|truly|simply|again|once again|therefore|first|finally|briefly|only|very much|certainly|actually|honestly)\s+)?"
_SAYING = {
    "stress": "stress", "emphasi[sz]e": "stress", "underline": "underline", "underscore": "underline",
    "highlight": "highlight", "point out": "point out", "note": "note", "recall": "recall",
    "add": "add", "mention": "mention", "reiterate": "reiterate", "repeat": "repeat", "say": "say",
    "observe": "observe", "warn": "warn", "caution": "warn", "admit": "admit",
    "acknowledge": "acknowledge", "recogni[sz]e": "recognise", "argue": "argue",
    "suggest": "suggest", "propose": "propose", "recommend": "recommend", "hope": "hope",
    "expect": "expect", "insist": "insist", "maintain": "maintain", "conclude": "conclude",
    "agree": "agree", "hold": "hold", "demand": "demand", "ask": "ask", "urge": "urge", "fear": "fear", "regret": "regret", "confirm": "confirm",
}  # fmt: skip
_VERBS = "|".join(_SAYING)
_WISH = r"(?:would like|want|wish|should like|would want)\s+to|must|have to|should|can|will|would|need to"
_LET = r"let me|allow me to|permit me to|may I"
_CLAUSE = r"(?=[\w“\"'(])(?!(?:of|about|so|to|in terms|on|for|with)\b)"


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame found at the beginning of a sentence: ``end`` is where its statement begins.

    ``shape`` is ``that`` for a statement and ``to`` for an action ("proposes to meet").
    """

    rule: str
    end: int
    verb: str
    shape: str = "that"


_ORDER = r"(?:(?:first|second|third|fourth|fifth|last|final|main|key|own|only|other|personal)\s+)?"
_THIS = r"(?:that\s+|this\s*[:,]\s*)(?=\w)"

_OPINION = (
    ("frame.think", rf"(?:I|we)\s+{_ADVERB}(?:think|believe|reckon)\s+(?:that\s+)?{_CLAUSE}", "believe"),
    ("frame.feel", rf"(?:I|we)\s+{_ADVERB}(?:feel|consider|find)\s+that\s+", "believe"),
    ("frame.guess", rf"I\s+{_ADVERB}(?:guess|suppose|assume)\s+(?:that\s+)?{_CLAUSE}", "suppose"),
    ("frame.repeat", r"I\s+(?:repeat|reiterate)\s*[,:]\s*(?=\w)", "reiterate"),
    ("frame.would-say", r"I\s+(?:would|will|might)\s+(?:say|argue)\s+(?:that\s+)?" + _CLAUSE, "argue"),
    ("frame.my-view", r"(?:in|from|to)\s+my\s+(?:(?:own|humble|personal)\s+)?(?:view|opinion|judge?ment|assessment|mind|perspective|point of view|side)\s*,?\s+", "believe"),
    ("frame.as-i-see", r"(?:as I see it|the way I see it|personally|as far as I am concerned)\s*,\s+", "believe"),
    ("frame.view-is", r"my\s+(?:(?:own|personal|main|first|second|key)\s+)?(?:view|opinion|belief|feeling|sense|impression|conclusion|conviction)\s+is\s+that\s+", "believe"),
    ("frame.point-is", r"(?:the)\s+(?:(?:first|second|third|main|key|last|other)\s+)?(?:point|message)\s+is\s+(?:that\s+)", "point out"),
    ("frame.fear-is", r"my\s+(?:(?:main|first|real|only)\s+)?(?:fear|worry|concern)\s+is\s+that\s+", "fear"),
    ("frame.hope-is", r"my\s+hope\s+is\s+that\s+", "hope"),
    ("frame.proposal-is", rf"my\s+{_ORDER}(?:proposal|suggestion|recommendation)\s+is\s+(?:therefore\s+)?{_THIS}", "propose"),
    ("frame.demand-is", rf"my\s+{_ORDER}(?:demand|request)\s+is\s+(?:therefore\s+)?{_THIS}", "ask"),
    ("frame.my-point-is", rf"my\s+{_ORDER}(?:point|remark|observation|message)\s+is\s+(?:therefore\s+)?{_THIS}", "point out"),
    ("frame.thing-to-say", rf"the\s+{_ORDER}(?:thing|point)\s+(?:that\s+)?I\s+(?:want|wanted|would like|wish)\s+to\s+(?:say|make|stress|raise)\s+is\s+{_THIS}", "point out"),
)  # fmt: skip
_ACTION = (
    ("frame.proposal-to", r"my\s+(?:(?:first|second|third|last|main|own)\s+)?(?:proposal|suggestion|recommendation)\s+is\s+(?=to\s)", "propose"),
    ("frame.propose-to", rf"(?:I|we)\s+{_ADVERB}(?:(?:would|will|would like to|want to)\s+)?propose\s+(?=to\s)", "propose"),
    ("frame.what-i-propose", r"what\s+I\s+(?:would\s+)?propose\s+(?:instead\s+)?is\s+(?:this\s*:\s*)?(?!that\b)(?=\w)", "propose"),
    ("frame.what-i-recommend", r"what\s+I\s+(?:would\s+)?recommend\s+(?:instead\s+)?is\s+(?:this\s*:\s*)?(?!that\b)(?=\w)", "recommend"),
    ("frame.let-us", r"let us\s+(?=(?!be (?:clear|honest|frank)\b)[a-z])", "call on participants to"),
)  # fmt: skip
_OPINIONS = tuple((rule, re.compile(pattern, re.IGNORECASE), verb) for rule, pattern, verb in _OPINION)
_ACTIONS = tuple((rule, re.compile(pattern, re.IGNORECASE), verb) for rule, pattern, verb in _ACTION)
_SAID = re.compile(
    rf"(?:(?:I|we)\s+{_ADVERB}(?:(?:{_WISH})\s+)?|(?:{_LET})\s+){_ADVERB}(?P<verb>{_VERBS})\s+"
    rf"(?:(?:once\s+)?(?:again|also|here|too)\s+)?(?:the fact\s+)?that\s+",
    re.IGNORECASE,
)
_SAID_RULES = {re.compile(pattern, re.IGNORECASE): verb for pattern, verb in _SAYING.items()}


def frame_of(text: str) -> Frame | None:
    """The first-person frame that opens ``text``, or None."""
    for rule, pattern, verb in _OPINIONS:
        if found := pattern.match(text):
            return Frame(rule, found.end(), verb)
    if found := _SAID.match(text):
        return Frame("frame.say", found.end(), _verb(found["verb"]))
    for rule, pattern, verb in _ACTIONS:
        if found := pattern.match(text):
            return Frame(rule, found.end(), verb, "to")
    return None


def _verb(said: str) -> str:
    return next(verb for pattern, verb in _SAID_RULES.items() if pattern.fullmatch(said))

"""The verb of attribution for a statement that brings none of its own."""

from __future__ import annotations

import re

_DENIED = re.compile(r"\b(?:no|not|never|nor|neither|without|cannot|hardly)\b", re.IGNORECASE)
_WARNING = re.compile(
    r"\bthere (?:is|are) (?:a |an )?(?:\w+ )?(?:risk|danger|threat)s?\b|\b(?:risks|threatens) (?:to|becoming|losing|\w+ing)\b"
    r"|\b(?:could|may|might|will|would) (?:\w+ )?(?:lead to|trigger|provoke|end in|result in|escalate|collapse|fail|break down|undermine|destabilise|destabilize)\b",
    re.IGNORECASE,
)
_NEED = re.compile(r"\b(?:must|have to|has to|it is (?:\w+ )?(?:necessary|essential|vital|crucial|imperative))\b", re.IGNORECASE)
_ADVICE = re.compile(r"\b(?:should|ought to|needs? to|it would be)\b", re.IGNORECASE)
_FACT = re.compile(r"\b(?:has|have) (?:\w+ )?(?:been|become|\w+ed|grown|risen|fallen|led|made|shown)\b|\b(?:was|were)\b|\d", re.IGNORECASE)
_FORECAST = re.compile(r"\b(?:will|would|could|may|might|can)\b")


def verb_for(statement: str) -> str:
    """The verb that the words of ``statement`` bear out; where none is, "believe".

    "Warn" needs a danger that the sentence does not deny.
    """
    if _WARNING.search(statement) and not _DENIED.search(statement):
        return "warn"
    if _NEED.search(statement):
        return "stress"
    if _ADVICE.search(statement):
        return "believe"
    return "point out" if _FACT.search(statement) and not _FORECAST.search(statement) else "believe"

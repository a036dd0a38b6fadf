"""Does a text read as one statement: a subject and a finite verb, and nothing left hanging?"""

from __future__ import annotations

import re

from communique.viewpoints.parse import Parsed, Token

_FINITE_TAGS = frozenset({"VBZ", "VBP", "VBD", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "csubjpass"})
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|cannot|may|might|must|should|shall"
    r"|does|did|do|needs?|remains?|requires?|depends?|becomes?|became)\b"
)
_HANGING = re.compile(
    r"(?:which|that(?!\s+(?:is|was|has|had|will|would|can|could|may|might|must|should|means?|depends?)\b)|who|whom|whose|to|of|not|such as|like|including|especially|and|or|but|than|is|are"
    r"|was|were|do|does|did|can|could|will|would|should|has|have|had|may|might|must|being|let|please"
    r"|thank|thanks|welcome|sorry|yes|no(?=\s*[,.!])|hello|good (?:morning|afternoon|evening))\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(r"(?:if|when|because|although|though|while|since|as|unless|until|where|whether)\b", re.IGNORECASE)
_ENDS_OPEN = re.compile(
    r"(?:,|\b(?:and|or|but|the|a|an|because|so|if)\s*[.…]*"
    r"|\b(?:of|to|in|on|for|with|by|at|from|as|is|are|was|were|which|will|would|can|could|should|must|may|might)(?:\.\.+|…)?)\s*$",
    re.IGNORECASE,
)
_SHORTEST = 4


def is_statement(text: str, parsed: Parsed | None, start: int) -> bool:
    """Whether ``text`` from ``start`` on stands as a statement; stricter where it is not parsed."""
    body = text[start:].strip()
    if len(body.split()) < _SHORTEST or _ENDS_OPEN.search(body) or body.endswith("?"):
        return False
    if _HANGING.match(body) or _open_brackets(body):
        return False
    return _reads_finite(body) if parsed is None else _parses_finite(parsed, start)


def subject_of(parsed: Parsed, verb: int) -> int | None:
    """The index of the token that is the subject of the verb at index ``verb``."""
    return next(
        (i for i, token in enumerate(parsed.tokens) if token.head == verb and i != verb and token.dep in _SUBJECTS),
        None,
    )


def root_after(parsed: Parsed, start: int) -> int | None:
    """The token that governs the text from ``start`` on: the one whose head lies before or is it."""
    inside = [i for i, token in enumerate(parsed.tokens) if token.start >= start]
    tops = [i for i in inside if parsed.tokens[i].head == i or parsed.tokens[i].head < inside[0]]
    verbs = [i for i in tops if parsed.tokens[i].pos in {"VERB", "AUX"}]
    return verbs[0] if verbs else None


def subtree(parsed: Parsed, top: int) -> range:
    """The token indexes from the first to the last that depend on ``top``."""
    first = last = top
    for i in range(len(parsed.tokens)):
        if _depends(parsed.tokens, i, top):
            first, last = min(first, i), max(last, i)
    return range(first, last + 1)


def _depends(tokens: tuple[Token, ...], index: int, top: int) -> bool:
    seen = 0
    while index != top and tokens[index].head != index and seen < len(tokens):
        index, seen = tokens[index].head, seen + 1
    return index == top


def _parses_finite(parsed: Parsed, start: int) -> bool:
    """A finite main verb with its subject before it; small parsers misplace either one at times."""
    root = root_after(parsed, start)
    tokens = parsed.tokens
    mains = {
        i for i, token in enumerate(tokens)
        if token.start >= start and _is_main(token) and not _between_commas(tokens, i)
    }  # fmt: skip
    return any(_has_subject(parsed, verb) for verb in mains) or (
        root is not None
        and not _between_commas(tokens, root)
        and _is_finite(parsed, root)
        and _noun_before(parsed, start, root)
    )


def _between_commas(tokens: tuple[Token, ...], index: int) -> bool:
    """"Ambassador Ito, retired, ..." is a description, whatever the parser makes of it."""
    around = tokens[max(index - 1, 0)].text, tokens[min(index + 1, len(tokens) - 1)].text
    return around == (",", ",")


def _is_main(token: Token) -> bool:
    return token.pos in {"VERB", "AUX"} and token.dep in {"ROOT", "ccomp", "conj", "parataxis"}


def _has_subject(parsed: Parsed, verb: int) -> bool:
    subject = subject_of(parsed, verb)
    return subject is not None and subject < verb and _is_finite(parsed, verb)


def _is_finite(parsed: Parsed, verb: int) -> bool:
    return parsed.tokens[verb].tag in _FINITE_TAGS or any(
        token.head == verb and token.dep in {"aux", "auxpass"} and token.tag in _FINITE_TAGS
        for token in parsed.tokens
    )


def _noun_before(parsed: Parsed, start: int, verb: int) -> bool:
    """A noun or pronoun that no comma parts from the verb."""
    before = [token for token in parsed.tokens[:verb] if token.start >= start]
    last_comma = max((i for i, token in enumerate(before) if token.text == ","), default=-1)
    return any(token.pos in {"NOUN", "PROPN", "PRON", "NUM"} for token in before[last_comma + 1 :])


def _reads_finite(body: str) -> bool:
    if _SUBORDINATE.match(body) and "," not in body:
        return False
    found = _FINITE.search(body)
    return found is not None and found.start() > 0


def _open_brackets(body: str) -> bool:
    return body.count("(") != body.count(")") or body.count('"') % 2 == 1 or body.count("“") != body.count("”")

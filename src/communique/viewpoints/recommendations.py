"""Recommendations: who is asked to do what, in the words of the passage that asks it.

Two shapes count: an addressee with an obligation ("the secretariat should publish ...") and a
request to an addressee ("I call on member states to ratify ..."). "We", "people" and things are no
addressees; a wish without one is a point, not a recommendation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from communique.record.bodies import is_organisation
from communique.record.countries import country_named
from communique.record.values import Passage

from .parse import Parsed, Parser, Token

_OBLIGING = frozenset("should must".split())
_NEEDING = frozenset("need ought have".split())
_REQUESTING = frozenset(
    "urge call invite encourage ask request advise recommend appeal want expect".split()
)
_PROPOSING = frozenset("propose suggest recommend request ask demand advise".split())
_PROPOSALS = frozenset("recommendation proposal suggestion request appeal advice demand".split())
_ADDRESSABLE = frozenset(
    """state country government secretariat forum member ministry council institution donor bank
    organisation organization agency authority committee commission party parliament regulator
    operator company industry university institute community nation union partner host chair
    participant expert lawmaker legislator minister leader city municipality power neighbour
    neighbor association network fund board delegation side economy capital platform mechanism
    body centre center observer public media society scholar tank presidency bureau""".split()
)
_HINT = re.compile(
    r"\b(?:should(?:n['’]t)?|must(?:n['’]t)?|ought to|needs? to|ha(?:s|ve) to|urg\w+|call(?:s|ed|ing)? (?:on|upon|for)|invit\w+|encourag\w+"
    r"|ask\w*|request\w*|recommend\w*|propos\w+|advice|demand\w*|suggest\w*|appeal\w*|advis\w+)\b",
    re.IGNORECASE,
)
# A capital inside a sentence: a body may be named.
_BODY = re.compile(r"(?<=[a-z,] )[A-Z](?!\b)")
_UNCERTAIN = frozenset("whether if unless".split())


@dataclass(frozen=True)
class Recommendation:
    """``addressee`` and ``action`` are words of the passage; the action begins with its verb.

    ``proposed_by`` holds participant ids, none where the passage speaks for all.
    """

    addressee: str
    action: str
    passage: str
    proposed_by: tuple[str, ...] = ()


def recommendations(
    passages: Iterable[Passage], parser: Parser, *, most: int = 400
) -> tuple[Recommendation, ...]:
    """What passages in the parser's languages recommend, in order; at most ``most`` are parsed."""
    hinted = [p for p in passages if _may_ask(p.text)][:most]
    parses = parser.parse([p.text for p in hinted], entities=False)
    return tuple(
        Recommendation(addressee, action, passage.id, passage.attributed_to)
        for passage, parsed in zip(hinted, parses, strict=True)
        for addressee, action in asks(parsed)
    )


def _may_ask(text: str) -> bool:
    """Whether a sentence is worth a parse: it obliges or requests, and names somebody to act."""
    if not _HINT.search(text) or text.rstrip().endswith("?"):
        return False
    return bool(_BODY.search(text)) or any(
        word in _ADDRESSABLE or word.removesuffix("s") in _ADDRESSABLE or word[:-3] + "y" in _ADDRESSABLE
        for word in re.findall(r"\w+", text.casefold())
    )


def asks(parsed: Parsed) -> Iterator[tuple[str, str]]:
    """The (addressee, action) pairs of a parsed sentence."""
    children = _children(parsed)
    for index, token in enumerate(parsed.tokens):
        if token.pos not in ("VERB", "AUX"):
            continue
        pair = (
            _obligation(parsed, children, index)
            or _need(parsed, children, index)
            or _request(parsed, children, index)
        )
        if pair is not None:
            yield pair


def _obligation(parsed: Parsed, children: Sequence[list[int]], verb: int) -> tuple[str, str] | None:
    modal = next((i for i in children[verb]
                  if parsed.tokens[i].dep == "aux" and parsed.tokens[i].lemma in _OBLIGING), None)
    if _conditional(parsed, children, verb):
        return None
    if modal is None and not _subjunctive(parsed, children, verb):
        return None
    subject = _addressee(parsed, children, verb)
    if subject is None:
        return None
    return subject, _action(parsed, children, verb)


def _subjunctive(parsed: Parsed, children: Sequence[list[int]], verb: int) -> bool:
    """"I propose that the secretariat publish ...": a bare verb under a proposing word."""
    token, head = parsed.tokens[verb], parsed.tokens[parsed.tokens[verb].head]
    bare = token.text.casefold() == token.lemma and any(
        parsed.tokens[i].dep == "mark" for i in children[verb]
    )
    return token.dep == "ccomp" and bare and (
        head.lemma in _PROPOSING
        or any(parsed.tokens[i].dep == "nsubj" and parsed.tokens[i].lemma in _PROPOSALS
               for i in children[token.head])
    )


def _need(parsed: Parsed, children: Sequence[list[int]], verb: int) -> tuple[str, str] | None:
    """"Regulators ought to recognise ..." and its like: the action is what they need to do."""
    token = parsed.tokens[verb]
    # "without either side having to ask" asks nobody.
    if token.lemma not in _NEEDING or token.tag == "VBG" or _negated(parsed, children, verb):
        return None
    action = next((i for i in children[verb]
                   if parsed.tokens[i].dep == "xcomp" and _has_to(parsed, children, i)), None)
    subject = _addressee(parsed, children, verb)
    if action is None or subject is None:
        return None
    return subject, _action(parsed, children, action)


def _negated(parsed: Parsed, children: Sequence[list[int]], verb: int) -> bool:
    return any(parsed.tokens[i].dep == "neg" for i in children[verb])


def _conditional(parsed: Parsed, children: Sequence[list[int]], verb: int) -> bool:
    return any(parsed.tokens[i].dep == "mark" and parsed.tokens[i].lemma in _UNCERTAIN
               for i in children[verb])


def _request(parsed: Parsed, children: Sequence[list[int]], verb: int) -> tuple[str, str] | None:
    if parsed.tokens[verb].lemma not in _REQUESTING or _negated(parsed, children, verb):
        return None
    infinitive = next((i for i in children[verb] if parsed.tokens[i].dep in ("ccomp", "xcomp")
                       and _has_to(parsed, children, i)), None)
    if infinitive is None:
        return None
    subject = _addressee(parsed, children, infinitive) or _object(parsed, children, verb)
    if subject is None:
        return None
    return subject, _action(parsed, children, infinitive)


def _has_to(parsed: Parsed, children: Sequence[list[int]], verb: int) -> bool:
    return any(parsed.tokens[i].tag == "TO" for i in children[verb])


def _addressee(parsed: Parsed, children: Sequence[list[int]], verb: int) -> str | None:
    for i in children[verb]:
        if parsed.tokens[i].dep in ("nsubj", "nsubjpass"):
            return _named(parsed, children, i)
    return None


def _object(parsed: Parsed, children: Sequence[list[int]], verb: int) -> str | None:
    for i in children[verb]:
        if parsed.tokens[i].dep == "dobj":
            return _named(parsed, children, i)
        if parsed.tokens[i].dep == "prep":
            for j in children[i]:
                if parsed.tokens[j].dep == "pobj":
                    return _named(parsed, children, j)
    return None


def _named(parsed: Parsed, children: Sequence[list[int]], noun: int) -> str | None:
    """The words of a noun phrase that can be asked to act, or None."""
    token = parsed.tokens[noun]
    addressable = token.lemma in _ADDRESSABLE or (token.pos == "PROPN" and _is_body(token))
    if not addressable:
        return None
    return _words(parsed, _subtree(children, noun))


def _is_body(token: Token) -> bool:
    """Whether a name can be asked to act: an acronym, a word for a body, or a country."""
    return (token.text.isupper() and len(token.text) > 1) or is_organisation(token.text) or (
        country_named(token.text) is not None)


def _action(parsed: Parsed, children: Sequence[list[int]], verb: int) -> str:
    kept = {verb}
    for i in children[verb]:
        token = parsed.tokens[i]
        if token.dep in ("nsubj", "nsubjpass", "csubj", "mark", "intj"):
            continue
        if token.dep == "cc" and _joins_another(parsed, children, verb, i):
            continue
        if token.lemma in _OBLIGING or token.tag == "TO":
            continue
        if i < verb and token.dep not in ("aux", "auxpass", "neg", "advmod"):
            continue
        if token.dep == "conj" and _own_subject(parsed, children, i):
            continue
        kept.update(_subtree(children, i))
    return _words(parsed, sorted(kept)).rstrip(" .;,:!–-")


def _joins_another(
    parsed: Parsed, children: Sequence[list[int]], verb: int, conjunction: int
) -> bool:
    """Whether what comes after "and" is another's doing, or comes before the action."""
    after = [i for i in children[verb] if i > conjunction and parsed.tokens[i].dep == "conj"]
    return conjunction < verb or any(_own_subject(parsed, children, i) for i in after)


def _own_subject(parsed: Parsed, children: Sequence[list[int]], verb: int) -> bool:
    return any(parsed.tokens[i].dep in ("nsubj", "nsubjpass") for i in children[verb])


def _subtree(children: Sequence[list[int]], root: int) -> list[int]:
    found, todo = [], [root]
    while todo:
        index = todo.pop()
        found.append(index)
        todo.extend(children[index])
    return sorted(found)


def _words(parsed: Parsed, indexes: Sequence[int]) -> str:
    """The text of tokens in order, with the spaces they have in the source."""
    parts: list[str] = []
    last: Token | None = None
    for i in indexes:
        token = parsed.tokens[i]
        if last is not None and token.start > last.end:
            parts.append(" ")
        parts.append(token.text)
        last = token
    return " ".join("".join(parts).split())


def _children(parsed: Parsed) -> list[list[int]]:
    children: list[list[int]] = [[] for _ in parsed.tokens]
    for i, token in enumerate(parsed.tokens):
        if token.head != i:
            children[token.head].append(i)
    return children

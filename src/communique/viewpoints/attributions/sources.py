"""Whose words they are: from the head of a cue to the phrase that names its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from communique.viewpoints.attributions.tree import MARKS, Range, Tree

_SUBJECTS = ("nsubj", "csubj")
_ANY_SUBJECT = ("nsubj", "nsubjpass")
_SHARING = frozenset({"acomp", "advcl", "conj", "dep", "pcomp", "prep", "xcomp"})
_IMPERSONAL = frozenset({"appear", "be", "become", "happen", "remain", "seem", "turn"})
_DASHES = frozenset({"-", "--", "–", "—"})
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Source:
    """The head of the source's phrase, the phrase, and how the cue is tied to it.

    ``link`` is "own" (the verb's subject), "shared" (of a coordinated verb), "control" (of the
    verb above), "object", "clause" (the noun that a clause modifies), "agent", "possessor",
    "preposition", "inverted", "colon", "nearest", "main".
    """

    head: int
    span: Range
    link: str


def subject_of(tree: Tree, cue: int) -> Source | None:
    """The subject of a verb: its own, or the one that it shares with the verb above it."""
    own = _own_subject(tree, cue)
    if own is not None:
        silent = tree.tokens[own].lemma == "it" and _is_impersonal(tree, cue)
        return None if silent else phrase_source(tree, own, cue, "own")
    at = cue
    for _ in range(_DEEPEST):
        token = tree.tokens[at]
        if token.dep in ("acl", "relcl"):
            return _modified(tree, at, cue)
        if token.dep not in _SHARING or token.head == at or _hangs_on_noun(tree, at):
            return None
        person = _told(tree, token.head, at) if token.dep == "xcomp" else None
        if person is not None:
            return phrase_source(tree, person, cue, "object")
        subject = _own_subject(tree, token.head)
        if subject is not None:
            link = "shared" if token.dep == "conj" else "control"
            return phrase_source(tree, subject, cue, link)
        at = token.head
    return None


def _own_subject(tree: Tree, verb: int) -> int | None:
    """Of several subjects (a dateline may be parsed as one) the nearest before the verb."""
    subjects = list(tree.having(verb, *_SUBJECTS)) or list(tree.having(verb, "nsubjpass"))
    before = [subject for subject in subjects if subject < verb]
    return before[-1] if before else next(iter(subjects), None)


def _is_impersonal(tree: Tree, verb: int) -> bool:
    """ "It seems that", "it was said that", "it is clear that": "it" stands for nobody."""
    return tree.tokens[verb].lemma in _IMPERSONAL or tree.is_passive(verb)


def _hangs_on_noun(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return token.dep == "prep" and tree.tokens[token.head].pos in ("NOUN", "PROPN")


def _told(tree: Tree, verb: int, below: int) -> int | None:
    """In "urged him to say", the one who is to say; in "promised him to go", nobody."""
    if tree.tokens[verb].lemma == "promise":
        return None
    person = tree.child(verb, "dobj", "dative")
    return person if person is not None and person < below else None


def _modified(tree: Tree, clause: int, cue: int) -> Source | None:
    """In "a group calling for reform", the group."""
    head = tree.tokens[clause].head
    first, last = tree.phrase(head)
    if clause > head:
        last = min(last, tree.left[clause])
    return _made(tree, head, (first, last), cue, "clause")


def agent_of(tree: Tree, verb: int) -> Source | None:
    """The "by ..." phrase of a passive."""
    by = tree.child(verb, "agent")
    who = None if by is None else tree.child(by, "pobj")
    return None if who is None else phrase_source(tree, who, verb, "agent")


def possessor_of(tree: Tree, noun: int) -> Source | None:
    owner = tree.child(noun, "poss")
    return None if owner is None else phrase_source(tree, owner, noun, "possessor")


def after_preposition(tree: Tree, word: int, prepositions: frozenset[str]) -> Source | None:
    """In "criticism from X", "a statement by X": X."""
    for prep in tree.having(word, "prep", "agent"):
        who = tree.child(prep, "pobj")
        if who is not None and tree.tokens[prep].lemma in prepositions:
            return phrase_source(tree, who, word, "preposition")
    return None


def nearest_subject(tree: Tree, cue: int) -> Source | None:
    """The last subject before the cue in its sentence."""
    for i in reversed(range(tree.sentence(cue)[0], cue)):
        if tree.tokens[i].dep in _ANY_SUBJECT and not tree.quoted[i]:
            found = phrase_source(tree, i, cue, "nearest")
            if found is not None:
                return found
    return None


def main_subject(tree: Tree, cue: int) -> Source | None:
    """The subject of the sentence's main clause."""
    for i in range(tree.sentence(cue)[0], cue):
        token = tree.tokens[i]
        if token.dep in _ANY_SUBJECT and tree.tokens[token.head].dep == "ROOT":
            return phrase_source(tree, i, cue, "main")
    return None


def with_aside(tree: Tree, source: Source) -> Source:
    """``source`` with the clause between commas that was left out of it."""
    first, last = tree.phrase(source.head)
    span = min(first, source.span[0]), max(last, source.span[1])
    return Source(source.head, tree.trimmed(span), source.link)


def phrase_source(tree: Tree, head: int, cue: int, link: str) -> Source | None:
    """The phrase of ``head``, less the side of it on which the cue stands."""
    first, last = tree.phrase(head)
    if first <= cue < last:
        first, last = (first, cue) if head < cue else (cue + 1, last)
    return _made(tree, head, (first, last), cue, link)


def _made(tree: Tree, head: int, span: Range, cue: int, link: str) -> Source | None:
    first, last = span
    if first <= head < last:
        last = _before_aside(tree, head, last, cue)
    first, last = tree.trimmed((_after_lead(tree, first, last, head), last))
    if not first <= head < last:
        return None
    first, last = _whole_name(tree, first, last, cue)
    first = _with_name_before(tree, first, head)
    return Source(head, _closed(tree, first, last), link)


def _before_aside(tree: Tree, head: int, last: int, cue: int) -> int:
    """A clause between commas tells more of the source; it does not say who it is.

    After the cue ("said X, who ...") a relative clause more often does.
    """
    asides = ("relcl", "acl") if last <= cue else ("acl",)
    for c in tree.having(head, *asides):
        begin = tree.left[c]
        if c > head and begin > head + 1 and tree.tokens[begin - 1].text == ",":
            last = min(last, begin - 1)
    return last


def _after_lead(tree: Tree, first: int, last: int, head: int) -> int:
    """Where the phrase begins without a dateline, conjunction or stray quotation mark."""
    for i in _dashes(tree, first, head):
        if tree.tokens[i - 1].text == ")" or tree.tokens[first].text.isupper():
            # "GENEVA (AP) — The minister"
            first = i + 1
            break
    for c in tree.having(head, "acl", "advcl"):
        if c < head:
            # "Opening the session, the chair"
            first = max(first, tree.right[c])
    while first < head and _opens_only(tree, first):
        first += 1
    marks = [i for i in range(first, last) if tree.tokens[i].text in MARKS]
    return first + 1 if marks == [first] and first < head else first


def _dashes(tree: Tree, first: int, head: int) -> Iterator[int]:
    return (i for i in range(head - 1, max(first, 1) - 1, -1) if tree.tokens[i].text in _DASHES)


def _opens_only(tree: Tree, i: int) -> bool:
    token = tree.tokens[i]
    return token.pos in ("CCONJ", "PUNCT") and token.text not in MARKS


def _whole_name(tree: Tree, first: int, last: int, cue: int) -> Range:
    """A name that the parser cut in two: "Capt. | Ana Ruiz", "co | -host", "A. Li (R | -Ohio)"."""
    size = len(tree.tokens)
    while last < size and last != cue and _joins(tree, last - 1, last):
        last += 1
    while first > 0 and first - 1 != cue and _joins(tree, first - 1, first):
        first -= 1
    return first, last


def _with_name_before(tree: Tree, first: int, head: int) -> int:
    """ "Ana Ruiz, | Vice President of the board, agreed": the name belongs to the post."""
    opening = tree.opening(head, head)
    names = range(opening, first - 1)
    if not names or tree.tokens[first - 1].text != "," or tree.child(head, "prep") is None:
        return first
    return opening if all(_is_of_name(tree, i) for i in names) else first


def _is_of_name(tree: Tree, i: int) -> bool:
    hyphenated = "-" in (tree.tokens[i].text, tree.tokens[max(0, i - 1)].text)
    return hyphenated or tree.tokens[i].pos == "PROPN"


def _joins(tree: Tree, i: int, j: int) -> bool:
    """Whether the neighbouring tokens ``i`` and ``j`` are parts of one name."""
    left, right = tree.tokens[i], tree.tokens[j]
    if left.end == right.start and "-" in (left.text, right.text):
        return True
    return left.pos == right.pos == "PROPN" and left.end + 1 >= right.start


def _closed(tree: Tree, first: int, last: int) -> Range:
    """An appositive that a comma opens is closed by the comma that follows."""
    texts = [token.text for token in tree.tokens[first : last + 1]]
    followed = len(texts) > last - first and texts[-1] == ","
    return (first, last + 1) if followed and texts.count(",") == 2 else (first, last)

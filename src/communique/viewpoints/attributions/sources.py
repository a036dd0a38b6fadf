"""Whose words they are: from the head of a cue to the phrase that names its source."""

from __future__ import annotations

from dataclasses import dataclass

from communique.viewpoints.attributions.tree import MARKS, Range, Tree

_SUBJECTS = ("nsubj", "csubj")
_CONTROLLED = frozenset({"advcl", "xcomp", "conj", "pcomp", "prep", "acomp", "dep"})
_IMPERSONAL = frozenset({"appear", "be", "become", "happen", "remain", "seem", "turn"})
_DASHES = frozenset({"-", "--", "–", "—"})
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Source:
    """The head of the source's phrase, the phrase, and how the cue is tied to it."""

    head: int
    span: Range
    link: str


def subject_of(tree: Tree, cue: int) -> Source | None:
    """The subject of a verb, its own or the one that it shares with the verb that governs it."""
    at, link, below = cue, "own", cue
    for _ in range(_DEEPEST):
        own = tree.child(at, *_SUBJECTS)
        if own is None:
            own = tree.child(at, "nsubjpass")
        if own is not None:
            if at == cue and tree.tokens[own].lemma == "it" and _says_nothing(tree, cue):
                return None
            return _source(tree, own, cue, link)
        token = tree.tokens[at]
        if token.dep in ("acl", "relcl"):
            return _source(tree, token.head, cue, "clause", before=at)
        if token.dep == "prep" and tree.tokens[token.head].pos in ("NOUN", "PROPN"):
            return None
        if token.dep not in _CONTROLLED or token.head == at:
            return None
        link = "shared" if token.dep == "conj" else "control"
        below, at = at, token.head
        if token.dep == "xcomp" and (person := _controller(tree, at, below)) is not None:
            return _source(tree, person, cue, "object")
    return None


def _says_nothing(tree: Tree, verb: int) -> bool:
    """The "it" of "it seems that", "it was said that", "it is clear that"."""
    return tree.tokens[verb].lemma in _IMPERSONAL or tree.is_passive(verb)


def _controller(tree: Tree, verb: int, below: int) -> int | None:
    """In "urged him to say", the one who is to say."""
    if tree.tokens[verb].lemma == "promise":
        return None
    person = tree.child(verb, "dobj", "dative")
    return person if person is not None and person < below else None


def agent_of(tree: Tree, cue: int) -> Source | None:
    """The "by ..." phrase of a passive."""
    by = tree.child(cue, "agent")
    if by is None:
        return None
    who = tree.child(by, "pobj")
    return None if who is None else _source(tree, who, cue, "agent")


def possessor_of(tree: Tree, noun: int) -> Source | None:
    owner = tree.child(noun, "poss")
    return None if owner is None else _source(tree, owner, noun, "possessor")


def after_preposition(tree: Tree, noun: int, prepositions: frozenset[str]) -> Source | None:
    """In "criticism from X", "statement by X": X."""
    for prep in tree.having(noun, "prep", "agent"):
        if tree.tokens[prep].lemma in prepositions:
            who = tree.child(prep, "pobj")
            if who is not None:
                return _source(tree, who, noun, "preposition")
    return None


def whole(tree: Tree, head: int, cue: int, link: str) -> Source | None:
    return _source(tree, head, cue, link)


def _source(
    tree: Tree, head: int, cue: int, link: str, *, before: int | None = None
) -> Source | None:
    first, last = tree.phrase(head)
    if before is not None and before > head:
        last = min(last, tree.left[before])
    elif first <= cue < last:
        first, last = (first, min(last, cue)) if head < cue else (max(first, cue + 1), last)
    if first <= head < last:
        last = before_aside(tree, head, last, relative=last <= cue)
    first, last = tree.trimmed(_without_lead(tree, (first, last), head))
    if not first <= head < last:
        return None
    return Source(head, _closed(tree, first, last), link)


def before_aside(tree: Tree, head: int, last: int, *, relative: bool) -> int:
    """A participial or (before the cue) relative clause between commas does not say who it is."""
    for c in tree.having(head, *(("relcl", "acl") if relative else ("acl",))):
        begin = tree.left[c]
        if c > head and begin > head + 1 and tree.tokens[begin - 1].text == ",":
            last = min(last, begin - 1)
    return last


def _without_lead(tree: Tree, span: Range, head: int) -> Range:
    """Leave out a conjunction or an adverb that only opens the phrase ("But", "and")."""
    first, last = span
    dash = next((i for i in range(head - 1, first - 1, -1) if tree.tokens[i].text in _DASHES), None)
    if dash and (tree.tokens[dash - 1].text == ")" or tree.tokens[first].text.isupper()):
        # a dateline: "GENEVA (AP) — The minister"
        first = dash + 1
    while first < head and tree.tokens[first].pos in ("CCONJ", "PUNCT") and tree.tokens[first].text not in MARKS:
        first += 1
    marks = [i for i in range(first, last) if tree.tokens[i].text in MARKS]
    if marks == [first] and first < head:
        first += 1
    return first, last


def _closed(tree: Tree, first: int, last: int) -> Range:
    """An appositive that a comma opens is closed by the comma that follows."""
    texts = [token.text for token in tree.tokens[first : last + 1]]
    if len(texts) > last - first and texts[-1] == "," and texts.count(",") == 2:
        return first, last + 1
    return first, last


def nearest_subject(tree: Tree, cue: int) -> Source | None:
    """The last subject before the cue in its sentence: where the parse gives none, or a doubtful one."""
    first, _ = tree.sentence(cue)
    for i in range(cue - 1, first - 1, -1):
        if tree.tokens[i].dep in ("nsubj", "nsubjpass") and not tree.quoted[i]:
            found = _source(tree, i, cue, "nearest")
            if found is not None:
                return found
    return None


def main_subject(tree: Tree, cue: int) -> Source | None:
    """The subject of the sentence's main clause."""
    first, last = tree.sentence(cue)
    for i in range(first, min(last, cue)):
        token = tree.tokens[i]
        if token.dep in ("nsubj", "nsubjpass") and tree.tokens[token.head].dep == "ROOT":
            return _source(tree, i, cue, "main")
    return None


def with_aside(tree: Tree, source: Source) -> Source:
    first, last = tree.phrase(source.head)
    return Source(source.head, tree.trimmed((min(first, source.span[0]), max(last, source.span[1]))), source.link + "+aside")

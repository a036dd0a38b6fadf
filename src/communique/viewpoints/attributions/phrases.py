"""Candidates whose cue is no verb, noun or adjective: "according to X", "reportedly", "X: ..."."""

from __future__ import annotations

from collections.abc import Iterator

from communique.viewpoints.attributions.candidate import Candidate
from communique.viewpoints.attributions.sources import Source, phrase_source, possessor_of
from communique.viewpoints.attributions.tree import Range, Tree

_OPENERS = frozenset({"among", "by", "for", "in", "per", "to", "under", "with"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_LONGEST_NAME = 9


def according_to(tree: Tree, according: int) -> Iterator[Candidate]:
    to = tree.child(according, "prep")
    who = None if to is None else tree.child(to, "pobj")
    source = None if to is None or who is None else phrase_source(tree, who, to, "preposition")
    if to is None or source is None:
        return
    first, last = tree.sentence(according)
    end = max(tree.right[according], source.span[1])
    opens = according - first <= 1 or (end < last - 2 and according - first < 4)
    span = (end, last) if opens else (tree.opening(according, according), according)
    cue = (according, to + 1)
    yield Candidate(
        according, "phrase", "accord", "clause", cue, source, (tree.trimmed(span),)
    )


def prepositional(tree: Tree, prep: int) -> Iterator[Candidate]:
    """ "Per the report, ...", "... in most surveys", "In her view, ..."."""
    token = tree.tokens[prep]
    who = tree.child(prep, "pobj")
    if token.lemma not in _OPENERS or who is None or not _is_verb(tree, token.head):
        return
    owner = possessor_of(tree, who)
    source = owner or phrase_source(tree, who, prep, "preposition")
    if source is None:
        return
    first, last = tree.sentence(prep)
    end = tree.right[who]
    span = (end, last) if prep - first <= 1 else (tree.opening(prep, prep), prep)
    span = tree.trimmed(span)
    cue = (prep, prep + 1) if owner is None else (source.span[1], who + 1)
    if span[1] - span[0] > 3:
        lemma = tree.tokens[who].lemma
        yield Candidate(prep, "phrase", lemma, token.lemma, cue, source, (span,))


def adverb(tree: Tree, word: int) -> Iterator[Candidate]:
    """ "The minister reportedly resigned": the clause is attributed to nobody in particular."""
    token = tree.tokens[word]
    if token.dep == "advmod" and _is_verb(tree, token.head):
        first, last = tree.phrase(token.head)
        parts = (tree.trimmed((first, word)), tree.trimmed((word + 1, last)))
        content = tuple(part for part in parts if part[0] < part[1])
        yield Candidate(word, "adverb", token.lemma, "adverb", (word, word + 1), None, content)


def colon(tree: Tree) -> Iterator[Candidate]:
    """ "NAME: what was said", as headlines and transcripts have it."""
    for i in range(1, min(_LONGEST_NAME + 1, len(tree.tokens) - 2)):
        if tree.tokens[i].text != ":":
            continue
        if not any(_is_verb(tree, j) for j in range(i)):
            named = Source(_head(tree, (0, i)), (0, i), "colon")
            rest = (i + 1, len(tree.tokens))
            yield Candidate(i, "colon", ":", "clause", (i, i + 1), named, (rest,))
        return


def _head(tree: Tree, span: Range) -> int:
    for i in range(*span):
        outside = not span[0] <= tree.tokens[i].head < span[1] or tree.tokens[i].head == i
        if outside and tree.tokens[i].pos in _NOMINAL:
            return i
    return span[0]


def _is_verb(tree: Tree, i: int) -> bool:
    return tree.tokens[i].pos in ("VERB", "AUX")

"""Everything in a paragraph that could attribute something.

Grammar alone proposes; the lexicon's rules or a trained model choose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.viewpoints.attributions.candidate import Candidate
from communique.viewpoints.attributions.nouns import adjective_candidates, noun_candidates
from communique.viewpoints.attributions.phrases import according_to, adverb, colon, prepositional
from communique.viewpoints.attributions.quoting import quoting
from communique.viewpoints.attributions.tree import Range, Tree
from communique.viewpoints.attributions.verbs import verb_candidates

_BY_PART = {
    "VERB": verb_candidates,
    "AUX": verb_candidates,
    "NOUN": noun_candidates,
    "PROPN": noun_candidates,
    "ADJ": adjective_candidates,
    "ADV": adverb,
}


def candidates(tree: Tree, quoted: Sequence[Range]) -> list[Candidate]:
    """``quoted``: the ranges of the paragraph's quotations, marks included."""
    found = [*_grammatical(tree), *quoting(tree, quoted), *colon(tree)]
    return [c for c in found if c.cue[0] < c.cue[1] and c.content and _is_filled(c)]


def _is_filled(candidate: Candidate) -> bool:
    return all(first < last for first, last in candidate.content)


def _grammatical(tree: Tree) -> Iterator[Candidate]:
    for i, token in enumerate(tree.tokens):
        if token.lemma == "accord" and tree.child(i, "prep") is not None:
            yield from according_to(tree, i)
        elif token.pos in _BY_PART:
            yield from _BY_PART[token.pos](tree, i)
        elif token.dep == "prep":
            yield from prepositional(tree, i)

"""What kind of attribution a candidate is."""

from __future__ import annotations

from communique.viewpoints.attributions.candidate import Candidate
from communique.viewpoints.attributions.lexicon import NO_CLASSES, lexicon
from communique.viewpoints.attributions.tree import Tree

_REPORTING = frozenset({"belief", "evidence", "perception", "speech"})
_REPORTING_FRAMES = frozenset({"clause", "inserted", "quote"})


def kind_of(tree: Tree, candidate: Candidate) -> str:
    """ "direct", "indirect" or "other": see :class:`Attribution`."""
    quoted = sum(tree.quoted[i] for span in candidate.content for i in range(*span))
    if 2 * quoted >= candidate.size:
        return "direct"
    if candidate.part in ("adverb", "colon", "phrase"):
        return "indirect"
    return "indirect" if _classes(candidate) & _REPORTING else "other"


def _classes(candidate: Candidate) -> frozenset[str]:
    words = lexicon()
    table = {"verb": words.verbs, "noun": words.nouns, "adjective": words.adjectives}
    word = table[candidate.part].get(candidate.lemma)
    if word is None:
        return NO_CLASSES
    frame = "clause" if candidate.frame in _REPORTING_FRAMES else candidate.frame
    return word.classes_in(frame) or word.classes

"""The default choice among candidates: what the lexicon licenses."""

from __future__ import annotations

from communique.viewpoints.attributions.candidates import Candidate
from communique.viewpoints.attributions.lexicon import Lexicon, Word, lexicon
from communique.viewpoints.attributions.tree import Tree


def chosen(tree: Tree, found: list[Candidate]) -> list[Candidate]:
    """At most one licensed candidate for each cue."""
    words = lexicon()
    best: dict[int, tuple[float, Candidate]] = {}
    for candidate in found:
        score = licence(words, tree, candidate)
        if score > 0 and score > best.get(candidate.head, (0.0, candidate))[0]:
            best[candidate.head] = score, candidate
    return [candidate for _, candidate in best.values()]


_PREFERENCE = {"quote": 0.95, "clause": 0.9, "as": 0.85, "person": 0.8, "infinitive": 0.75}


def licence(words: Lexicon, tree: Tree, candidate: Candidate) -> float:
    if not candidate.content:
        return 0.0
    if candidate.part == "phrase":
        return 0.9
    if candidate.part == "colon":
        return 0.5
    if candidate.part == "adverb":
        return 0.5 if candidate.lemma in words.unsourced else 0.0
    word = _word(words, candidate)
    if word is None or not word.takes("clause" if candidate.frame == "quote" else candidate.frame):
        return 0.0
    if candidate.source is None and candidate.part != "verb":
        return 0.0
    base = _PREFERENCE.get(candidate.frame, 0.7)
    return base + (0.01 if candidate.wide else 0.0)


def _word(words: Lexicon, candidate: Candidate) -> Word | None:
    parts = {"verb": words.verbs, "noun": words.nouns, "agent": words.nouns, "adjective": words.adjectives}
    return parts[candidate.part].get(candidate.lemma)

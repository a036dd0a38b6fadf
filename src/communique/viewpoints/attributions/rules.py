"""The default choice: what the lexicon licenses and the grammar makes plausible."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from communique.viewpoints.attributions.candidate import Candidate
from communique.viewpoints.attributions.lexicon import Lexicon, Word, lexicon
from communique.viewpoints.attributions.settling import Choice
from communique.viewpoints.attributions.sources import Source
from communique.viewpoints.attributions.tree import Range, Tree
from communique.viewpoints.attributions.verbs import RAISING

# Which frame tells most about a cue that has several, and how far to trust it.
_TRUST = {
    "inserted": 0.9, "quote": 0.88, "person": 0.82, "clause": 0.8, "as": 0.7, "with": 0.65,
    "about": 0.6, "object": 0.55, "infinitive": 0.54,
}
_OTHER_FRAMES = 0.5
_AS_IF = {"quote": "clause", "inserted": "clause"}
_NOBODY = frozenset({"it", "that", "this", "there", "which", "what", "you", "one", "oneself"})
_DOCUMENT_PRONOUNS = frozenset({"which", "that", "it"})
_IN_VIEW = frozenset("assessment estimation eye judgement judgment mind opinion view word".split())
_LOOSE_NOUN_FRAMES = frozenset({"to", "on", "with", "over", "in", "into"})


def chosen(tree: Tree, quoted: Sequence[Range], found: Iterable[Candidate]) -> list[Choice]:
    """At most one candidate for each cue."""
    words = lexicon()
    best: dict[int, Choice] = {}
    for candidate in found:
        trust = _trust(words, tree, candidate)
        known = best.get(candidate.head)
        if trust > (known.trust if known else 0.0):
            best[candidate.head] = Choice(candidate, trust)
    return list(best.values())


def _trust(words: Lexicon, tree: Tree, candidate: Candidate) -> float:
    if tree.quoted[candidate.head]:
        return 0.0
    if candidate.part == "phrase":
        return _phrase_trust(candidate)
    if candidate.part == "colon":
        return 0.5 if _is_name(tree, candidate.source) else 0.0
    if candidate.part == "adverb":
        return 0.5 if candidate.lemma in words.unsourced else 0.0
    if _is_evidence(words, tree, candidate):
        return _TRUST["object"]
    word = _word(words, candidate)
    if word is None or not _licensed(word, candidate) or not _plausible(tree, word, candidate):
        return 0.0
    return _TRUST.get(candidate.frame, _OTHER_FRAMES) + (0.01 if candidate.wide else 0.0)


def _phrase_trust(candidate: Candidate) -> float:
    owned = candidate.source is not None and candidate.source.link == "possessor"
    if candidate.frame == "in" and owned and candidate.lemma in _IN_VIEW:
        return 0.78
    return 0.78 if candidate.lemma == "accord" else _OTHER_FRAMES * (candidate.frame == "per")


def _is_evidence(words: Lexicon, tree: Tree, candidate: Candidate) -> bool:
    """ "The poll shows a narrow lead": only documents show, find and suggest a thing."""
    word = words.verbs.get(candidate.lemma) if candidate.part == "verb" else None
    return (
        word is not None
        and candidate.frame == "object"
        and "evidence" in word.classes
        and candidate.source is not None
        and tree.tokens[candidate.source.head].lemma in words.documents
    )


def _word(words: Lexicon, candidate: Candidate) -> Word | None:
    parts = {"verb": words.verbs, "noun": words.nouns, "adjective": words.adjectives}
    return parts[candidate.part].get(candidate.lemma) if candidate.part in parts else None


def _licensed(word: Word, candidate: Candidate) -> bool:
    if candidate.frame == "drawn":
        return bool(word.classes & {"speech", "attitude", "belief"})
    frame = _AS_IF.get(candidate.frame, candidate.frame)
    if frame == "person" and word.takes("as"):
        # "calls the plan a mistake", where the parser takes the name for a verb
        return True
    return word.takes(frame) or (candidate.wide and word.takes("object"))


def _plausible(tree: Tree, word: Word, candidate: Candidate) -> bool:
    if candidate.part == "verb":
        return _plausible_verb(tree, word, candidate)
    if candidate.source is None or _is_nobody(tree, candidate.source):
        return False
    if candidate.part == "noun":
        return _plausible_noun(tree, candidate, candidate.source)
    return candidate.source.link != "clause" and tree.tokens[candidate.head].dep != "ROOT"


def _plausible_verb(tree: Tree, word: Word, candidate: Candidate) -> bool:
    source, frame = candidate.source, candidate.frame
    if source is None:
        return _sourceless(candidate)
    if _is_nobody(tree, source):
        return frame in ("clause", "quote") and _may_be_a_document(tree, word, source)
    if frame == "object" or candidate.wide:
        return source.link not in ("object", "clause") and not _is_purpose(tree, candidate)
    return not (frame == "clause" and source.link == "clause")


def _sourceless(candidate: Candidate) -> bool:
    """ "It was reported that", "is expected to", "seems to": attributed to nobody in particular."""
    if candidate.passive:
        return candidate.frame in ("clause", "infinitive", "as", "about")
    return candidate.frame == "infinitive" and candidate.lemma in RAISING


def _is_purpose(tree: Tree, candidate: Candidate) -> bool:
    token = tree.tokens[candidate.head]
    return token.tag == "VB" and token.dep in ("acl", "advcl", "relcl")


def _plausible_noun(tree: Tree, candidate: Candidate, source: Source) -> bool:
    if candidate.frame in _LOOSE_NOUN_FRAMES:
        return False
    if source.link in ("possessor", "preposition"):
        return True
    return tree.tokens[candidate.head].dep == "dobj" and candidate.frame != "infinitive"


def _is_nobody(tree: Tree, source: Source) -> bool:
    bare = source.span[1] - source.span[0] == 1
    return bare and tree.tokens[source.head].lemma in _NOBODY


def _may_be_a_document(tree: Tree, word: Word, source: Source) -> bool:
    """ "a report, which says that ..." """
    stands_for_one = tree.tokens[source.head].lemma in _DOCUMENT_PRONOUNS
    return stands_for_one and bool(word.classes_in("clause") & {"evidence", "speech"})


def _is_name(tree: Tree, source: Source | None) -> bool:
    if source is None or source.span[1] - source.span[0] > 4:
        return False
    return all(tree.tokens[i].pos == "PROPN" for i in range(*source.span))

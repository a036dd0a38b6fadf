"""The passages a report cites, as its reader may see them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from communique.record.attribution import Disclosure, unordered
from communique.record.values import Passage, Source

from .values import CitedPassage, Section, Sentence, sentences_of, with_sentences

WITHHELD = "Withheld under the rule of attribution; the secretariat holds it."


def cited(sections: Iterable[Section], disclosure: Disclosure) -> tuple[CitedPassage, ...]:
    """Every passage that a sentence cites, in the record's order.

    A passage under protection shows its words only: no speaker, no time, no file name, and in an
    order that says nothing of who spoke after whom.
    """
    wanted = {p for section in sections for s in sentences_of(section) for p in s.trace}
    record = disclosure.record
    found = [p for p in record.passages if p.id in wanted]
    open_ = [p for p in found if disclosure.is_named(p)]
    closed = [p for p in unordered(found) if not disclosure.is_named(p)]
    sources = {s.id: s for s in record.sources}
    titles = {s.id: disclosure.session(s).title for s in record.sessions}
    protected = (_protected(p, titles.get(p.session or "", ""), disclosure) for p in closed)
    return (*(_shown(p, sources[p.source], disclosure) for p in open_),
            *sorted(protected, key=lambda p: (p.source, p.text)))


def renumbered(
    sections: Iterable[Section], passages: Iterable[CitedPassage]
) -> tuple[tuple[Section, ...], tuple[CitedPassage, ...]]:
    """The same, with passages numbered as listed: the record's own numbers tell who spoke when."""
    listed = tuple(passages)
    new = {p.id: f"c{n}" for n, p in enumerate(listed, 1)}

    def retrace(sentence: Sentence) -> Sentence:
        return replace(sentence, trace=tuple(new[i] for i in sentence.trace if i in new))

    return (tuple(with_sentences(section, retrace) for section in sections),
            tuple(replace(p, id=new[p.id]) for p in listed))


def _shown(passage: Passage, source: Source, disclosure: Disclosure) -> CitedPassage:
    if not disclosure.may_cite(passage):
        return CitedPassage(id=passage.id, text=WITHHELD, source="", place="")
    name = "" if disclosure.betrays_in_file_name(source.name) else source.name
    names = {p.id: p.name for p in disclosure.nameable()}
    speakers = [names[who] for who in passage.attributed_to if who in names]
    return CitedPassage(
        id=passage.id, text=passage.text, source=name, place=_place(passage, source),
        speaker=", ".join(speakers) or None, start_at=passage.start_at,
        language=passage.language,
    )


def _protected(passage: Passage, title: str, disclosure: Disclosure) -> CitedPassage:
    text = passage.text if disclosure.may_cite(passage) else WITHHELD
    return CitedPassage(id=passage.id, text=text, source=title, place="")


def _place(passage: Passage, source: Source) -> str:
    line = source.text.count("\n", 0, passage.start) + 1
    return f"line {line}"

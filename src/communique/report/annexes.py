"""Method, programme, participants, bodies named: what stands behind the text of a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from communique.record.attribution import Disclosure
from communique.record.values import (
    Participant,
    Passage,
    Record,
    Reference,
    Role,
    Source,
    SourceKind,
    Voice,
)

from .naming import listed
from .values import Block, Bullets, Origin, Paragraph, Section, SectionKind, Sentence, Table

_KINDS = {
    "report": ("a published report", "published reports"),
    "transcript": ("a transcript", "transcripts"),
    "captions": ("live captions", "files of live captions"),
    "chat": ("a chat", "chats"),
    "statement": ("a statement", "statements"),
    "participants": ("a list of participants", "lists of participants"),
    "programme": ("an edition file", "edition files"),
}
_DISCLAIMER = (
    "The views reported are those of the participants and do not bind their institutions or the "
    "hosts."
)
_ROLES = {Role.OPENING_SPEAKER: "opening speaker"}


def method_section(
    record: Record, disclosure: Disclosure, *, model: str | None, languages: frozenset[str]
) -> Section:
    """How the report was made, what was not analysed, and whose views these are.

    ``languages`` are those that could be parsed.
    """
    texts = [_made_from(record), *_how(disclosure, model), *_not_analysed(record, disclosure),
             *_only_quoted(record, disclosure, languages), _DISCLAIMER]
    return Section(id="method", kind=SectionKind.METHOD, title="Method and disclaimer",
                   blocks=(Paragraph(sentences=tuple(map(own, texts))),))


def own(text: str) -> Sentence:
    """A sentence of the secretariat's own."""
    return Sentence(id="", text=text, origin=Origin.SECRETARIAT)


def programme_section(record: Record, disclosure: Disclosure) -> Section | None:
    """The sessions with theme, chair and rule; a chair of a protected session is not named."""
    if not record.sessions:
        return None
    shown = map(disclosure.session, record.sessions)
    rows = tuple((session.title, session.theme or "", session.chair or "") for session in shown)
    table = Table(caption="Sessions, their themes and chairs", columns=("Session", "Theme", "Chair"),
                  rows=rows)
    return Section(id="programme", kind=SectionKind.PROGRAMME, title="Programme", blocks=(table,),
                   annex=True)


def participants_section(people: Iterable[Participant]) -> Section | None:
    """The list of those who may be named, in the report's order."""
    rows = tuple(
        (_titled(p), p.post or "", p.institution or "", p.country or "",
         ", ".join(_ROLES.get(role, role.value) for role in p.roles))
        for p in people
    )
    if not rows:
        return None
    table = Table(caption="Participants as they were at this edition",
                  columns=("Name", "Post", "Institution", "Country", "Role"), rows=rows)
    return Section(id="participants", kind=SectionKind.PARTICIPANTS, title="Participants",
                   blocks=(table,), annex=True)


def references_section(record: Record, citable: frozenset[str]) -> Section | None:
    """Bodies, treaties, initiatives and mechanisms that reportable passages name."""
    items = tuple(_reference_items(record, citable))
    if not items:
        return None
    blocks: tuple[Block, ...] = (Bullets(items=items),)
    return Section(id="references", kind=SectionKind.REFERENCES, annex=True,
                   title="Bodies, treaties and initiatives referred to", blocks=blocks)


def _reference_items(record: Record, citable: frozenset[str]) -> Iterator[Paragraph]:
    passages = {p.id: p for p in record.passages}
    for reference in sorted(record.references, key=lambda r: r.name.casefold()):
        trace = tuple(p for p in reference.passages if p in citable)
        name = _reference_name(reference, [passages[p] for p in trace])
        if name:
            yield Paragraph(sentences=(
                Sentence(id="", text=name, origin=Origin.STATED, trace=trace[:3]),))


def _reference_name(reference: Reference, cited: Sequence[Passage]) -> str | None:
    """The name of a body; of one found in the record only the forms that cited passages hold."""
    if reference.origin == "gazetteer":
        forms = [reference.name, *reference.other_names] if cited else []
    else:
        text = " ".join(p.text for p in cited).casefold()
        forms = [f for f in (reference.name, *reference.other_names) if f.casefold() in text]
    short = [form for form in forms[1:] if form.isupper() and form not in forms[0]]
    return f"{forms[0]} ({short[0]})" if short else next(iter(forms), None)


def _titled(participant: Participant) -> str:
    return " ".join(filter(None, (participant.honorific, participant.name)))


def _made_from(record: Record) -> str:
    counts: dict[str, int] = {}
    for source in record.sources:
        counts[source.kind.value] = counts.get(source.kind.value, 0) + 1
    named = [_KINDS[kind][0] if n == 1 else f"{n} {_KINDS[kind][1]}" for kind, n in counts.items()]
    return f"This report was made from {listed(named)}."


def _how(disclosure: Disclosure, model: str | None) -> Iterator[str]:
    yield ("Passages were selected and put into reported speech by rule; each sentence cites the "
           "passages it rests on, and sentences of the secretariat's own are marked.")
    if model:
        yield (f"Wordings were proposed by the language model {model} and admitted only where the "
               "cited passages bear them out.")
    if disclosure.protects:
        yield ("Where the Chatham House Rule or another rule of attribution was agreed, what could "
               "lead to a speaker has been left out.")


def _not_analysed(record: Record, disclosure: Disclosure) -> Iterator[str]:
    """Languages for which no parser was at hand: their people are listed, their views are not.

    The language of a protected source is not told: it may be one speaker's alone.
    """
    unread = [s for s in record.sources if _was_not_analysed(s, record) and disclosure.is_open(s)]
    languages = sorted({s.language for s in unread if s.language})
    if languages:
        yield (f"Sources in {listed([language_name(code) for code in languages])} were kept whole "
               "but their views were not analysed.")


def _only_quoted(
    record: Record, disclosure: Disclosure, languages: frozenset[str]
) -> Iterator[str]:
    """Languages in which somebody spoke and which nothing here could put into reported speech."""
    open_ = {s.id for s in record.sources if s.kind is not SourceKind.REPORT and disclosure.is_open(s)}
    heard = sorted({p.language for p in record.passages if p.source in open_ and p.voice is Voice.VIEW
                    and p.language and p.language not in languages})
    if heard:
        yield (f"What was said in {listed([language_name(code) for code in heard])} could not be analysed; "
               "it is at most quoted.")


def _was_not_analysed(source: Source, record: Record) -> bool:
    return any(n.code == "language-not-analysed" and n.source in (source.id, source.name)
               for n in record.notices)


_LANGUAGES = {
    "ar": "Arabic", "de": "German", "es": "Spanish", "fa": "Persian", "fr": "French", "hi": "Hindi",
    "id": "Indonesian", "ja": "Japanese", "kk": "Kazakh", "ko": "Korean", "ms": "Malay",
    "pt": "Portuguese", "ru": "Russian", "th": "Thai", "tl": "Filipino", "tr": "Turkish",
    "uk": "Ukrainian", "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese",
}


def language_name(code: str) -> str:
    """The English name of a language, or its code where we have none."""
    return _LANGUAGES.get(code, code)

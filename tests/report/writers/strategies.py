"""Random reports, for what must hold of every one of them."""

from __future__ import annotations

from hypothesis import strategies as st

from communique.record.values import Edition, Participant
from communique.report.values import (
    Block,
    Bullets,
    CitedPassage,
    Flag,
    Origin,
    Paragraph,
    Report,
    Section,
    SectionKind,
    Sentence,
    Table,
)

from .samples import HOSTILE, OVERRIDE

_IDS = [f"p{at}" for at in range(6)]
TEXTS = st.one_of(
    st.sampled_from((*HOSTILE, OVERRIDE, "陆清远 spoke.", "علی, محمد", "한서윤", "Қазақ")),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=40),
)
_SENTENCES = st.builds(
    Sentence,
    id=st.text("abc", max_size=3),
    text=TEXTS,
    origin=st.sampled_from(Origin),
    trace=st.lists(st.sampled_from([*_IDS, "withheld"]), max_size=4).map(tuple),
    rules=st.just(()),
    participants=st.just(()),
    flags=st.lists(st.builds(Flag, code=st.just("name"), message=TEXTS), max_size=2).map(tuple),
)
_PARAGRAPHS = st.builds(
    Paragraph,
    sentences=st.lists(_SENTENCES, max_size=3).map(tuple),
    participant=st.sampled_from([None, "someone", "unknown"]),
)
_ROWS = st.lists(TEXTS, max_size=3).map(tuple)
_BLOCKS: st.SearchStrategy[Block] = st.one_of(
    _PARAGRAPHS,
    st.builds(Bullets, items=st.lists(_PARAGRAPHS, max_size=3).map(tuple), numbered=st.booleans()),
    st.builds(
        Table,
        caption=TEXTS,
        columns=st.lists(TEXTS, max_size=3).map(tuple),
        rows=st.lists(_ROWS, max_size=2).map(tuple),
    ),
)
_SECTIONS = st.builds(
    Section,
    id=st.text("abc", max_size=3),
    kind=st.sampled_from(SectionKind),
    title=TEXTS,
    blocks=st.lists(_BLOCKS, max_size=3).map(tuple),
    level=st.integers(-1, 4),
    annex=st.booleans(),
)


def _passages(texts: list[str]) -> tuple[CitedPassage, ...]:
    return tuple(
        CitedPassage(
            id=passage_id,
            text=text,
            source="talk.vtt",
            place=text[:9],
            speaker=text or None,
            start_at=len(text) * 1000.5,
            language=["fa", "zh", "not a tag", None][len(text) % 4],
        )
        for passage_id, text in zip(_IDS, texts, strict=False)
    )


REPORTS = st.builds(
    Report,
    title=TEXTS,
    subtitle=st.none() | TEXTS,
    language=st.sampled_from(["en", "fa", "zh", "ko", "ru", "kk", 'x"><script>', "", "en-GB"]),
    edition=st.builds(
        Edition,
        date=st.sampled_from([None, "2031-03-28", "spring 2031", "0001-01-01"]),
        end_date=st.sampled_from([None, "2031-04-02"]),
        place=st.none() | TEXTS,
    ),
    sections=st.lists(_SECTIONS, max_size=4).map(tuple),
    passages=st.lists(TEXTS, max_size=len(_IDS)).map(_passages),
    participants=st.builds(
        Participant, id=st.just("someone"), name=TEXTS, post=st.none() | TEXTS
    ).map(lambda person: (person,)),
)

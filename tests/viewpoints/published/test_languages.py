"""Languages without a model: kept, given to nobody, and said so."""

from __future__ import annotations

import pytest

from communique.engines.language.english import EnglishParser
from communique.record.readers.prose import prose_of
from communique.record.reading import Reading
from communique.record.values import SourceKind
from communique.viewpoints.published import understand

_TEXTS = {
    "ru": "Директор института Анна Петрова отметила, что вода общая. Форум прошёл в Осло.",
    "zh": "王敏院长表示，水是共同的。与会专家认为应当合作。",
    "vi": "Giáo sư Trần Văn An cho rằng nước là của chung. Hội thảo diễn ra tại Hà Nội.",
    "tl": "Ayon kay Kalihim Jose Ramos, mahalaga ang tubig. Sinabi niya ito sa pulong.",
    "id": "Menteri Siti Aminah mengatakan bahwa air milik bersama. Forum berlangsung di Bogor.",
}


@pytest.mark.parametrize("language", sorted(_TEXTS))
@pytest.mark.parametrize("told", [True, False])
def test_nobody_is_invented(language: str, told: bool, parser: EnglishParser) -> None:
    text = _TEXTS[language]
    reading = Reading(kind=SourceKind.REPORT, format="text", text=text, blocks=prose_of(text).blocks,
                      language=language if told else None)
    found = understand([("s1", reading)], parser)
    assert found.participants == ()
    assert [notice.code for notice in found.notices] == ["language-not-analysed"]
    assert [text[p.start : p.end] for p in found.passages] == [p.text for p in found.passages]
    assert len(found.passages) == 2


def test_no_parser_at_all_keeps_the_text(parser: EnglishParser) -> None:
    text = "Ada Musa, Rector of Hill University, said that rain is late."
    reading = Reading(kind=SourceKind.REPORT, format="text", text=text, blocks=prose_of(text).blocks,
                      language="en")
    found = understand([("s1", reading)], None)
    assert (found.participants, len(found.passages)) == ((), 1)

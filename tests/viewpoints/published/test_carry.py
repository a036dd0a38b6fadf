"""Whose each sentence is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.record.values import Basis, Voice
from communique.viewpoints.published import Understood

Understand = Callable[[str], Understood]

_OPENING = "Ada Musa, Rector of Hill University, believes that rivers need one keeper."


def _given(found: Understood) -> list[tuple[Voice, list[str], Basis | None]]:
    names = {one.id: one.name for one in found.participants}
    return [(p.voice, [names[who] for who in p.attributed_to], p.basis) for p in found.passages]


def test_words_go_on_to_the_end_of_the_paragraph(understood: Understand) -> None:
    found = _given(understood(f"{_OPENING} Floods know no borders. Asia should share its data."))
    assert found == [
        (Voice.VIEW, ["Ada Musa"], Basis.NAMED),
        (Voice.VIEW, ["Ada Musa"], Basis.CARRIED),
        (Voice.VIEW, ["Ada Musa"], Basis.CARRIED),
    ]


def test_words_do_not_go_on_into_the_next_paragraph(understood: Understand) -> None:
    found = _given(understood(f"{_OPENING}\n\nThe lake was calm that day."))
    assert found[1][1] == []


@pytest.mark.parametrize("sentence", [
    "The seminar was attended by sixty guests.",
    "The participants agreed that data should flow.",
    "The Lake Institute hosted the webinar on 4 May 2021.",
    "Bo Lind, Dean of Shore College, moderated the session.",
    "Read more at www.example.org.",
])
def test_the_reports_own_sentences_are_not_the_speakers(understood: Understand, sentence: str) -> None:
    assert _given(understood(f"{_OPENING} {sentence}"))[1][1] == []


def test_a_meeting_that_the_speaker_told_of_is_still_theirs(understood: Understand) -> None:
    found = _given(understood(
        f"{_OPENING} In March the first meeting of keepers was held in Oslo. The meeting reached a broad "
        "consensus on data."
    ))
    assert [who for _, who, _ in found] == [["Ada Musa"]] * 3


def test_pronouns_and_offices_refer_back(understood: Understand) -> None:
    found = _given(understood(
        "Cambodian Prime Minister Sok Dara opened the forum.\n\nThe Prime Minister said that the river is "
        "low. He added that rain is late."
    ))
    assert found[1:] == [
        (Voice.VIEW, ["Sok Dara"], Basis.REFERRED), (Voice.VIEW, ["Sok Dara"], Basis.REFERRED),
    ]


def test_a_quotation_before_its_speaker_is_theirs_whole(understood: Understand) -> None:
    found = _given(understood(
        "“Water is common to us all. It cannot be owned by one side,” said Ines Ortega, President of the "
        "Lake Institute. “Nobody may close a river.”"
    ))
    assert found == [
        (Voice.VIEW, ["Ines Ortega"], Basis.QUOTED),
        (Voice.VIEW, ["Ines Ortega"], Basis.NAMED),
        (Voice.VIEW, ["Ines Ortega"], Basis.QUOTED),
    ]


def test_a_quote_card_gives_its_quotation_to_the_name_above_it(understood: Understand) -> None:
    found = understood(
        "Klara Weisz\n\nDirector, Lake Institute\n\n“The lake is our mirror. We should look into it.”\n\n"
        "BRAZILIAN PRESIDENT JORGE PAIVA: “Rivers are older than borders.”"
    )
    assert [(who, basis) for _, who, basis in _given(found)] == [
        (["Klara Weisz"], Basis.QUOTED), (["Klara Weisz"], Basis.QUOTED), (["JORGE PAIVA"], Basis.QUOTED),
    ]
    assert found.participants[0].institution == "Lake Institute"


def test_two_speakers_in_one_sentence_both_hold_it(understood: Understand) -> None:
    found = _given(understood(
        "Ada Musa of Hill University stressed that dams help, while Bo Lind of Shore College warned that "
        "dams divide. Sok Dara and Ines Ortega agreed that data should flow."
    ))
    assert [sorted(who) for _, who, _ in found] == [["Ada Musa", "Bo Lind"], ["Ines Ortega", "Sok Dara"]]


def test_they_are_the_people_of_the_sentence_before(understood: Understand) -> None:
    found = _given(understood(
        "At the opening ceremony, Ada Musa, Rector of Hill University, and Bo Lind, Dean of Shore College, "
        "delivered speeches. They, on behalf of both houses, congratulated the keepers and expressed their "
        "views on data."
    ))
    assert found[0][0] is Voice.ROLE
    assert (sorted(found[1][1]), found[1][2]) == (["Ada Musa", "Bo Lind"], Basis.REFERRED)


def test_a_collective_claim_is_nobodys_by_name(understood: Understand) -> None:
    found = _given(understood("Panellists agreed that trade had to grow. One of the experts warned of floods."))
    assert [(voice, who) for voice, who, _ in found] == [(Voice.COLLECTIVE, [])] * 2


def test_what_is_said_about_somebody_is_not_said_by_them(understood: Understand) -> None:
    found = _given(understood(
        "Ada Musa, Rector of Hill University, said that President Carlos Ruiz had stated the opposite. At the "
        "same time, she said, President Ruiz remained hopeful and had appealed for restraint."
    ))
    assert [who for _, who, _ in found] == [["Ada Musa"], ["Ada Musa"]]


def test_every_passage_stands_where_it_says(understood: Understand) -> None:
    text = f"{_OPENING} Floods know no\n\nborders at all. Data helps."
    found = understood(text)
    for passage in found.passages:
        assert " ".join(text[passage.start : passage.end].split()) == " ".join(passage.text.split())

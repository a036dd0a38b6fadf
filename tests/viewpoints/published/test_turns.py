"""Who has the floor in records of the United Nations and in running prose."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.record.values import Voice
from communique.viewpoints.published import Understood

Understand = Callable[[str], Understood]

_OPENING = "Ada Musa, Rector of Hill University, said that rivers need one keeper."


def _who(found: Understood) -> list[list[str]]:
    names = {one.id: one.name for one in found.participants}
    return [[names[who] for who in passage.attributed_to] for passage in found.passages]


@pytest.mark.parametrize("sentence", [
    "A Committee Expert asked about the dams.",
    "Another Expert inquired about the price of water.",
    "The delegation said that the law had entered into force.",
    "There was no agreement on the price.",
    "Views diverged on the length of the lease.",
    "It was noted that the port works at night.",
    "Delegates adopted the agenda without amendment.",
    "A short film on the glacier was then shown to the audience.",
])
def test_an_unnamed_voice_is_not_the_speakers(understood: Understand, sentence: str) -> None:
    assert _who(understood(f"{_OPENING} {sentence}")) == [["Ada Musa"], []]


@pytest.mark.parametrize("sentence", [
    "Musa was sceptical: a toll is a tax by another name.",
    "Musa was less convinced by the third plan.",
    "Musa would like the Basin Union to speak for all.",
    "Musa saw a danger in haste.",
    "In Musa's account, the lake had been low for years.",
])
def test_an_attitude_is_a_view(understood: Understand, sentence: str) -> None:
    lind = "Bo Lind, Dean of Shore College, argued that tolls are fair."
    assert _who(understood(f"{_OPENING}\n\n{lind} {sentence}")) == [["Ada Musa"], ["Bo Lind"], ["Ada Musa"]]


def test_she_is_not_a_man_who_spoke_last(understood: Understand) -> None:
    found = understood(
        "Ms. Ada Musa, Rector of Hill University, said that rivers rise. Mr. Bo Lind, Dean of Shore "
        "College, said that they fall. She insisted on new gauges."
    )
    assert _who(found) == [["Ada Musa"], ["Bo Lind"], ["Ada Musa"]]


def test_after_two_who_differ_the_last_goes_on(understood: Understand) -> None:
    found = understood(
        "Ada Musa, Rector of Hill University, argued that tolls help, while Bo Lind, Dean of Shore College, "
        "warned that they divide. The poor pay first."
    )
    assert _who(found) == [["Ada Musa", "Bo Lind"], ["Bo Lind"]]


def test_a_group_of_states_takes_the_floor_like_a_country(understood: Understand) -> None:
    found = understood("Mali, for the AFRICAN GROUP, called for funds. CHILE agreed. The EUROPEAN UNION urged patience.")
    union = found.participants[2]
    assert (union.name, union.institution, union.country) == (
        "representative of the European Union", "European Union", None,
    )


def test_who_opens_with_thanks_goes_on_to_speak(understood: Understand) -> None:
    found = understood("Ada Musa, Rector of Hill University, thanked the organisers. The dams had been built too late.")
    assert [p.voice for p in found.passages] == [Voice.ROLE, Voice.VIEW]


def test_a_reply_from_somebody_is_theirs(understood: Understand) -> None:
    found = understood(f"{_OPENING} This drew a sharp reply from Bo Lind (Shore Campaign): keepers cost money.")
    assert _who(found) == [["Ada Musa"], ["Bo Lind"]]


def test_the_institute_means_the_one_named_in_full(understood: Understand) -> None:
    found = understood("The Blue Lake Institute held a workshop.\n\nBo Lind, founder of the Institute, said that it rained.")
    assert found.participants[0].institution == "Blue Lake Institute"

"""Lists of participants, line by line."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.record.values import Role, Voice
from communique.viewpoints.published import Understood

Understand = Callable[[str], Understood]

_LIST = """Seminar on Rivers: Note

The seminar was held under the Chatham House Rule. No remark in this note is given to anybody.

Participants

Dr. Ada Musa, Rector, Hill University

Bo Lind, Senior Fellow, Lake Institute (Sweden)

Moderator: Ambassador (Retd) Carl Nkemelu, River Forum

Tim McCaw, Delta Review: "Dams and quotas"
"""


def test_every_line_is_a_person_with_their_affiliation(understood: Understand) -> None:
    found = understood(_LIST).participants
    assert [(one.name, one.post, one.institution, one.country) for one in found] == [
        ("Ada Musa", "Rector", "Hill University", None),
        ("Bo Lind", "Senior Fellow", "Lake Institute", "Sweden"),
        ("Carl Nkemelu", None, "River Forum", None),
        ("Tim McCaw", None, "Delta Review", None),
    ]


def test_a_role_before_the_name_counts(understood: Understand) -> None:
    assert understood(_LIST).participants[2].roles == (Role.CHAIR,)


def test_nobody_on_a_list_is_given_words(understood: Understand) -> None:
    assert not any(passage.voice is Voice.VIEW for passage in understood(_LIST).passages)


@pytest.mark.parametrize("lines", [
    "Green Valley\n\nBlue Harbour",
    "Ada Musa, 4 May 2021",
    "Final Remarks\n\nTopics Discussed",
])
def test_other_short_lines_are_no_list(understood: Understand, lines: str) -> None:
    assert understood(f"The seminar was held in May at the lake.\n\n{lines}").participants == ()


def test_the_lines_above_a_quotation_are_its_label(understood: Understand) -> None:
    found = understood("Klara Weisz\n\nDirector, Lake Institute\n\n“The lake is our mirror, and we should look into it.”")
    assert [p.voice for p in found.passages] == [Voice.VIEW]

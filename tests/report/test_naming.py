"""How a report names people: in full once, and only in the words they came with."""

from __future__ import annotations

import pytest

from communique.record.values import Participant
from communique.report.naming import affiliation, in_full, listed, referent, with_article


def seat(post: str | None, institution: str | None, country: str | None = None) -> str:
    return affiliation(Participant(id="a", name="A", post=post, institution=institution, country=country))


@pytest.mark.parametrize(
    ("post", "institution", "country", "words"),
    [
        ("Director", "Institute of Rivers", "Uzbekistan", "Director of the Institute of Rivers, Uzbekistan"),
        ("Professor", "Steppe University", None, "Professor at Steppe University"),
        ("President; former Minister", "Tobol Foundation", None,
         "President of the Tobol Foundation, former Minister"),
        ("Head, Water Desk", "Baikal Institute", None, "Head, Water Desk, Baikal Institute"),
        ("Counsellor", "Ministry of Foreign Affairs of China", "China",
         "Counsellor of the Ministry of Foreign Affairs of China"),
        ("研究员", "内海研究所", "中国", "研究员, 内海研究所, 中国"),
        (None, "Gulf Rivers Centre", "Oman", "Gulf Rivers Centre, Oman"),
        (None, None, None, ""),
    ],
)
def test_post_institution_and_country_read_as_one(
    post: str | None, institution: str | None, country: str | None, words: str
) -> None:
    assert seat(post, institution, country) == words


def test_a_full_name_keeps_honorific_and_order() -> None:
    person = Participant(id="a", name="Noh Hye-rin", honorific="Prof.", post="Head", institution="Han School")
    assert in_full(person) == "Prof. Noh Hye-rin, Head of the Han School"


@pytest.mark.parametrize(
    ("institution", "words"),
    [
        ("The Rivers Trust", "The Rivers Trust"),
        ("University of Malaya", "the University of Malaya"),
        ("Qilian University", "Qilian University"),
        ("SIIS", "the SIIS"),
        ("Chatham House", "Chatham House"),
    ],
)
def test_articles_stand_where_english_has_them(institution: str, words: str) -> None:
    assert with_article(institution) == words


def test_lists_end_with_and() -> None:
    assert [listed([]), listed(["a"]), listed(["a", "b", "c"])] == ["", "a", "a, b and c"]


def test_a_speaker_is_described_once_and_then_named_without_the_honorific() -> None:
    speaker = referent(Participant(id="a", name="Chen Li", honorific="Ms", post="Fellow",
                                   institution="Delta House"))
    assert (speaker.full, speaker.later) == ("Ms Chen Li, Fellow at Delta House,", "Chen Li")
    assert referent(Participant(id="b", name="Chen Li")).full == "Chen Li"

"""References: known ones in four languages, discovered ones, short forms, and what is none."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.record.values import Participant, Passage, Reference, Voice
from communique.viewpoints.references import Entry, gazetteer, references


def passages(*texts: str, language: str | None = None) -> list[Passage]:
    return [
        Passage(id=f"p{n}", source="s", start=0, end=len(text), text=text, voice=Voice.VIEW,
                language=language)
        for n, text in enumerate(texts)
    ]


def found(
    *texts: str, language: str | None = None, participants: Sequence[Participant] = ()
) -> dict[str, Reference]:
    refs = references(passages(*texts, language=language), participants=participants)
    return {ref.name: ref for ref in refs}


# -- known names ---------------------------------------------------------------------------------


def test_long_and_short_form_are_one_reference_with_all_its_passages() -> None:
    refs = references(
        passages(
            "The Shanghai Cooperation Organization met in May.",
            "Nothing here.",
            "The SCO will meet again.",
        ),
        participants=(),
    )
    assert [(ref.id, ref.passages) for ref in refs] == [("sco", ("p0", "p2"))]


def test_both_spellings_of_organisation_are_the_same_body() -> None:
    assert list(found("the World Trade Organisation, once the World Trade Organization")) == [
        "World Trade Organization"
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "an eco village for au pairs and cis molecules",
        "We need a quad bike, a nam, an icc and an arf.",
        "a structured dialogue with a green belt and road users",
        "the world bank of seeds",
    ],
)
def test_ordinary_words_are_no_references(sentence: str) -> None:
    assert not found(sentence)


def test_ambiguous_short_forms_are_found_as_they_are_written() -> None:
    assert set(found("The AU, the CIS, the ECO, the ARF and the Quad were named.")) == {
        "African Union", "Commonwealth of Independent States",
        "Economic Cooperation Organization", "ASEAN Regional Forum", "Quad",
    }


def test_who_in_a_heading_in_capitals_is_a_pronoun() -> None:
    assert not found("WHO GOVERNS THE MACHINE?")
    assert list(found("Vaccines are bought by WHO and others.")) == ["World Health Organization"]


def test_the_longest_name_wins() -> None:
    assert list(found("The United Nations Convention on the Law of the Sea is enough.")) == [
        "United Nations Convention on the Law of the Sea"
    ]


@pytest.mark.parametrize("written", ["G-7", "G7", "Group of Seven"])
def test_a_hyphen_makes_no_other_group(written: str) -> None:
    assert list(found(f"The {written} was silent.")) == ["G7"]


def test_digits_in_a_list_are_no_group_of_states() -> None:
    assert not found("Rows 16, 1 and 17 were left out.")


def test_russian_names_are_found_in_every_case() -> None:
    text = "Для Шанхайской организации сотрудничества и ШОС, для Организации Объединённых Наций."
    assert set(found(text)) == {"Shanghai Cooperation Organization", "United Nations"}


def test_chinese_names_are_found_without_spaces() -> None:
    text = "他认为上海合作组织、亚信和东盟应当加强合作，共建“一带一路”。"
    assert {ref.id for ref in found(text).values()} == {"sco", "cica", "asean", "bri"}


def test_french_short_forms_are_read_only_in_french() -> None:
    sentence = "La CPI et l'ONU se taisent."
    assert {ref.id for ref in found(sentence, language="fr").values()} == {"icc", "un"}
    assert not found("The CPI rose by two per cent.")


# -- discovered names ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("At the Halyard Straits Forum, nobody slept.", "Halyard Straits Forum"),
        ("The Lantern Bay Agreement on Shared Waters holds.",
         "Lantern Bay Agreement on Shared Waters"),
        ("It went to the CICA Senior Officials Committee Meeting.",
         "CICA Senior Officials Committee Meeting"),
        ("The Special meeting of OTS Transport Ministers was long.",
         "Special meeting of OTS Transport Ministers"),
        ('It promotes initiatives such as "Golden Thread" and "Amber Way".', "Amber Way"),
        ("The “Quiet Harbour” initiative is young.", "Quiet Harbour"),
        ("The Great Lantern Road programme has a budget.", "Great Lantern Road programme"),
    ],
)
def test_what_is_written_like_a_reference_is_discovered(sentence: str, name: str) -> None:
    assert found(sentence)[name].origin == "discovery"


@pytest.mark.parametrize(
    "sentence",
    [
        "This Agreement holds. The Forum ended. Any Treaty will do.",
        "The Third International Conference opened.",
        "It was founded in the Soviet Union.",
        "She directs the Institute of Treaty Law at Lantern University.",
        "The Chairman of the Committee of the House spoke.",
    ],
)
def test_what_only_sounds_like_one_is_not(sentence: str) -> None:
    assert not found(sentence)


def test_a_text_may_give_a_short_form_its_own_meaning() -> None:
    refs = found("The Eastern Cable Organization (ECO) is new.", "ECO has no seat.")
    assert refs["Eastern Cable Organization"].passages == ("p0", "p1")
    assert "Economic Cooperation Organization" not in refs


def test_a_short_form_introduced_for_an_institute_is_no_reference() -> None:
    assert not found("The Institute of Common Corridors (ICC) hosted.", "The ICC thanked all.")


def test_the_end_of_a_longer_name_is_its_short_form() -> None:
    refs = found("The Lantern Think Tank Forum met.", "The Think Tank Forum will last.")
    assert refs["Lantern Think Tank Forum"].other_names == ("Think Tank Forum",)


def test_houses_of_participants_are_no_references_but_known_bodies_are() -> None:
    people = (
        Participant(id="a", name="A", post="Chair", institution="Lantern Policy Forum"),
        Participant(id="b", name="B", post="Deputy", institution="Mekong River Commission"),
    )
    refs = found("The Lantern Policy Forum and the Mekong River Commission met.",
                 participants=people)
    assert list(refs) == ["Mekong River Commission"]


# -- the gazetteer -------------------------------------------------------------------------------


def test_the_gazetteer_is_broad_and_says_where_each_entry_comes_from() -> None:
    entries = gazetteer()
    assert len(entries) >= 300
    assert len({entry.id for entry in entries}) == len(entries)
    assert {entry.kind for entry in entries} == {"body", "treaty", "initiative", "mechanism"}
    assert all(entry.source.strip() for entry in entries)


def test_no_name_belongs_to_two_entries() -> None:
    names = [name for entry in gazetteer() for name in {entry.name, *entry.names}]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("entry", gazetteer(), ids=lambda entry: entry.id)
def test_every_entry_is_found_by_each_of_its_names(entry: Entry) -> None:
    for name in (entry.name, *entry.names):
        assert entry.id in {ref.id for ref in found(f"it named the {name} twice").values()}, name


@given(st.text(max_size=200))
def test_no_text_breaks_the_search_and_every_reference_cites_its_passage(text: str) -> None:
    for ref in references(passages(text, "the SCO"), participants=()):
        assert ref.passages
        assert ref.name

"""Who took part: everybody whom a report lets speak, preside or attend, and nobody else."""

from __future__ import annotations

from collections.abc import Callable

from communique.record.values import CountryBasis, Participant, Role
from communique.viewpoints.published import Understood

Understand = Callable[[str], Understood]


def _people(found: Understood) -> dict[str, Participant]:
    return {one.name: one for one in found.participants}


def test_a_speaker_has_name_post_institution_and_country(understood: Understand) -> None:
    found = _people(understood(
        "Srinath Palekar, Director of the Inland Water Centre at Lakeside University in India, believes "
        "that rivers need one keeper."
    ))
    palekar = found["Srinath Palekar"]
    assert (palekar.post, palekar.institution, palekar.country, palekar.country_basis) == (
        "Director of the Inland Water Centre", "Lakeside University", "India", CountryBasis.NAMED,
    )
    assert palekar.roles == (Role.SPEAKER,)


def test_somebody_spoken_about_is_no_participant(understood: Understand) -> None:
    found = _people(understood(
        "Ada Musa, Minister of Rivers of Ghana, underlined that dams divide. In May the Special meeting of "
        "lake ministers was held in Oslo. Bo Lind, Prime Minister of Norway, attended the meeting. President "
        "Carlos Ruiz's plan divided it further."
    ))
    assert set(found) == {"Ada Musa"}


def test_a_list_seats_everybody_and_gives_nobody_a_view(understood: Understand) -> None:
    found = understood(
        "Speakers included Leyla Haddad, independent researcher; Prof. Tomas Berg, University of Umber; "
        "Amb. (Retd) Rizwan Qureshi; and Col. Pedro Almeida, National Defence Institute, Portugal."
    )
    people = _people(found)
    assert set(people) == {"Leyla Haddad", "Tomas Berg", "Rizwan Qureshi", "Pedro Almeida"}
    assert people["Tomas Berg"].institution == "University of Umber"
    assert people["Pedro Almeida"].country == "Portugal"
    assert not any(passage.attributed_to for passage in found.passages)


def test_several_spellings_are_one_person(understood: Understand) -> None:
    found = _people(understood(
        "Ambassador Kairat Bekov, Secretary General of the Union of Lakes, said that water unites.\n\n"
        "K. Bekov added that the Union is open. In conclusion, Mr. Bekov thanked nobody."
    ))
    assert set(found) == {"Kairat Bekov"}
    assert found["Kairat Bekov"].honorific == "Ambassador"


def test_a_surname_like_a_pronoun_is_a_name(understood: Understand) -> None:
    found = _people(understood("He Yaguang, President of the Institute of Rivers, said that trade helps."))
    assert set(found) == {"He Yaguang"}


def test_posts_before_names_give_post_and_country(understood: Understand) -> None:
    found = _people(understood(
        "Cambodian Prime Minister Sok Dara said that the river is low. WRF President Ines Ortega noted that "
        "rain is late."
    ))
    assert (found["Sok Dara"].post, found["Sok Dara"].country) == ("Prime Minister", "Cambodia")
    assert found["Sok Dara"].country_basis is CountryBasis.DEMONYM
    assert (found["Ines Ortega"].post, found["Ines Ortega"].institution) == ("President", "WRF")


def test_roles_are_told_from_what_people_did(understood: Understand) -> None:
    found = _people(understood(
        "The Lake Institute hosted the forum on 3 May 2021. Ines Ortega, President of the Lake Institute, "
        "delivered an opening speech and presided over the meeting. Bo Lind, Dean of Hill University, "
        "provided a summary of the meeting."
    ))
    assert found["Ines Ortega"].roles == (Role.HOST, Role.CHAIR, Role.OPENING_SPEAKER)
    assert Role.SUMMARISER in found["Bo Lind"].roles


def test_delegations_without_names_speak_as_their_country(understood: Understand) -> None:
    found = understood(
        "Benin, for the least developed countries, urged technical help. He said funds were late. "
        "KENYA and JAPAN called for clear targets."
    )
    people = _people(found)
    assert {name.casefold() for name in people} == {"benin", "kenya", "japan"}
    assert [len(passage.attributed_to) for passage in found.passages] == [1, 1, 2]

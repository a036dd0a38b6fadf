"""What may be said of a source, under every rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.record.attribution import Disclosure
from communique.record.values import (
    AttributionRule,
    Edition,
    Participant,
    Passage,
    Record,
    Reference,
    Role,
    Session,
    Voice,
)

NONE, NAMED = AttributionRule.NONE, AttributionRule.NAMED

SADYKOVA = Participant(id="a", name="Aigerim Sadykova", institution="Centre for Steppe Studies",
                       country="Kazakhstan", other_labels=("A. Sadykova (CSS)",))
PILLAI = Participant(id="b", name="Rajan Pillai", institution="Malabar Policy Trust (MPT)",
                     country="India")


def said(number: int, who: str, text: str, session: str | None = None,
         rule: AttributionRule | None = None) -> Passage:
    return Passage(id=f"p{number}", source="s1", start=0, end=len(text), text=text,
                   voice=Voice.VIEW, attributed_to=(who,), session=session, attribution=rule)


def two_sessions(*passages: Passage) -> Record:
    return Record(
        edition=Edition(series="Steppe Dialogue"),
        sessions=(Session(id="open", title="First section"),
                  Session(id="closed", title="Second section", attribution=NONE)),
        participants=(SADYKOVA, PILLAI),
        passages=passages,
    )


def test_an_intervention_overrides_its_session_and_a_session_the_edition() -> None:
    record = two_sessions(said(1, "a", "One.", "closed"), said(2, "a", "Two.", "closed", NAMED),
                          said(3, "a", "Three.", "open"), said(4, "a", "Four."))
    rules = [Disclosure(record).rule(p) for p in record.passages]
    assert rules == [NONE, NAMED, NAMED, NAMED]


def test_off_the_record_is_never_cited() -> None:
    record = two_sessions(said(1, "a", "Nobody knows.", rule=AttributionRule.OFF_THE_RECORD))
    assert not Disclosure(record).may_cite(record.passages[0])


@pytest.mark.parametrize(
    "text",
    [
        "As Sadykova said, data must flow.",
        "AS SADYKOVA SAID, DATA MUST FLOW.",
        "I agree with Rajan.",
        "We at the Malabar Policy Trust see it daily.",
        "At MPT we see it daily.",
        "The CSS has measured it.",
        "In Kazakhstan the steppe is dry.",
        "kazakh farmers know it",
    ],
)
def test_a_protected_passage_that_leads_to_anybody_is_not_cited(text: str) -> None:
    record = two_sessions(said(1, "a", text, "closed"), said(2, "b", "Yes.", "open"))
    assert not Disclosure(record).may_cite(record.passages[0])


def test_a_protected_passage_without_such_words_is_cited() -> None:
    record = two_sessions(said(1, "a", "Customs posts should share one waybill.", "closed"))
    assert Disclosure(record).may_cite(record.passages[0])


def test_a_country_is_no_secret_in_an_open_session() -> None:
    record = two_sessions(said(1, "b", "Kazakhstan exports grain.", "open"),
                          said(2, "a", "Yes.", "closed"))
    assert Disclosure(record).may_cite(record.passages[0])


def test_naming_a_wholly_protected_person_is_no_more_allowed_in_an_open_session() -> None:
    record = two_sessions(said(1, "b", "Ms Sadykova will tell us more.", "open"),
                          said(2, "a", "Data must flow.", "closed"))
    assert not Disclosure(record).may_cite(record.passages[0])


def test_only_those_heard_under_their_name_are_listed() -> None:
    record = two_sessions(said(1, "b", "Ports compete.", "open"), said(2, "a", "Yes.", "closed"))
    assert Disclosure(record).nameable() == (PILLAI,)


def test_the_host_may_publish_the_list() -> None:
    record = two_sessions(said(1, "a", "Yes.", "closed"))
    listed = Disclosure(record, list_published=True).nameable()
    assert [p.name for p in listed] == [SADYKOVA.name, PILLAI.name]
    assert {p.other_labels for p in listed} == {()}


def test_who_said_nothing_is_not_listed_where_anything_is_protected() -> None:
    record = two_sessions(said(1, "b", "Ports compete.", "open"))
    assert SADYKOVA not in Disclosure(record).nameable()
    unprotected = replace(record, sessions=record.sessions[:1])
    assert SADYKOVA in Disclosure(unprotected).nameable()


@pytest.mark.parametrize(
    ("rule", "institution", "country"),
    [
        (AttributionRule.BY_INSTITUTION, "Centre for Steppe Studies", "Kazakhstan"),
        (AttributionRule.BY_COUNTRY, None, "Kazakhstan"),
    ],
)
def test_a_rule_shows_what_it_says_and_no_more(
    rule: AttributionRule, institution: str | None, country: str
) -> None:
    known = Disclosure(two_sessions()).known(SADYKOVA, rule)
    assert known is not None
    assert (known.institution, known.country) == (institution, country)
    assert (known.name, known.post, known.other_labels) == ("", None, ())


@pytest.mark.parametrize("rule", [NONE, AttributionRule.OFF_THE_RECORD])
def test_under_the_chatham_house_rule_nothing_is_known(rule: AttributionRule) -> None:
    assert Disclosure(two_sessions()).known(SADYKOVA, rule) is None


@pytest.mark.parametrize(
    "text",
    [
        "Write to a.sadykova@steppe.example.org for the figures.",
        "As Sadikova said, data must flow.",
        "As Sady kova said, data must flow.",
        "Die Sadykovas sehen es anders.",
        "The C.S.S. has measured it.",
        "The Malabar Trust has measured it.",
        "At Steppe Studies they measure it.",
        "We in Oral see the dust every spring.",
        "As I said this morning, dust has no passport.",
        "I have lived with the dust for thirty years.",
        "I agree with the previous speaker on dust.",
        "As a lawyer I see it otherwise.",
    ],
)
def test_a_protected_source_is_known_by_more_than_its_name(text: str) -> None:
    record = two_sessions(said(1, "a", text, "closed"), said(2, "b", "Yes.", "open"))
    assert not Disclosure(record).may_cite(record.passages[0])


@pytest.mark.parametrize(
    "text",
    [
        "I am against tolls on shared roads.",
        "The technical terms ought to be agreed in ISO and ITU.",
        "The African Union and Malaysia have shown that it can be done.",
        "Long studies of the steppe are rare.",
        "In May the dialogue should meet again.",
    ],
)
def test_protection_leaves_what_leads_to_nobody(text: str) -> None:
    union = Reference(id="r1", name="African Union", origin="gazetteer")
    record = replace(two_sessions(said(1, "a", text, "closed"), said(2, "b", "Yes.", "open")),
                     references=(union,))
    assert Disclosure(record).may_cite(record.passages[0])


def test_a_name_that_is_a_word_is_told_by_its_capital() -> None:
    will = replace(SADYKOVA, name="Will Long", other_labels=())
    record = replace(two_sessions(said(1, "a", "Yes.", "closed")), participants=(will, PILLAI))
    rule = Disclosure(record)
    assert rule.betrays("I agree with Will on tolls.")
    assert not rule.betrays("The tolls will take a long time.")
    assert rule.betrays("THE TOLLS ARE WHAT LONG ASKED FOR")


@pytest.mark.parametrize("text", ["陈教授 spoke first.", "我同意冬晓的意见", "陈冬晓先生"])
def test_a_chinese_name_is_found_without_spaces(text: str) -> None:
    chen = replace(SADYKOVA, name="陈冬晓", other_labels=())
    record = replace(two_sessions(said(1, "a", "Yes.", "closed")), participants=(chen, PILLAI))
    assert Disclosure(record).betrays(text)


def test_a_russian_name_is_found_in_every_case() -> None:
    tsvetkov = replace(SADYKOVA, name="Борис Цветков", other_labels=())
    record = replace(two_sessions(said(1, "a", "Yes.", "closed")), participants=(tsvetkov, PILLAI))
    assert Disclosure(record).betrays("Мы согласны с Цветковым.")


@pytest.mark.parametrize("name", ["sadykova_statement.docx", "StatementSadykova.pdf", "asadykova2.txt"])
def test_a_file_name_tells_no_protected_name(name: str) -> None:
    record = two_sessions(said(1, "a", "Yes.", "closed"))
    assert Disclosure(record).betrays_in_file_name(name)


@pytest.mark.parametrize("text", ["Write to asadykova@steppe.example.org.", "See steppe.example.org/~sadykova2"])
def test_an_address_is_searched_inside_its_words(text: str) -> None:
    assert Disclosure(two_sessions(said(1, "a", "Yes.", "closed"))).betrays(text)


def test_initials_that_are_a_word_do_not_silence_the_room() -> None:
    agency = replace(SADYKOVA, institution="World Agency for Steppes")
    record = replace(two_sessions(said(1, "a", "Yes.", "closed")), participants=(agency, PILLAI))
    assert Disclosure(record).betrays("The WAS has measured it.")
    assert not Disclosure(record).betrays("The dust was measured.")


def heard_twice(*texts: str) -> Record:
    """Sadykova is heard under her name and, in the closed session, without it."""
    opened = (said(n, "a", text, "open") for n, text in enumerate(texts, 2))
    return two_sessions(said(1, "a", "Data must flow.", "closed"), *opened)


@pytest.mark.parametrize(
    "text",
    ["As Ms Sadykova told us in the closed session, data must flow.",
     "Under the Chatham House Rule Sadykova put it better.",
     "In the second section Sadykova will say more."],
)
def test_an_open_sentence_does_not_say_who_was_in_the_closed_room(text: str) -> None:
    record = heard_twice(text)
    assert not Disclosure(record).may_cite(record.passages[1])
    assert Disclosure(heard_twice("As Ms Sadykova told us, data must flow.")).may_cite(
        heard_twice("As Ms Sadykova told us, data must flow.").passages[1])


def test_a_sentence_said_openly_as_well_is_not_cited_from_the_closed_room() -> None:
    record = heard_twice("Data must flow!")
    assert [Disclosure(record).may_cite(p) for p in record.passages] == [False, True]


def test_who_chaired_the_closed_room_is_listed_without_the_chair() -> None:
    record = heard_twice("Dust has no passport.")
    record = replace(record, participants=(replace(SADYKOVA, roles=(Role.SPEAKER, Role.CHAIR)), PILLAI),
                     sessions=(record.sessions[0], replace(record.sessions[1], chair=SADYKOVA.name)))
    rule = Disclosure(record)
    assert [p.roles for p in rule.nameable()] == [(Role.SPEAKER,)]
    assert rule.session(record.sessions[1]).chair is None
    assert Disclosure(record, list_published=True).session(record.sessions[1]).chair is None


def test_a_language_that_one_speaks_is_withheld() -> None:
    record = two_sessions(*(replace(said(n, "b", f"Ports {n} compete.", "open"), language="en") for n in (2, 3)),
                          replace(said(1, "a", "Andmed peavad liikuma.", "closed"), language="et"))
    assert [Disclosure(record).may_cite(p) for p in record.passages] == [True, True, False]


def test_the_facts_of_the_edition_name_nobody_protected() -> None:
    record = two_sessions(said(1, "a", "Yes.", "closed"), said(2, "b", "Ports compete.", "open"))
    record = replace(record, edition=replace(
        record.edition, title="In honour of Aigerim Sadykova", chair=SADYKOVA.name,
        attendance="experts from Kazakhstan and India", countries=("India", "Kazakhstan")),
        sessions=(record.sessions[0], replace(record.sessions[1], title="Ms Sadykova’s paper")))
    shown = Disclosure(record).edition()
    assert (shown.title, shown.chair, shown.attendance, shown.countries) == (None, None, None, ())
    assert Disclosure(record).session(record.sessions[1]).title == "Session 2"


def test_a_country_is_protected_whatever_the_list_calls_it() -> None:
    guest = Participant(id="c", name="Ayla Demir", country="Türkiye")
    record = replace(two_sessions(said(1, "c", "Turkey has built two dams.", "closed")),
                     participants=(guest, PILLAI))
    assert not Disclosure(record).may_cite(record.passages[0])

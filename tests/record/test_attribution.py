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

"""The facts of an edition, as a report words them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.viewpoints.published import Understood
from communique.viewpoints.published.dates import dates_in

Understand = Callable[[str], Understood]

_REPORT = """“Shared Rivers, Shared Futures”

On 14 May 2021, the 3rd international round table of the Lowland Water Forum was held at the Lake Institute \
for Applied Studies (LIAS) in virtual format. The theme of the forum was “Shared Rivers, Shared Futures”. \
Around 25 experts and scholars from Nepal, the Republic of Korea and Chile took part. The forum was attended \
online by diplomats and students.

The meeting was divided into two sections, on “water and trade” and “keepers and borders”. The River Water \
Forum series began long ago."""


def test_the_event_paragraph_gives_the_facts(understood: Understand) -> None:
    edition = understood(_REPORT).edition
    assert (edition.series, edition.number) == ("Lowland Water Forum", 3)
    assert (edition.title, edition.date) == ("Shared Rivers, Shared Futures", "2021-05-14")
    assert edition.place == "Lake Institute for Applied Studies (LIAS)"
    assert edition.hosts == ("Lake Institute for Applied Studies (LIAS)",)
    assert edition.online is True
    assert edition.countries == ("Nepal", "South Korea", "Chile")
    assert edition.attendance == "Around 25 experts and scholars"
    assert edition.audience == "diplomats and students"


def test_sessions_are_the_themes_in_quotation_marks(understood: Understand) -> None:
    assert [session.title for session in understood(_REPORT).sessions] == [
        "water and trade", "keepers and borders",
    ]


def test_what_a_report_does_not_say_is_empty(understood: Understand) -> None:
    edition = understood("Ada Musa, Rector of Hill University, said that rain is late.").edition
    assert (edition.series, edition.number, edition.date, edition.place) == (None, None, None, None)
    assert (edition.hosts, edition.countries, edition.online) == ((), (), None)


def test_organisers_are_hosts(understood: Understand) -> None:
    edition = understood(
        "The seminar was organized by the Institute of Rivers and the Ministry of Water of Peru on 2 June 2019."
    ).edition
    assert edition.hosts == ("Institute of Rivers", "Ministry of Water of Peru")


@pytest.mark.parametrize(("text", "first", "last"), [
    ("December 21, 2020", "2020-12-21", None),
    ("24 to 25 June 2009", "2009-06-24", "2009-06-25"),
    ("28-29 August 2023", "2023-08-28", "2023-08-29"),
    ("9th and 10th March, 2012", "2012-03-09", "2012-03-10"),
    ("Sept. 2, 2021", "2021-09-02", None),
    ("2017-05-14", "2017-05-14", None),
])
def test_dates_are_read_in_the_forms_of_reports(text: str, first: str, last: str | None) -> None:
    (when,) = dates_in(f"It met on {text}.")
    assert (when.first, when.last) == (first, last)


@pytest.mark.parametrize("text", ["June 2019", "32 May 2020", "2020-13-40", "in 1990", "resolution 1559"])
def test_what_is_no_full_date_is_none(text: str) -> None:
    assert dates_in(text) == []

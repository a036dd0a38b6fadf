"""How records and reports show themselves in a notebook."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.record.values import Edition, Participant, Record
from communique.report.values import Report, Section, SectionKind

OURS = {"article", "h4", "dl", "dt", "dd", "b", "bdi", "table", "thead", "tbody", "tr", "th", "td", "p"}


class Page(HTMLParser):
    """The elements and the words of a card, as a browser would take them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: set[str] = set()
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_a_card_tells_the_edition_and_who_took_part() -> None:
    record = Record(
        edition=Edition(title="Shared Waters", number=6, online=True, hosts=("Selat Institute",)),
        participants=(Participant(id="a", name="Noh Hye-rin", post="Professor"),),
    )
    words = Page(record._repr_html_()).words
    for expected in ("Shared Waters", "6", "yes", "Selat Institute", "Noh Hye-rin", "Professor"):
        assert expected in words


def test_facts_that_nobody_stated_are_not_shown() -> None:
    words = Page(Record()._repr_html_()).words
    assert "participants" in words and "place" not in words and "None" not in words


def test_a_record_without_participants_has_no_table() -> None:
    assert "table" not in Page(Record()._repr_html_()).elements


def test_a_long_list_is_cut_and_says_so() -> None:
    people = tuple(Participant(id=f"{n}", name=f"Person {n}") for n in range(53))
    page = Page(Record(participants=people)._repr_html_())
    assert page.elements.count("tr") == 51 and "and 3 more" in page.words


@pytest.mark.parametrize("name", [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</td></table><iframe>",
    "&lt;b&gt;", "' onmouseover='alert(1)",
])
def test_a_hostile_name_stays_a_name(name: str) -> None:
    record = Record(edition=Edition(title=name, hosts=(name,)),
                    participants=(Participant(id="a", name=name),))
    page = Page(record._repr_html_())
    assert set(page.elements) <= OURS and page.attributes <= {"style"}
    assert page.words.count(name) == 4


def test_a_name_cannot_turn_the_text_around_it() -> None:
    html = Record(edition=Edition(title="Report\u202egnp.exe"))._repr_html_()
    assert "\u202e" not in html and "<bdi>Report gnp.exe</bdi>" in html


@given(st.text(max_size=60))
def test_no_text_whatever_becomes_markup(text: str) -> None:
    record = Record(participants=(Participant(id="a", name=text, post=text),))
    page = Page(record._repr_html_())
    assert set(page.elements) <= OURS and page.attributes <= {"style"}


def test_a_reports_card_lists_its_sections() -> None:
    report = Report(title="R & D", sections=(
        Section(id="m", kind=SectionKind.METHOD, title="Method <i>"),))
    page = Page(report._repr_html_())
    assert "R & D" in page.words and "Method <i>" in page.words and "i" not in page.elements

"""Source, cue and content in sentences of our own."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.engines.language.english import EnglishParser
from communique.viewpoints.attributions import Attribution, attributions_of_text


def read(text: str, parser: EnglishParser) -> list[tuple[str, str, str]]:
    """Source, cue and content as words; the pieces of a role joined by " … "."""

    def words(spans: tuple[tuple[int, int], ...]) -> str:
        return " … ".join(text[start:end] for start, end in spans)

    return [
        (words(found.source), words(found.cue), words(found.content))
        for found in attributions_of_text(text, parser)
    ]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The minister said that the canal would reopen in May.",
            "The minister", "said", "that the canal would reopen in May",
        ),
        (
            "The canal will reopen in May, the minister said.",
            "the minister", "said", "The canal will reopen in May",
        ),
        (
            "Two harbours stayed empty all winter, according to the port authority.",
            "the port authority", "according to", "Two harbours stayed empty all winter",
        ),
        (
            "The delegates have never believed that the treaty works.",
            "The delegates", "have never believed", "that the treaty works",
        ),
        (
            "The union plans to appeal against the ruling.",
            "The union", "plans", "to appeal against the ruling",
        ),
        (
            "The mayor urged residents to leave the valley.",
            "The mayor", "urged", "residents to leave the valley",
        ),
        (
            "The senator sharply criticised the draft budget.",
            "The senator", "sharply criticised", "the draft budget",
        ),
        (
            "The coalition called for a review of the tariff.",
            "The coalition", "called for", "a review of the tariff",
        ),
        (
            "The governor is confident that the bridge will hold.",
            "The governor", "is confident", "that the bridge will hold",
        ),
    ],
)
def test_one_attribution_of_a_plain_sentence(
    text: str, source: str, cue: str, content: str, parser: EnglishParser
) -> None:
    assert read(text, parser) == [(source, cue, content)]


def test_a_quotation_takes_its_marks_and_what_goes_on_after_the_cue(parser: EnglishParser) -> None:
    text = "“We count boats, not promises,” said Marta Lindqvist. “Nobody else does.”"

    assert read(text, parser) == [
        ("Marta Lindqvist", "said", "“We count boats, not promises,” … “Nobody else does.”")
    ]


def test_only_the_outermost_attribution_stands(parser: EnglishParser) -> None:
    text = "The envoy said that the council believes that the river can be shared."

    assert [cue for _, cue, _ in read(text, parser)] == ["said"]


def test_what_is_inside_a_quotation_attributes_nothing_of_its_own(parser: EnglishParser) -> None:
    text = "“I think the minister wants a dam,” Mr Osei said."

    assert [source for source, _, _ in read(text, parser)] == ["Mr Osei"]


def test_a_participle_shares_the_subject_of_its_sentence(parser: EnglishParser) -> None:
    text = "The envoy left early, saying that the terms had changed."

    assert ("The envoy", "saying", "that the terms had changed") in read(text, parser)


def test_a_passive_is_attributed_to_its_agent(parser: EnglishParser) -> None:
    found = read("The plan was criticised by the farmers.", parser)

    assert found == [("the farmers", "was criticised", "The plan")]


def test_a_passive_report_without_an_agent_has_no_source(parser: EnglishParser) -> None:
    found = read("It was reported that the reservoir had burst.", parser)

    assert found == [("", "was reported", "that the reservoir had burst")]


@pytest.mark.parametrize(
    "text",
    [
        "The river froze in January.",
        "Ships waited for nine days outside the harbour.",
        "The bridge needs new bolts.",
    ],
)
def test_narration_attributes_nothing(text: str, parser: EnglishParser) -> None:
    assert read(text, parser) == []


def test_a_clause_between_commas_is_no_part_of_the_source(parser: EnglishParser) -> None:
    text = "Ana Ruiz, who had arrived late, said the vote was void."

    assert [source for source, _, _ in read(text, parser)] == ["Ana Ruiz"]


def test_a_name_before_a_post_is_part_of_the_source(parser: EnglishParser) -> None:
    text = "Dr. Park Ji-hoon, Vice President of the Han River Institute, agreed with this view."

    assert [source for source, _, _ in read(text, parser)] == [
        "Dr. Park Ji-hoon, Vice President of the Han River Institute,"
    ]


def test_a_view_belongs_to_whoever_holds_it(parser: EnglishParser) -> None:
    text = "In her view, the first step is to publish the readings."

    assert read(text, parser) == [
        ("her", "view", "the first step is to publish the readings")
    ]


def test_a_dateline_is_no_part_of_the_source(parser: EnglishParser) -> None:
    text = "GENEVA (Wire) — Ana Ruiz said the vote was void."

    assert [source for source, _, _ in read(text, parser)] == ["Ana Ruiz"]


def test_offsets_count_characters_of_the_whole_text(parser: EnglishParser) -> None:
    text = "𝔄 heading\n\nNothing happened.\nThe chair said that the hall was full."

    assert read(text, parser) == [("The chair", "said", "that the hall was full")]


def test_a_line_that_ends_in_a_colon_introduces_the_quoted_line_below(
    parser: EnglishParser,
) -> None:
    text = "The chair said:\n\n“The hall was full and nobody left before the vote.”"

    assert [source for source, _, _ in read(text, parser)] == ["The chair"]


def test_a_quoted_paragraph_goes_on_from_the_one_before(parser: EnglishParser) -> None:
    text = (
        "“We have waited for ten years,” said Ana Ruiz.\n"
        "“We shall not wait for another ten years.”\n"
        "The hall emptied."
    )

    ((source, _, content),) = read(text, parser)
    assert source == "Ana Ruiz"
    assert content.endswith("“We shall not wait for another ten years.”")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The gauge is broken and everybody knows it,” the engineer said.", "direct"),
        ("The engineer said that the gauge was broken.", "indirect"),
        ("The engineer supports the new gauge.", "other"),
    ],
)
def test_kinds(text: str, kind: str, parser: EnglishParser) -> None:
    assert [found.kind for found in attributions_of_text(text, parser)] == [kind]


WORDS = st.sampled_from(
    """the minister said that “ ” " '' , . : ; ( ) — and Ana who believes plan was criticised by
    according to reportedly it “ ” what to seems wants vote \n""".split(" ")
)


@settings(max_examples=60, deadline=None)
@given(words=st.lists(WORDS, max_size=40))
def test_roles_stay_inside_the_text_and_apart(words: list[str]) -> None:
    text = " ".join(words)

    for found in attributions_of_text(text, EnglishParser()):
        assert found.cue
        assert found.content
        assert 0 <= found.confidence <= 1
        assert _is_apart(found)
        for start, end in (*found.source, *found.cue, *found.content):
            assert 0 <= start < end <= len(text)


def _is_apart(found: Attribution) -> bool:
    spans = sorted((*found.cue, *found.content))
    return all(end <= start for (_, end), (start, _) in itertools.pairwise(spans))

"""Plain prose: paragraphs made whole, and only those that a page broke."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.record.errors import InputError
from communique.record.readers import plain
from communique.record.reading import Block, BlockKind
from communique.record.values import SourceKind

from .making import text


def blocks(content: str) -> list[tuple[str, str]]:
    return [(block.kind.value, block.view.text) for block in _read(content)]


def paragraphs(content: str) -> list[str]:
    return [words for kind, words in blocks(content) if kind == "paragraph"]


def _read(content: str) -> tuple[Block, ...]:
    return plain.read(text(content)).blocks


LONG = "Olumide Fashola, Rector of the Lagoon College, told the meeting that ports must open and"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (LONG, "that customs should follow."),
        ("Delegates described how the ministers of the", "Lagoon States had met in spring."),
        ("The guests, who had arrived the day before from the shore, thanked the World Trade",
         "Organization. The second part was opened at noon."),
        ("The text was adopted after long talks in which the chair (at the request of some",
         "Members of the bureau) had ruled twice. It was brief."),
        ("In the past year alone the secretariat counted visits by more than",
         "40 experts from nine states."),
        ("The floor was then given to the guest of honour, Gen.", "Halvorsen, who spoke on ice."),
    ],
)  # fmt: skip
def test_a_sentence_that_a_page_cut_in_two_is_whole_again(before: str, after: str) -> None:
    assert paragraphs(f"{before}\n\n{after}") == [f"{before} {after}"]
    assert paragraphs(f"{before}\n\f{after}") == [f"{before} {after}"]
    assert paragraphs(f"{before}\n\n7\n\n{after}") == [f"{before} {after}"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Ana Duarte attached great importance to the fund", "Bo Lindqvist, Director of the Sound Centre, said no."),
        ("Ana Duarte closed the meeting.", "Bo Lindqvist thanked her."),
        ("The meeting had two aims:", "to listen and to learn."),
        ("Excellencies, distinguished guests, dear colleagues from near and from very far away,",
         "It is good to see you."),
    ],
)  # fmt: skip
def test_a_paragraph_that_merely_lacks_its_stop_swallows_nobody(before: str, after: str) -> None:
    assert paragraphs(f"{before}\n\n{after}")[0] == before


def test_a_name_known_from_elsewhere_is_recognised_when_halved() -> None:
    whole = "The Lagoon Compact was signed. It binds eleven coastal states and their ports, large and small."
    halved = "Speakers from the shore and from the islands praised the many merits of the old Lagoon"

    assert paragraphs(f"{whole}\n\n{halved}\n\nCompact has outlived its makers.")[1] == (
        f"{halved} Compact has outlived its makers.")


def test_chinese_halves_are_joined_without_a_space() -> None:
    before, after = "林若海院长认为地区国家应当在平等和互利的基础上继续推进", "务实合作。会议圆满结束。"

    assert paragraphs(f"{before}\n\n{after}") == [before + after]


def test_a_joined_paragraph_still_knows_where_its_halves_stand() -> None:
    content = f"{LONG}\r\n\r\n\r\nthat customs should follow."
    block = _read(content)[0]
    at = block.view.text.index("customs")

    assert block.view.span() == (0, len(content))
    assert content[slice(*block.view.span(at, at + 7))] == "customs"
    assert content[slice(*block.view.span(0, len(LONG)))] == LONG


def test_the_running_header_between_two_halves_is_left_out_and_counted() -> None:
    page = "Strand Dialogue 2023 – Summary"
    content = (f"Report on the talks\n\n{LONG}\n\n{page}\n\nthat customs should follow. It was noon.\n\n"
               f"{page}\n\nThe chair closed the meeting.\n\nPage 3 of 9\n")
    reading = plain.read(text(content))

    assert [block.view.text for block in reading.blocks][1:] == [
        f"{LONG} that customs should follow. It was noon.", "The chair closed the meeting."]
    assert [(notice.code, notice.count) for notice in reading.notices] == [("page-furniture", 3)]
    assert reading.text == content


def test_headers_at_the_top_of_many_pages_are_no_headings() -> None:
    body = "The debate went on for an hour and touched on ice, ports and ships."
    pages = [f"Strand Dialogue\n\n{body} It was part {n}.\n\n- {n} -" for n in range(1, 5)]

    words = [block.view.text for block in _read("\f".join(pages))]

    assert words.count("Strand Dialogue") == 1
    assert "- 2 -" not in words


def test_a_heading_that_recurs_under_each_session_stays() -> None:
    content = "".join(f"Session {n}\n\nDiscussion\n\nMembers spoke of ice in the bay for an hour.\n\n" for n in (1, 2, 3))

    assert [words for _, words in blocks(content)].count("Discussion") == 3


@pytest.mark.parametrize("width", [60, 72, 100])
def test_hard_wrapped_lines_read_as_one_running_text(width: int) -> None:
    paragraph = (f"{LONG} that customs should follow. Speakers from the islands agreed with him at length. "
                 "They asked for time, for money, and for a second reading of the draft before the winter.")
    content = "\n\n".join(textwrap.fill(paragraph, width) for _ in range(3))

    assert paragraphs(content) == [paragraph] * 3


def test_lines_that_are_paragraphs_of_their_own_stay_apart() -> None:
    speakers = [f"{name} said that the {thing} of the bay should be left to those who live from it, and that "
                "nobody should decide for them without asking first what they need."
                for name, thing in (("Ana Duarte", "fish"), ("Bo Lindqvist", "ice"), ("Chloe Tan", "sand and the shells"))]

    assert paragraphs("\n".join(speakers)) == speakers


def test_a_word_broken_at_the_line_end_is_whole_and_a_compound_keeps_its_hyphen() -> None:
    content = ("The members of the group spoke at length about regional coopera-\n"
               "tion between ports, and about long-\n"
               "term plans for the many small har-\n"
               "bours of the northern coast.")

    words = paragraphs(content)[0]

    assert "cooperation between" in words
    assert "long-term plans" in words
    assert "harbours of" in words


@pytest.mark.parametrize(
    "heading",
    ["# Opening", "Opening\n=======", "**Opening**", "OPENING OF THE MEETING", "Session 1: Ice and ports",
     "Opening of the meeting", "第一节：开幕", "Сессия 2. Порты"],
)  # fmt: skip
def test_headings_are_told_from_prose(heading: str) -> None:
    content = f"Members met in the old customs house by the harbour.\n\n{heading}\n\n{LONG} that customs should follow."

    assert [kind for kind, _ in blocks(content)] == ["paragraph", "heading", "paragraph"]


def test_marks_of_emphasis_are_no_words() -> None:
    content = "## Report\n\n### **“Ice and *Ports*”**\n\nOn 3 May the *5th meeting* took place; 2 * 3 is six."

    assert blocks(content) == [("heading", "Report"), ("title", "“Ice and Ports”"),
                               ("paragraph", "On 3 May the 5th meeting took place; 2 * 3 is six.")]


def test_list_items_lose_their_bullets_and_initials_are_no_numbers() -> None:
    content = "Members asked for:\n- open ports,\n- fair fees;\n1. a fund\n\nA. Duarte closed the meeting."

    assert blocks(content) == [("paragraph", "Members asked for:"), ("item", "open ports,"), ("item", "fair fees;"),
                               ("item", "a fund"), ("paragraph", "A. Duarte closed the meeting.")]


def test_numbered_paragraphs_are_paragraphs_and_their_numbers_are_no_words() -> None:
    content = f"12. {LONG} that customs should follow.\n\n13. Ports"

    assert blocks(content) == [("paragraph", f"{LONG} that customs should follow."), ("item", "Ports")]


def test_one_long_line_does_not_change_how_a_text_is_wrapped() -> None:
    wrapped = textwrap.fill(f"{LONG} that customs should follow. " * 4, 70)
    content = f"{wrapped}\nSee also https://example.org/{'a' * 60}"

    assert paragraphs(content)[0].startswith(f"{LONG} that customs should follow. {LONG}")


def test_a_report_is_a_report_and_its_text_is_as_decoded() -> None:
    content = "Report\r\n\r\nThe meeting took place.\r\n"
    reading = plain.read(text(content))

    assert reading.kind is SourceKind.REPORT
    assert reading.text == content


def test_a_file_of_page_numbers_holds_no_text() -> None:
    with pytest.raises(InputError, match="no text"):
        plain.read(text("1\n\n2\n\n3\n"))


WORDS = st.sampled_from(
    ["The meeting took place.", "and so on", "Ana Duarte", "- item", "# Head", "Page 3", "7", "===", "“", "(of the",
     "Mr.", "coopera-", "tion", "港口合作", "。", "**bold**", "\f", "\n", "\n\n", "\r\n", " ", "   indented", "a.b.", "Excellencies,"])


@given(st.lists(WORDS, max_size=40).map(lambda parts: "".join(parts)))
def test_every_character_of_every_block_stands_where_its_view_says(content: str) -> None:
    try:
        found = _read(content)
    except InputError:
        return
    ends = 0
    for block in found:
        start, end = block.view.span()
        assert ends <= start < end <= len(content)
        ends = end
        for piece in block.view.pieces:
            assert len(piece.text) == piece.end - piece.start
            assert "".join(piece.text.split()) == "".join(content[piece.start : piece.end].split())


@given(st.lists(st.sampled_from(["Ana Duarte spoke of ice.", LONG, "that customs should follow.", "Ports"]), max_size=12))
def test_no_word_is_lost_but_page_furniture(parts: list[str]) -> None:
    content = "\n\n".join(parts)
    if not content:
        return
    reading = plain.read(text(content))
    left_out = sum(notice.count for notice in reading.notices if notice.code == "page-furniture")

    words = " ".join(block.view.text for block in reading.blocks)
    assert len(words.split()) == len(content.split()) - left_out * len("Ports".split())
    assert all(block.kind in BlockKind for block in reading.blocks)

"""Which sentences are chosen: what matters, once, within the budget, and whose they are."""

from __future__ import annotations

import time

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.viewpoints.selection import Line, Meeting, salience, select, shipped
from communique.viewpoints.selection.words import content_words, stem, words

MEETING = [
    Line("The ferry terminal should be rebuilt before the monsoon season begins next spring.", "Ito", 0),
    Line("Somebody left a blue umbrella near the door of the cloakroom downstairs today.", "Ito", 0),
    Line("Rebuilding the ferry terminal before the monsoon season costs nine million euros.", "Okafor", 1),
    Line("The ferry terminal should be rebuilt before the monsoon season begins next spring.", "Okafor", 1),
    Line("A new ferry timetable would bring workers from the islands to the terminal.", "Ito", 2),
    Line("Could we open a window in this room, it is rather warm here?", "Okafor", 3),
    Line("The fishing harbour needs its own cold store, because fish rots within hours there.", "Lund", 4),
    Line("Cold store prices fell by half, so fishermen on the harbour can share one.", "Lund", 4),
]


def test_what_everybody_speaks_of_comes_before_the_umbrella() -> None:
    worth = salience(MEETING)
    assert worth[0] > worth[1]
    assert 1 not in select(MEETING, words=40)


def test_the_same_sentence_is_not_chosen_twice_while_there_is_something_else() -> None:
    first_two = select(MEETING, words=26)[:2]
    assert set(first_two) != {0, 3}


def test_a_speakers_summary_holds_only_that_speakers_lines() -> None:
    assert set(select(MEETING, words=60, speaker="Lund")) <= {6, 7}
    worth = salience(MEETING, speaker="Lund")
    assert {i for i, score in enumerate(worth) if score} <= {6, 7}


def test_a_question_brings_what_answers_it_to_the_front() -> None:
    harbour = [Line(f"Berth {n} of the harbour needs dredging before the larger ships arrive.", "Ito", n) for n in range(80)]
    schools = [Line(f"School {n} in the valley wants its teachers paid in winter too.", "Lund", 80 + n) for n in range(80)]
    chosen = select(harbour + schools, words=40, query="What was said about paying teachers?")
    assert sum(place >= 80 for place in chosen[:3]) >= 2


def test_only_candidates_are_chosen() -> None:
    assert set(select(MEETING, words=100, candidates=[2, 4])) == {2, 4}


def test_favour_moves_a_line_up() -> None:
    assert select(MEETING, words=5, favour={1: 1.0}) == (1,)


def test_an_empty_meeting_gives_nothing() -> None:
    assert select([], words=50) == ()
    assert salience([]) == ()
    assert select(MEETING, words=50, speaker="nobody") == ()


def test_other_scripts_are_weighed_too() -> None:
    lines = [Line("海上走廊需要共同的安全规则和数据交换机制。", "陈", 0), Line("今天天气很好我们先休息一下然后再继续。", "陈", 1),
             Line("安全规则应当由沿岸国家共同制定并且公开。", "李", 2)]  # fmt: skip
    assert select(lines, words=1)[0] in {0, 2}


def test_a_long_round_table_takes_well_under_a_second() -> None:
    lines = [Line(f"{MEETING[i % 8].text} {i}", f"s{i % 20}", i // 3) for i in range(2300)]
    started = time.process_time()
    select(Meeting.of(lines), words=200)
    assert time.process_time() - started < 5  # 30,000 words; a guard against quadratic time only


def test_weights_are_small_and_complete() -> None:
    assert set(shipped().words) == set(shipped().pairs) == {"meeting", "speaker", "asked"}


def test_stems_merge_inflections_and_no_more() -> None:
    assert stem("stations") == stem("station")
    assert stem("planned") == stem("planning") == stem("plan")
    assert stem("policies") == stem("policy")
    assert stem("basis") == "basis"
    assert words("数据交换") == ["数据", "据交", "交换"]
    assert content_words("And so we should go to the port") == ["port"]


@given(st.lists(st.builds(Line, st.text(max_size=60), st.sampled_from("abc"), st.integers(0, 5)), max_size=12),
       st.integers(1, 60))  # fmt: skip
@settings(max_examples=150, deadline=None)
def test_choices_are_distinct_and_stop_at_the_budget(lines: list[Line], budget: int) -> None:
    chosen = select(lines, words=budget)
    assert len(set(chosen)) == len(chosen)
    assert set(chosen) <= set(range(len(lines)))
    before_last = sum(len(lines[i].text.split()) for i in chosen[:-1])
    assert before_last < budget

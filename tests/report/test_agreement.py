"""Agreement and difference: only what somebody says outright, and under nobody else's name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from communique.record.values import AttributionRule, Passage, Record
from communique.report.agreement import agreement_sections
from communique.report.values import Origin, SectionKind, sentences_of

from .making import ADA, BO, material, record, said, texts_of, told


def sides(made: Record) -> dict[SectionKind, list[str]]:
    return {s.kind: texts_of(s) for s in agreement_sections(material(made))}


def test_words_of_agreement_and_of_difference_stand_apart() -> None:
    found = sides(record(said(1, "I fully agree with Mr. Tveit on the beacons.", ADA),
                         said(2, "I do not agree with Dr. Lind about the price of tugs.", BO)))
    assert list(found) == [SectionKind.AGREEMENT, SectionKind.DIFFERENCE]
    assert found[SectionKind.AGREEMENT] == ["Dr. Ada Lind fully agrees with Mr. Tveit on the beacons."]
    assert found[SectionKind.DIFFERENCE] == ["Mr. Bo Tveit does not agree with Dr. Lind about the price of tugs."]


@pytest.mark.parametrize(
    "text",
    [
        "Every skerry should have a beacon, as every harbour has.",
        "Do you agree with Mr. Tveit on the beacons?",
        "If we agree on the beacons, the rest will follow.",
        "Nobody objected to the plan for the northern beacons.",
        "The reviewer must have the time and the power to disagree with it.",
        "Then we disagree less than I thought this morning.",
    ],
)
def test_likeness_questions_conditions_and_silence_are_neither(text: str) -> None:
    assert sides(record(said(1, text, ADA), said(2, "Every skerry should have a beacon.", BO))) == {}


def test_a_few_words_are_no_point() -> None:
    assert sides(record(said(1, "I agree entirely.", ADA))) == {}


def test_where_nobody_may_be_named_nobody_is_quoted_or_named() -> None:
    made = record(said(1, "I fully support the moratorium on new tugs.", ADA),
                  said(2, "Yeah so I, well, support, look, kind of the plan for beacons then.", BO),
                  attribution=AttributionRule.NONE)
    sentences = [s for section in agreement_sections(material(made)) for s in sentences_of(section)]
    assert sentences
    assert all(s.origin is Origin.REPORTED and s.participants == () for s in sentences)
    assert all(s.text.startswith("One participant") for s in sentences)


def test_what_was_off_the_record_is_neither() -> None:
    made = record(said(1, "I fully agree with Mr. Tveit on the beacons.", ADA,
                       attribution=AttributionRule.OFF_THE_RECORD))
    assert sides(made) == {}


def test_a_published_report_keeps_its_words() -> None:
    text = "Ada Lind agreed with Bo Tveit that beacons are cheap."
    assert sides(record(told(1, text, ADA))) == {SectionKind.AGREEMENT: [text]}


def test_a_stance_of_nobody_known_is_told_of_one_participant() -> None:
    lost: Passage = replace(said(1, "I fully agree with Mr. Tveit on the beacons."), speaker="iPad")
    assert sides(record(lost)) == {
        SectionKind.AGREEMENT: ["One participant fully agrees with Mr. Tveit on the beacons."]}

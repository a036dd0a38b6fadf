"""JSON: every value, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given

from communique.record.errors import InputError
from communique.report.values import Report
from communique.report.writers.json import parse, render

from . import samples
from .strategies import REPORTS


@given(REPORTS)
def test_what_is_written_reads_back_as_the_same_report(report: Report) -> None:
    assert parse(render(report), name="r.json") == report


def test_text_is_kept_exactly_controls_and_overrides_too() -> None:
    (sentence,) = (
        s for s in parse(render(samples.varied()), name="r").sentences() if s.id == "s20"
    )
    assert sentence.text == samples.OVERRIDE


@pytest.mark.parametrize(
    "data", [b"", b"{}", b"[1]", b'{"title": 3}', b"\xff\xfe", b'{"title":"a"']
)
def test_what_is_no_report_is_named_with_a_remedy(data: bytes) -> None:
    with pytest.raises(InputError, match=r"letter\.json.*communique report"):
        parse(data, name="letter.json")

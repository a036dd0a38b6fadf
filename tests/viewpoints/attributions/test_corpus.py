from __future__ import annotations

from pathlib import Path

import pytest

from communique.record.errors import InputError
from communique.viewpoints.attributions.corpus import Annotated, articles

TEXT = "Ana said it rained, and Ben agreed."
MARKS = """\
T1\tSource 0 3\tAna
T2\tCue 4 8\tsaid
T3\tContent 9 18;33 34\tit rained d
E1\tAttribution:T2 Source:T1 Cue1:T2 Content:T3
E2\tDiscuss:T2
E3\tAttribution:T2 Cue:T2
T4 Source 0 3 no tab
T5\tSource 30 99\tbeyond the end
"""


def make(folder: Path, **annotations: str) -> Path:
    for name in ("text", "attributions"):
        (folder / name).mkdir()
    (folder / "text" / "paper_one.txt").write_text(TEXT, encoding="utf-8")
    for annotator, marks in annotations.items():
        path = folder / "attributions" / f"paper_one_{annotator}.ann"
        path.write_text(marks, encoding="utf-8")
    return folder


def test_events_tie_spans_and_other_events_are_skipped(tmp_path: Path) -> None:
    (article,) = articles(make(tmp_path, abcd=MARKS))

    assert article.name == "paper_one"
    assert article.attributions == (
        Annotated(source=((0, 3),), cue=((4, 8),), content=((9, 18), (33, 34))),
    )


def test_lines_that_cannot_be_read_are_counted(tmp_path: Path) -> None:
    (article,) = articles(make(tmp_path, abcd=MARKS))

    assert article.malformed == 2


def test_the_first_annotator_counts(tmp_path: Path) -> None:
    (article,) = articles(make(tmp_path, beef="", abcd=MARKS))

    assert len(article.attributions) == 1


def test_an_article_without_marks_has_none(tmp_path: Path) -> None:
    (article,) = articles(make(tmp_path))

    assert article.attributions == ()


def test_a_folder_without_articles_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no articles"):
        list(articles(tmp_path))

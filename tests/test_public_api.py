"""What `import communique` offers, and what it costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

import communique


@pytest.mark.parametrize("name", communique.__all__)
def test_every_promised_name_is_there(name: str) -> None:
    assert getattr(communique, name) is not None
    assert name in dir(communique)


def test_an_unknown_name_is_refused_as_anywhere() -> None:
    with pytest.raises(AttributeError, match="no attribute 'summarise'"):
        communique.summarise  # noqa: B018


def test_importing_loads_none_of_the_parts() -> None:
    seen = "import sys, communique; print(*[m for m in sys.modules if m.startswith('communique.')])"
    done = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_values_load_without_parser_or_frame_library() -> None:
    seen = ("import sys; from communique import Record, Report, Style; Record()._repr_html_();"
            "print(*({'spacy', 'pandas', 'polars', 'typst', 'lxml'} & set(sys.modules)))")
    done = subprocess.run([sys.executable, "-c", seen], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []

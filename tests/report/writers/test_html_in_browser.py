"""The page as a browser runs it: its own script passes its own policy, and does what it says."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from communique.report.writers.html import render

from . import samples

BROWSER = shutil.which("chromium") or shutil.which("google-chrome")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(BROWSER is None, reason="needs Chromium to run the page's script"),
]
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')


def _run(folder: Path, page: bytes, *, width: int = 1280) -> LexborHTMLParser:
    (folder / "report.html").write_bytes(page)
    options = ("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--dump-dom")
    seen = subprocess.run(
        [str(BROWSER), *options, f"--user-data-dir={folder / 'profile'}", f"--window-size={width},900",
         "--disable-background-networking", (folder / "report.html").as_uri()],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    return LexborHTMLParser(seen.stdout)


def _after(folder: Path, actions: str, *, width: int = 1280) -> LexborHTMLParser:
    """The page once ``actions`` are done to it; they need the policy out of the way."""
    page = _POLICY.sub(b"", render(samples.varied()))
    done = f"<script>{actions}; document.body.dataset.focus = document.activeElement.id</script>"
    return _run(folder, page.replace(b"</body>", done.encode() + b"</body>"), width=width)


def test_our_script_runs_under_our_policy_and_no_other_does(tmp_path: Path) -> None:
    intruder = b"<script>document.title = 'broken into'</script></body>"
    page = _run(tmp_path, render(samples.varied()).replace(b"</body>", intruder))
    assert page.css("html.scripted")
    assert [node.text() for node in page.css("title")] == [samples.varied().title]


def test_a_click_on_a_sentence_shows_its_reasons_and_passages_beside_the_text(
    tmp_path: Path,
) -> None:
    page = _after(tmp_path, "document.querySelector('#s3').click()")
    (panel,) = page.css("body > #panel:not([hidden])")
    assert len(panel.css("article")) == 2
    assert "opening.vtt" in panel.text()
    assert "Ferries must run in winter" in panel.text()
    assert page.css("#s3.open")


def test_on_a_narrow_page_the_passages_open_below_the_paragraph(tmp_path: Path) -> None:
    page = _after(tmp_path, "document.querySelector('#s4').click()", width=500)
    (panel,) = page.css("p.block + #panel:not([hidden])")
    assert "“40” is in no cited passage" in panel.text()


def test_a_number_opened_by_keyboard_takes_the_focus_there_and_back(tmp_path: Path) -> None:
    opened = "const link = document.querySelector('#s3 .cite a'); link.focus(); link.click()"
    page = _after(tmp_path, opened)
    assert page.css("body[data-focus=panel-title]")
    escaped = "document.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape'}))"
    page = _after(tmp_path, f"{opened}; link.id = 'opener'; {escaped}")
    assert page.css("body[data-focus=opener]")
    assert page.css("#panel[hidden]")


def test_a_second_click_closes_the_passages_again(tmp_path: Path) -> None:
    page = _after(tmp_path, "document.querySelector('#s3').click(); document.querySelector('#s3').dispatchEvent(new MouseEvent('click', {bubbles: true, detail: 1}))")  # fmt: skip
    assert page.css("#panel[hidden]")
    assert not page.css(".s.open")


def test_a_sentence_of_the_secretariat_opens_nothing(tmp_path: Path) -> None:
    assert _after(tmp_path, "document.querySelector('#s1').click()").css("#panel[hidden]")

"""Everything that a published report holds, in every format: its words, and what lies behind them."""

from __future__ import annotations

import html
import zipfile
from pathlib import Path

import pypdfium2

from communique import api
from communique.report.values import Report


def everything(report: Report, folder: Path, *, formats: tuple[str, ...]) -> str:
    """All that can be read out of the files of ``report``: text, parts, metadata, outline."""
    return "\n".join(_published(report, folder / f"report.{suffix}") for suffix in formats)


def _published(report: Report, path: Path) -> str:
    api.write(report, path)
    if path.suffix == ".docx":
        return _parts(path)
    if path.suffix == ".pdf":
        return _of_pdf(path)
    return html.unescape(path.read_text("utf-8"))


def _parts(path: Path) -> str:
    with zipfile.ZipFile(path) as package:
        return "\n".join(f"{name}\n{html.unescape(package.read(name).decode())}" for name in package.namelist())


def _of_pdf(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
        outline = [mark.get_title() for mark in document.get_toc()]
        return "\n".join([*pages, *outline, str(document.get_metadata_dict())])

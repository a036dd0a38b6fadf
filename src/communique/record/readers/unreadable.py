"""Files that are no written record: told apart by their first bytes, each with its remedy."""

from __future__ import annotations

import re

from communique.record.errors import InputError

from .package import MAGIC, names_in, open_package, part
from .raw import RawFile

_SOUND = re.compile(
    rb"RIFF.{4}(?:WAVE|AVI )|OggS|fLaC|ID3|\xff[\xf2\xf3\xfa\xfb]|\x1aE\xdf\xa3|.{4}ftyp|FORM.{4}AIF"
    rb"|#!AMR|0&\xb2u\x8ef\xcf\x11|FLV\x01|\x00\x00\x01[\xb3\xba]|\xff[\xf0\xf1\xf8\xf9]",
    re.DOTALL,
)
_PICTURE = re.compile(
    rb"\x89PNG\r\n\x1a\n|\xff\xd8\xff|GIF8[79]a|BM.{4}\x00\x00\x00\x00|II\*\x00|MM\x00\*|RIFF.{4}WEBP|8BPS", re.DOTALL)
_ARCHIVE = re.compile(rb"Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\x1f\x8b\x08|BZh[1-9]|\xfd7zXZ\x00|\x28\xb5\x2f\xfd")
_NOTHING = b"\0 \t\r\n\f\v\x1a\xef\xbb\xbf\xff\xfe"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD = {".doc": "DOCX", ".xls": "XLSX or CSV", ".ppt": "PDF"}
_TRANSCRIPT = "Sound and video are not read yet: give a transcript (VTT, SRT, DOCX or JSON)."


def check_readable(raw: RawFile) -> None:
    """Raises :class:`InputError` for an empty file and for every known format that is not read."""
    if not raw.data.strip(_NOTHING):
        raise InputError("the file is empty", file=raw.name,
                         remedy="Check that the export or the copy was complete.")
    head = raw.data[:64]
    if _PICTURE.match(head):
        raise _refused(raw, "the file is a picture", "Recognise its text (OCR) and give that as TXT, DOCX or PDF.")
    if _SOUND.match(head):
        raise _refused(raw, "the file is sound or video", _TRANSCRIPT)
    if _ARCHIVE.match(head):
        raise _refused(raw, "the file is an archive of a kind that is not read", "Unpack it, or pack it as ZIP.")
    if head.startswith(b"{\\rtf"):
        raise _refused(raw, "the file is RTF, which is not read", "Save it as DOCX and give that.")
    if head.startswith(_OLE):
        raise _old_office(raw)
    if head.startswith(MAGIC):
        _check_packed(raw)


def _refused(raw: RawFile, problem: str, remedy: str) -> InputError:
    return InputError(problem, file=raw.name, remedy=remedy)


def _old_office(raw: RawFile) -> InputError:
    """Old Office files and password-protected new ones share one container."""
    if "EncryptedPackage".encode("utf-16-le") in raw.data:
        return _refused(raw, "the document is encrypted", "Open it with its password and save a copy without one.")
    better = _OLD.get(raw.suffix, "DOCX, XLSX or PDF")
    return _refused(raw, "the file is in the old binary Office format", f"Save it as {better} and give that.")


def _check_packed(raw: RawFile) -> None:
    names = names_in(raw.data)
    if "ppt/presentation.xml" in names:
        raise _refused(raw, "the file is a presentation, which is not read", "Export it as PDF and give that.")
    if "mimetype" in names:
        with open_package(raw.data, file=raw.name) as package:
            kind = part(package, "mimetype", file=raw.name) or b""
        if b"opendocument" in kind or b"epub" in kind:
            raise _refused(raw, "the file is an OpenDocument or EPUB, which is not read",
                           "Save it as DOCX or PDF and give that.")

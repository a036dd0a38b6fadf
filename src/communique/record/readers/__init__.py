"""Readers: from a file of any known kind to its text and structure."""

from .bundle import is_archive, read_file, read_sources
from .limits import DEFAULT, Limits
from .raw import RawFile
from .recognise import read_raw

__all__ = ["DEFAULT", "Limits", "RawFile", "is_archive", "read_file", "read_raw", "read_sources"]

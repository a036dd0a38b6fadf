"""Bodies, treaties, initiatives and mechanisms that passages name.

Known ones come from a gazetteer of our own; others are discovered from how the text writes them.
The long and the short form are one reference. Institutions of the participants themselves are not
references, unless the gazetteer knows them.
"""

from __future__ import annotations

from .finding import references
from .gazetteer import Entry, Name, gazetteer

__all__ = ["Entry", "Name", "gazetteer", "references"]

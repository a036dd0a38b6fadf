"""The sample edition that ``communique demo`` runs on: an invented forum, invented people.

Everything in it is our own text; docs/sample tells how it is made.
"""

from __future__ import annotations

from pathlib import Path

SAMPLE_EDITION = Path(__file__).parent / "halyard-6"
"""The folder of the sample edition, to be read as any edition's folder."""

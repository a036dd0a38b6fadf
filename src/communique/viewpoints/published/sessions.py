"""sessions"""
from __future__ import annotations
def sessions_of(parsed, people): return ()

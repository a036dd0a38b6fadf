"""Communique: from the record of a round table to a published, traceable report."""

__version__ = "0.1.0"

"""Parsers and language models behind the core's protocols."""

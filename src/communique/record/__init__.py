"""The record: who said what, when, in which source."""

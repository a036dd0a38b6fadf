"""From a record to a report."""

from __future__ import annotations

from collections.abc import Callable

from communique.engines.language.chat import ChatModel
from communique.engines.language.choosing import parser_for, tool_of
from communique.record.values import Record, Tool
from communique.report.draft import draft as draft_report
from communique.report.proposals import LanguageModel
from communique.report.style import Style
from communique.report.values import Report
from communique.viewpoints.parse import Parser


def draft(
    record: Record,
    *,
    style: Style | None = None,
    parser: Parser | None = None,
    model: LanguageModel | None = None,
    progress: Callable[[str], None] = lambda _: None,
) -> Report:
    """A report of ``record``: every sentence with its trace, nothing protected in it.

    ``parser`` replaces the packaged English one. ``model`` may propose wordings, which are used
    only where the cited passages bear them out.
    """
    parser = parser or parser_for("en")
    tools = [tool_of(parser)] if parser else []
    if model is not None:
        tools.append(Tool(name=model.name, version="as served", used_for="proposed wordings"))
    return draft_report(record, style=style or Style(), parser=parser, model=model, tools=tools,
                        progress=progress)


def language_model(url: str, name: str) -> ChatModel:
    """A model behind an OpenAI-compatible ``url``; its key is in ``COMMUNIQUE_MODEL_KEY``."""
    return ChatModel(url, name)

"""Any language model behind an OpenAI-compatible URL. Used only when its URL is given."""

from __future__ import annotations

import json
import os
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPException
from typing import Any
from urllib.parse import urlsplit

from communique.record.errors import InputError
from communique.report.proposals import ModelUnavailable

_LONGEST_REPLY = 1_000_000


@dataclass(frozen=True)
class ChatModel:
    """``url`` ends before ``/chat/completions``; the key comes from ``COMMUNIQUE_MODEL_KEY``.

    Asks at temperature 0 for output that follows a JSON schema; a service that does not know
    schemas answers as the instruction says. ``timeout`` is in seconds for one answer.
    """

    url: str
    name: str
    timeout: float = 120.0
    key: str | None = field(default_factory=lambda: os.environ.get("COMMUNIQUE_MODEL_KEY"), repr=False)

    def __post_init__(self) -> None:
        if urlsplit(self.url).scheme not in ("http", "https"):
            raise InputError("this is no http or https address", file=self.url,
                             remedy="Give the service's base address, such as http://localhost:8080/v1.")

    def answer(self, instruction: str, question: str, schema: Mapping[str, Any]) -> str:
        """The text of the model's answer. Raises :class:`ModelUnavailable`."""
        reply = self._post({
            "model": self.name,
            "temperature": 0,
            "messages": [{"role": "system", "content": instruction},
                         {"role": "user", "content": question}],
            "response_format": {"type": "json_schema",
                                "json_schema": {"name": "claims", "strict": True, "schema": schema}},
        })
        try:
            return str(reply["choices"][0]["message"]["content"])
        except (KeyError, IndexError, TypeError) as error:
            raise ModelUnavailable(f"{self.url} answered without a message") from error

    def _post(self, body: Mapping[str, Any]) -> Any:
        headers = {"Content-Type": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        request = urllib.request.Request(  # noqa: S310 - the scheme is checked above
            f"{self.url.rstrip('/')}/chat/completions", json.dumps(body).encode(), headers
        )
        try:
            with urllib.request.urlopen(request, timeout=self.timeout) as response:  # noqa: S310
                return json.loads(response.read(_LONGEST_REPLY))
        except (OSError, ValueError, HTTPException, RecursionError) as error:
            raise ModelUnavailable(f"{self.url} could not be asked ({error})") from error

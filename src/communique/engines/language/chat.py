"""Any language model behind an OpenAI-compatible URL. Used only when its URL is given.

What goes wrong is told in our own words: it ends as a flag in a report, where nothing that a
service said, and no key, may appear.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from http.client import HTTPException, HTTPResponse
from ipaddress import ip_address
from time import monotonic
from typing import Any
from urllib.error import HTTPError
from urllib.parse import SplitResult, urlsplit
from urllib.request import HTTPRedirectHandler, OpenerDirector, ProxyHandler, Request, build_opener

from communique.record.errors import InputError
from communique.report.answers import ModelUnavailable

_LONGEST_REPLY = 1_000_000
_CHUNK = 65_536
_REMEDY = ("Give the service's base address alone, such as http://localhost:8080/v1; "
           "a key goes into COMMUNIQUE_MODEL_KEY")


def _key_from_environment() -> str | None:
    return os.environ.get("COMMUNIQUE_MODEL_KEY", "").strip() or None


@dataclass(frozen=True)
class ChatModel:
    """``url`` ends before ``/chat/completions``; the key comes from ``COMMUNIQUE_MODEL_KEY``.

    Asks at temperature 0 for an answer of at most ``tokens`` that follows a JSON schema; a service
    that refuses such a request is asked again for plain text. ``timeout`` is in seconds, for a
    silence as for a whole reply. Raises :class:`InputError` for an address or a key that cannot be
    used.
    """

    url: str
    name: str
    timeout: float = 120.0
    tokens: int = 4000
    key: str | None = field(default_factory=_key_from_environment, repr=False)

    def __post_init__(self) -> None:
        if not _is_base_address(self.url):
            raise InputError("this cannot be the address of a language model",
                             file=self._place, remedy=_REMEDY)
        if self.key and not (self.key.isascii() and self.key.isprintable()):
            raise InputError("the key has characters that no key has", file="COMMUNIQUE_MODEL_KEY",
                             remedy="Copy the key again, on one line")

    def answer(self, instruction: str, question: str, schema: Mapping[str, Any]) -> str:
        """The text of the model's answer.

        Raises :class:`~communique.report.answers.ModelUnavailable`.
        """
        plain = {"model": self.name,
                 "messages": [{"role": "system", "content": instruction},
                              {"role": "user", "content": question}]}
        format_ = {"type": "json_schema",
                   "json_schema": {"name": "claims", "strict": True, "schema": schema}}
        exact = {"temperature": 0, "max_tokens": self.tokens, "response_format": format_}
        try:
            return self._content(self._post(plain | exact))
        except _Unprocessable:
            return self._content(self._post(plain))

    @property
    def _place(self) -> str:
        """The service without what an address may hide: an account, a query."""
        try:
            parts = urlsplit(self.url)
        except ValueError:
            return "the address"
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}"

    def _content(self, reply: Any) -> str:
        try:
            content = reply["choices"][0]["message"]["content"]
        except (KeyError, IndexError, TypeError):
            content = None
        if not isinstance(content, str):
            raise ModelUnavailable(f"{self._place} answered without a message")
        return content

    def _post(self, body: Mapping[str, Any]) -> Any:
        headers = {"Content-Type": "application/json"}
        if self.key:
            headers["Authorization"] = f"Bearer {self.key}"
        address = f"{self.url.rstrip('/')}/chat/completions"
        request = Request(address, json.dumps(body).encode(), headers)  # noqa: S310 - http only
        until = monotonic() + self.timeout
        try:
            with _opener(urlsplit(self.url)).open(request, timeout=self.timeout) as response:
                return json.loads(_read(response, until))
        except HTTPError as error:
            raise _refusal(error, self._place) from None
        except (OSError, ValueError, HTTPException, RecursionError) as error:
            raise ModelUnavailable(f"{self._place} {_told(error)}") from None


class _Unprocessable(ModelUnavailable):
    """The service does not take some part of the request."""


class _NoRedirects(HTTPRedirectHandler):
    """A redirect would carry the key and the passages to an address that nobody gave."""

    def redirect_request(self, *_: Any) -> None:
        return None


def _opener(address: SplitResult) -> OpenerDirector:
    """Through the machine's proxy, unless the service runs on this very machine."""
    proxies = ProxyHandler({}) if _is_loopback(address.hostname or "") else ProxyHandler()
    return build_opener(_NoRedirects, proxies)


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _is_base_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        named = bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        return False
    bare = url.isprintable() and " " not in url and not (parts.query or parts.fragment)
    return parts.scheme in ("http", "https") and named and bare and "@" not in parts.netloc


def _read(response: HTTPResponse, until: float) -> bytes:
    """The reply's body, unless it drips in past ``until`` or grows past all measure."""
    body = bytearray()
    while chunk := response.read1(_CHUNK):
        body += chunk
        if monotonic() > until:
            raise TimeoutError
        if len(body) > _LONGEST_REPLY:
            raise ValueError
    return bytes(body)


def _refusal(error: HTTPError, place: str) -> ModelUnavailable:
    error.close()
    kind = _Unprocessable if error.code in (400, 422) else ModelUnavailable
    return kind(f"{place} refused to answer (HTTP status {error.code})")


def _told(error: Exception) -> str:
    cause = getattr(error, "reason", error)
    if isinstance(cause, TimeoutError):
        return "did not answer in time"
    if isinstance(cause, OSError):
        return f"could not be reached ({cause.strerror or type(cause).__name__})"
    return "sent a reply that cannot be read"

"""A language model service on this machine, well-behaved and not."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from communique.engines.language.chat import ChatModel
from communique.record.errors import InputError
from communique.report.answers import ModelUnavailable

KEY = "sk-very-secret"
SCHEMA = {"type": "object"}


@dataclass
class Service:
    """What a service answers, and the requests that it got."""

    answers: Callable[[BaseHTTPRequestHandler], None]
    url: str = ""
    asked: list[tuple[str, dict[str, str], Any]] = field(default_factory=list)


Serve = Callable[[Callable[[BaseHTTPRequestHandler], None]], Service]


@pytest.fixture
def serve() -> Iterator[Serve]:
    servers: list[ThreadingHTTPServer] = []

    def begin(answers: Callable[[BaseHTTPRequestHandler], None]) -> Service:
        service = Service(answers)
        server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(service))
        servers.append(server)
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        service.url = f"http://127.0.0.1:{server.server_address[1]}/v1"
        return service

    yield begin
    for server in servers:
        server.shutdown()
        server.server_close()


def _handler(service: Service) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            service.asked.append((self.path, dict(self.headers), json.loads(body)))
            service.answers(self)

        def do_GET(self) -> None:
            service.asked.append((self.path, dict(self.headers), None))
            service.answers(self)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    return Handler


def send(
    handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, *,
    length: int | None = None, location: str | None = None,
) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", str(len(body) if length is None else length))
    if location is not None:
        handler.send_header("Location", location)
    handler.end_headers()
    handler.wfile.write(body)


def reply(content: object) -> bytes:
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


def saying(content: object) -> Callable[[BaseHTTPRequestHandler], None]:
    return lambda handler: send(handler, reply(content))


def model(service: Service, **options: Any) -> ChatModel:
    return ChatModel(service.url, "small", **({"key": KEY} | options))


def refusal(asked: ChatModel) -> str:
    with pytest.raises(ModelUnavailable) as caught:
        asked.answer("instruction", "question", SCHEMA)
    assert KEY not in repr(caught.value)
    assert caught.value.__cause__ is None
    return str(caught.value)


def test_the_answer_is_the_text_of_the_message(serve: Serve) -> None:
    assert model(serve(saying('{"claims": []} é'))).answer("i", "q", SCHEMA) == '{"claims": []} é'


def test_the_request_names_model_schema_and_both_messages(serve: Serve) -> None:
    service = serve(saying("x"))
    ChatModel(f"{service.url}/", "small", tokens=7, key=KEY).answer("do this", "with – this", SCHEMA)
    path, headers, body = service.asked[0]
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == f"Bearer {KEY}"
    assert [m["content"] for m in body["messages"]] == ["do this", "with – this"]
    assert (body["model"], body["temperature"], body["max_tokens"]) == ("small", 0, 7)
    assert body["response_format"]["json_schema"]["schema"] == SCHEMA


def test_without_a_key_no_authorisation_is_sent(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COMMUNIQUE_MODEL_KEY", raising=False)
    service = serve(saying("x"))
    ChatModel(service.url, "small").answer("i", "q", SCHEMA)
    assert "Authorization" not in service.asked[0][1]


def test_the_key_is_read_from_the_environment_without_its_line_break(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMUNIQUE_MODEL_KEY", f" {KEY}\n")
    service = serve(saying("x"))
    ChatModel(service.url, "small").answer("i", "q", SCHEMA)
    assert service.asked[0][1]["Authorization"] == f"Bearer {KEY}"


@pytest.mark.parametrize("status", [400, 422])
def test_a_service_that_knows_no_schema_is_asked_for_plain_text(serve: Serve, status: int) -> None:
    def picky(handler: BaseHTTPRequestHandler) -> None:
        exact = "response_format" in service.asked[-1][2]
        send(handler, b"unknown field" if exact else reply("plain"), status if exact else 200)

    service = serve(picky)
    assert model(service).answer("i", "q", SCHEMA) == "plain"
    assert service.asked[1][2].keys() == {"model", "messages"}


def test_a_bad_request_is_repeated_once_only(serve: Serve) -> None:
    service = serve(lambda handler: send(handler, b"", 400))
    assert "HTTP status 400" in refusal(model(service))
    assert len(service.asked) == 2


@pytest.mark.parametrize("status", [401, 403, 404, 429, 500, 503])
def test_a_refusal_tells_its_status_and_nothing_the_service_said(serve: Serve, status: int) -> None:
    def echoing(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status, f"no {KEY}")
        handler.send_header("Content-Length", str(len(KEY)))
        handler.end_headers()
        handler.wfile.write(KEY.encode())

    service = serve(echoing)
    assert f"HTTP status {status}" in refusal(model(service))
    assert len(service.asked) == 1


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/x", "data:,x", "/elsewhere"])
def test_redirects_are_not_followed(serve: Serve, status: int, target: str) -> None:
    service = serve(lambda handler: send(handler, b"", status, location=target))
    assert f"HTTP status {status}" in refusal(model(service))
    assert len(service.asked) == 1


def test_a_redirect_takes_the_key_to_no_other_host(serve: Serve) -> None:
    other = serve(saying("stolen"))
    service = serve(lambda handler: send(handler, b"", 302, location=f"{other.url}/chat/completions"))
    refusal(model(service))
    assert not other.asked


@pytest.mark.parametrize(
    "body",
    [b"", b"<html>", b"\xff\xfe", b"null", b"[]", b"{}", b'{"choices": []}', b'{"choices": [{}]}',
     b'{"choices": [{"message": null}]}', reply(None), reply(3), reply([{"text": "x"}]),
     b"[" * 100_000, b" " * 1_200_000 + reply("late")],
    ids=lambda body: f"{body[:20]!r} ({len(body)})",
)
def test_a_reply_that_is_none_is_told_so(serve: Serve, body: bytes) -> None:
    told = refusal(model(serve(lambda handler: send(handler, body))))
    assert "answered without a message" in told or "cannot be read" in told


def test_a_reply_cut_short_is_told_so(serve: Serve) -> None:
    whole = reply("x" * 500)
    cut = serve(lambda handler: send(handler, whole[:300], length=len(whole)))
    assert "cannot be read" in refusal(model(cut))


def test_a_connection_dropped_without_a_reply_is_told_so(serve: Serve) -> None:
    assert "could not be reached" in refusal(model(serve(lambda handler: None)))


def test_silence_ends_in_time(serve: Serve) -> None:
    done = threading.Event()

    def wait(handler: BaseHTTPRequestHandler) -> None:
        done.wait(10)

    service = serve(wait)
    assert "in time" in refusal(model(service, timeout=0.2))
    done.set()


def test_a_reply_that_drips_in_ends_in_time(serve: Serve) -> None:
    stop = threading.Event()

    def drip(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        handler.end_headers()
        try:
            while not stop.is_set():
                handler.wfile.write(b" ")
                time.sleep(0.02)
        except OSError:
            pass

    service = serve(drip)
    assert "in time" in refusal(model(service, timeout=0.3))
    stop.set()


def test_a_service_that_does_not_run_is_told_so() -> None:
    told = refusal(ChatModel("http://127.0.0.1:1/v1", "small", key=KEY))
    assert told == "http://127.0.0.1:1 could not be reached (Connection refused)"


def test_a_service_on_this_machine_is_not_asked_through_a_proxy(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = serve(saying("by proxy"))
    monkeypatch.setenv("http_proxy", proxy.url)
    monkeypatch.delenv("no_proxy", raising=False)
    assert model(serve(saying("direct"))).answer("i", "q", SCHEMA) == "direct"
    assert not proxy.asked


def test_a_service_elsewhere_is_asked_through_the_proxy(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy = serve(saying("by proxy"))
    monkeypatch.setenv("http_proxy", proxy.url)
    monkeypatch.delenv("no_proxy", raising=False)
    assert ChatModel("http://model.invalid/v1", "small").answer("i", "q", SCHEMA) == "by proxy"


@pytest.mark.parametrize(
    "url",
    ["", "localhost:8080", "file:///etc/passwd", "ftp://host/v1", "http://", "http:///v1",
     "http://host:port/v1", "http://host:99999/v1", "http://[::1/v1", "http://host/v1\r\nX: 1",
     "http://host/a b", f"http://user:{KEY}@host/v1", f"https://host/v1?key={KEY}",
     f"https://host/v1#{KEY}"],
)
def test_what_cannot_be_an_address_is_refused_without_showing_a_key(url: str) -> None:
    with pytest.raises(InputError) as caught:
        ChatModel(url, "small")
    assert KEY not in str(caught.value)


@pytest.mark.parametrize("key", [f"{KEY}\r\nX-Evil: 1", f"{KEY}…", f"{KEY}\x00"])
def test_a_key_that_is_none_is_refused_without_showing_it(key: str) -> None:
    with pytest.raises(InputError) as caught:
        ChatModel("http://127.0.0.1:1/v1", "small", key=key)
    assert KEY not in str(caught.value)


def test_the_key_is_not_shown() -> None:
    assert KEY not in repr(ChatModel("http://127.0.0.1:1/v1", "small", key=KEY))

"""What a language model's answer must look like before anybody reads what it says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from communique.record.errors import CommuniqueError
from communique.record.values import Passage

_LONGEST_ANSWER = 40_000
_MOST_CLAIMS = 40


class ModelUnavailable(CommuniqueError):
    """A language model could not be reached, or did not answer as asked."""


class Claim(msgspec.Struct, frozen=True):
    """One sentence that a model proposes, and the ids of the passages it says it rests on."""

    claim: str
    cited: tuple[str, ...]


class _Answer(msgspec.Struct, frozen=True):
    claims: tuple[Claim, ...]


def answer_schema(passages: Sequence[Passage]) -> dict[str, Any]:
    """The JSON schema of an answer about ``passages``: no other id can be cited."""
    cited = {"type": "array", "minItems": 1, "maxItems": len(passages),
             "items": {"type": "string", "enum": [p.id for p in passages]}}
    claim = _object(claim={"type": "string"}, cited=cited)
    most = min(len(passages), _MOST_CLAIMS)
    return _object(claims={"type": "array", "minItems": 1, "maxItems": most, "items": claim})


def claims_of(answer: str) -> tuple[Claim, ...]:
    """The distinct claims of a model's answer, white space put in order.

    Prose or a code fence around the JSON is passed over. Raises :class:`ModelUnavailable` when the
    answer is not what was asked for; too many claims are refused whole, never cut short.
    """
    if len(answer) > _LONGEST_ANSWER:
        raise ModelUnavailable("the model's answer is too long to be one")
    try:
        inner = answer[answer.find("{") : answer.rfind("}") + 1]
        claims = msgspec.json.decode(inner.encode(), type=_Answer).claims
    except (msgspec.DecodeError, UnicodeError, RecursionError) as error:
        raise ModelUnavailable(f"the model's answer is not the JSON asked for ({error})") from error
    if len(claims) > _MOST_CLAIMS:
        raise ModelUnavailable(f"the model's answer makes {len(claims)} claims, which is too many")
    distinct: dict[str, Claim] = {}
    for claim in claims:
        text = " ".join(claim.claim.split())
        distinct.setdefault(text, Claim(text, claim.cited))
    return tuple(distinct.values())


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties),
            "additionalProperties": False}

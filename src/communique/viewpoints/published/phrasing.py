"""Who speaks by the order of words, where the parse fails: "X, post, in his speech, said", "said X"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.viewpoints.parse import Token

from .grammar import is_quoted
from .mentions import Mention
from .prose import Sentence
from .vocabulary import reporting_verbs

_SKIPPED = re.compile(
    r"\s*,?\s*(?:\(|\b(?:in|on|at|during|speaking|addressing|while|who|which|also|for|as|via|joining|delivering|representing|through|"
    r"from|under|facilitating|moderating|chairing|opening|noting|recalling|on behalf|to|quoting|responding|participating|presenting|"
    r"sharing|drawing|citing|referring|with|after|before|meanwhile|however|too|introducing|welcoming|concluding|attending|"
    r"expressing|commenting)\b)",
    re.IGNORECASE,
)


def verb_after(sentence: Sentence, mention: Mention, mentions: Sequence[Mention]) -> int | None:
    text = sentence.paragraph.text
    if is_oblique(text, mention):
        return None
    at = mention.right
    for _ in range(4):
        skipped = _SKIPPED.match(text, at, sentence.end)
        if skipped is None:
            break
        comma = text.find(",", skipped.end(), sentence.end)
        bracket = skipped[0].endswith("(")
        at = text.find(")", at, sentence.end) + 1 if bracket else comma
        if at <= 0:
            return None
    if any(mention.right < other.left < at for other in mentions if other is not mention):
        return None
    return _finite_from(sentence, at)


def is_oblique(text: str, mention: Mention) -> bool:
    """Whether what stands before the name makes it an object ("by X", "of X", "with X")."""
    before = text[max(0, mention.left - 24) : mention.left].casefold().rstrip()
    return bool(re.search(r"\b(?:by|of|with|between|from|about|like|including|than|for|to|quoting|behalf of|such as|via|alongside|beside|after|under|against)(?: the)?$", before))


def _finite_from(sentence: Sentence, at: int) -> int | None:
    """The finite reporting verb that follows ``at`` after at most commas, adverbs and auxiliaries."""
    first, _ = sentence.paragraph.tokens_in(at, sentence.end)
    tokens = sentence.paragraph.parsed.tokens
    for index, token in enumerate(tokens[first : first + 6], start=first):
        if token.start >= sentence.end or is_quoted(sentence, token):
            return None
        if token.lemma in reporting_verbs() and token.tag in ("VBD", "VBZ", "VBP", "VBN", "NNS") and not token.text.istitle():
            return index if token.tag != "NNS" or token.text.endswith("s") else None
        if token.pos not in ("PUNCT", "ADV", "AUX", "PART", "SPACE") and token.tag not in ("MD", "RB"):
            return None
    return None


def verb_before(sentence: Sentence, mention: Mention) -> int | None:
    """"..., said X": a reporting verb right before the name, past a comma or a quotation."""
    tokens = sentence.paragraph.parsed.tokens
    first, last = sentence.paragraph.tokens_in(max(sentence.start, mention.left - 30), mention.left)
    for index in range(last - 1, first - 1, -1):
        token = tokens[index]
        if token.pos in ("SPACE", "DET", "ADV"):
            continue
        inverted = token.tag in ("VBD", "VBZ", "VBN") and token.lemma in reporting_verbs()
        before = sentence.paragraph.text[sentence.start : token.start].rstrip()
        if inverted and (before.endswith((",", "”", '"', "’", "?", "!", "»")) or before == ""):
            return index
        return None
    return None


REMARKS_BY = re.compile(r"\b(?:reply|response|rebuttal|objection|question|comment|intervention|remarks?|address|speech|statements?|presentations?|lecture|talk|keynote|message|paper)\s+(?:was\s+)?(?:delivered\s+|given\s+|made\s+)?(?:by|from|of)\s+$", re.IGNORECASE)


def participle_after(sentence: Sentence, mention: Mention) -> Token | None:
    """"remarks by X, emphasizing ...": what X says in them."""
    first, last = sentence.paragraph.tokens_in(mention.right, sentence.end)
    following = [t for t in sentence.paragraph.parsed.tokens[first : min(last, first + 4)] if t.pos != "PUNCT"]
    if following and following[0].text.casefold() == "who":
        following = following[1:]
    token = following[0] if following else None
    spoken = token is not None and token.lemma in reporting_verbs() and token.tag in ("VBG", "VBD", "VBZ")
    return token if spoken else None

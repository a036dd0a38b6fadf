"""What a sentence of a transcript does: hold a view, keep the meeting going, or speak for all.

Courtesies, handing over the floor, microphones and minutes are nobody's views; so are one-word
answers. A sentence that opens with thanks and goes on to a statement is left a view: losing what
somebody said is worse than keeping a courtesy.
"""

from __future__ import annotations

import re
from dataclasses import replace

from communique.record.values import Passage, Record, SourceKind, Voice
from communique.viewpoints.selection.words import content_words
from communique.viewpoints.spoken import opened, tidy, unaddressed

_SPOKEN = frozenset(
    {SourceKind.TRANSCRIPT, SourceKind.CAPTIONS, SourceKind.CHAT, SourceKind.STATEMENT}
)
_I = r"(?:I|we|let me|allow me to|may I)(?:'d| would| should)?(?: like to| want to| wish to| also| just| first| now| will| shall| can| must)*"
_WARMTH = r"pleased|delighted|hono[u]?red|glad|grateful|happy|privileged|proud|sorry"
_FLOOR = (
    r"(?:many |my )?(?:sincere )?(?:thanks|thank you)\b(?!.{25,}\b(?:must|should|need|believe|think|propose)\b)",
    rf"{_I} (?:to )?(?:thank|congratulate|welcome (?:you|all|everyone|our|the (?:guests|participants|speakers))|greet|apologi[sz]e|express (?:my|our) (?:thanks|gratitude|appreciation))\b(?!.{{40,}}\b(?:but|must|should)\b)",
    r"(?:good (?:morning|afternoon|evening|day)|hello|hi|welcome|greetings|dear (?:colleagues|friends|participants)|excellencies|ladies and gentlemen)\b",
    rf"(?:I am|I'm|we are|it is|it's|it gives me) (?:very |so |truly |deeply |a great |great |my |an |a )*(?:{_WARMTH}|pleasure|hono[u]?r|privilege)\b(?! that\b)(?!.{{60,}})",
    r"(?:I am|I'm|my name is) (?-i:[A-Z]\S+ [A-Z])",
    r".{0,60}\b(?:the floor is yours|you have the floor|take the floor|floor to|over to you|back to you|hand (?:it )?over to|give the floor|go ahead(?=[,.!]|$)|you may (?:begin|start|speak))",
    r".{0,60}\b(?:on mute|unmute|your (?:microphone|mic|camera|screen)|my (?:screen|microphone|slides?|mic|camera)|hear (?:me|us|you)\b|see my|next slide|(?:bad|lost) (?:the )?connection|(?:bad|lost) (?:line|sound))",
    r"(?:the |our )?(?:next|first|second|third|last|final) (?:speaker|presenter|question|intervention) (?:is|comes|will be|on the list)\b",
    r"(?:now I have|then|(?:the )?next(?: is)?|the (?:first|second|third|fourth|last)(?: listed)?(?: speaker)? (?:is|takes part)|I (?:now )?turn to|we come to) (?:(?:mr|ms|mrs|dr|prof|ambassador|h\.e)\b|professor|the (?:closing|opening|end|discussion|questions))",
    r"(?:(?:mr|ms|mrs|dr|prof)\.|professor|ambassador|h\.e\.) (?-i:(?:[A-Z][\w’'-]+[, ]*){1,4})(?:retired,? )?(?:of|from|director|head|senior|professor|president|adviser|fellow|secretary)\b(?!.*\b(?:is|are|was|has|have|had|will|would|can|could|should|must|said|says|(?!retired)\w+ed)\b)",
    r"(?:the|our) (?:next|last|first|second|third) (?:listed )?speaker\b",
    r".{0,60}\b(?:will take|take some|have time for|open the floor for) (?:a few |some |two |three )?questions",
    r"(?:(?:I|we) (?:now |will |shall |would like to |can |then )*(?:move|turn|go|proceed|come back|return) (?:now |on )*to (?:the |our )?(?:next|second|third|last|other|questions?|discussion|agenda|item|section|session|floor)|let us (?:now )?(?:begin|start|move on|turn|break|resume|proceed|hear|close|continue)\b)",
    r"(?:I|we)(?: now| would like to| will| shall)* (?:invite|call (?:up)?on|give the floor)\b.{0,80}\b(?:to (?:speak|take|present|deliver|open|respond|comment)|floor|next|please)",
    r".{0,60}\b(?:(?:one|two|three|four|five|six|seven|eight|nine|ten|\d+) minutes?(?: left| remaining|,? please| each|\.$)|time is up|running (?:late|out of time)|short of time|keep to (?:the|your) time|out of time|to wrap up|please (?:be brief|conclude))",
    r".{0,40}\b(?:(?:meeting|session|section|sitting) (?:is|was|stands) (?:now )?(?:open|closed|adjourned|suspended|resumed)|(?:declare|call) (?:the|this) (?:meeting|session)|(?:coffee|short|lunch) break|recording (?:has )?(?:started|stopped|is on))",
    r".{0,40}\bquestions? (?:from the (?:online )?audience )?(?:go(?:es)? (?:in|to)|in the (?:chat|box))",
    r"(?:this|the) (?:section|session|meeting|part) is (?:on|off|under) the (?:record|chatham)",
    r"(?:any (?:other )?(?:questions|comments|remarks)|(?:are|is) there any|does (?:anyone|anybody)|would anyone|who (?:else )?(?:would like|wants) to)\b",
    r"(?:please (?:mute|speak|wait|continue|go|keep|note that the (?:session|meeting)))\b",
    r"(?:sorry about that|excuse me|i beg your pardon|one moment|just a (?:moment|second)|can we (?:start|begin)|shall we (?:start|begin))\b",
    r"(?:I|we) will be (?:short|brief|quick)\b",
    r".{0,60}\b(?:(?:I|we) (?:see|saw|have seen) (?:your|a|two|three|many|several) hands?\b|(?:one|two|three|four|more) (?:more )?(?:speakers?|hands?) (?:first|on (?:my|the) list|left))",
    r".{0,60}\b(?:(?:asked|asks) for (?:the floor|the same|a right of reply)|(?:on|in) (?:my|the) list of speakers|right (?:to come back|of reply) (?:later|now|at the end))",
    r"(?:as (?:the )?chair,? I (?:now )?(?:will|would) )?(?:remind|let me remind) (?:you|speakers|everyone) (?:of|that) (?:the )?(?:rules?|time)",
    # Thanks, greetings and giving the floor in other working languages.
    r"(?:спасибо|благодарю|уважаемые|здравствуйте|добр(?:ый|ое) (?:день|утро|вечер)|слово (?:предоставляется|имеет))",
    r"(?:谢谢|感谢主席|大家好|各位|下面请|有请|请.{0,12}发言)",
    r"(?:merci|bonjour|gracias|muchas gracias|buenos d[ií]as|buenas tardes|danke|vielen dank|guten (?:morgen|tag)|obrigad[oa]|teşekkür)\b",
)  # fmt: skip
_FLOOR_RE = tuple(re.compile(pattern, re.IGNORECASE) for pattern in _FLOOR)
_STANCE = re.compile(r"\b(?:agree|disagree|support|oppose|object|against|favou?r|accept|reject|yes we|no)\b", re.IGNORECASE)
_COLLECTIVE = re.compile(
    r"(?:we all agree\b|(?:all|most) (?:of us|speakers|participants|delegations|members) (?:agree|accept|support|recogni[sz]e)"
    r"|(?:the )?(?:meeting|round table|participants|speakers|group|room|section) (?:has |have )?(?:agree[ds]?|conclude[ds]?|decide[ds]?)\b"
    r"|there (?:is|was|seems to be|appears to be) (?:a |an )?(?:\w+ )?(?:agreement|consensus)\b(?! (?:on|about) nothing)|it (?:is|was) agreed\b)",
    re.IGNORECASE,
)
_SHORTEST_VIEW = 3
# Chinese, Japanese and Thai part no words; two characters are about one.
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


def voice_of(text: str) -> Voice:
    """``view``, ``floor`` or ``collective`` for one sentence of a transcript.

    A question about the subject is a view; one that keeps the meeting going ("Can you hear me?")
    is floor.
    """
    said = opened(unaddressed(tidy(text).text))
    if any(pattern.match(said) for pattern in _FLOOR_RE):
        return Voice.FLOOR
    if not content_words(said) or _length(said) < _SHORTEST_VIEW:
        return Voice.VIEW if _STANCE.search(said) else Voice.FLOOR
    return Voice.COLLECTIVE if _COLLECTIVE.match(said) else Voice.VIEW


def _length(said: str) -> int:
    """In words, about."""
    return len(said.split()) + len(_UNSPACED.findall(said)) // 2


def is_question(text: str) -> bool:
    """Whether the sentence asks, in any script."""
    return text.rstrip("”\"'’»」』) ").endswith(("?", "？", "؟"))


def hear(record: Record) -> tuple[Passage, ...]:
    """The record's passages; those that were spoken, each with its voice."""
    spoken = {source.id for source in record.sources if source.kind in _SPOKEN}
    return tuple(
        replace(passage, voice=voice_of(passage.text))
        if passage.source in spoken and passage.voice is Voice.VIEW
        else passage
        for passage in record.passages
    )

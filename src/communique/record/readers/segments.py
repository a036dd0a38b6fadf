"""Segments of recognised speech, whoever recognised it: what JSON transcripts have in common."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .timecodes import seconds

Json = object

_TEXT = ("text", "transcript", "content", "sentence", "utterance", "punctuated_word", "word", "value", "caption")
_SPEAKER = ("speaker", "speaker_name", "speakerName", "speaker_label", "speakerTag", "speakerLabel",
            "speaker_id", "speakerId", "participant")
_START = ("start", "start_time", "startTime", "startOffset", "ts", "begin", "from", "offset")
_END = ("end", "end_time", "endTime", "endOffset", "end_ts", "to")


@dataclass(frozen=True, slots=True)
class Segment:
    text: str
    speaker: str | None = None
    start_at: float | None = None
    end_at: float | None = None


def mappings(value: Json) -> list[Mapping[str, Json]]:
    """The objects in a JSON list; nothing when it is no list of objects."""
    return [one for one in value if isinstance(one, Mapping)] if isinstance(value, list) else []


def inner(value: Json, *keys: str) -> Json:
    """The value below ``keys``, None as soon as one is missing."""
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def segment(item: Mapping[str, Json], *, unit: float = 1.0) -> Segment | None:
    """One object with words in it; ``unit`` is what its numbers count, in seconds."""
    text = next((found for key in _TEXT if isinstance(found := item.get(key), str)), None)
    if text is None:
        return None
    return Segment(text.strip(), speaker_of(item), _time(item, _START, unit), _time(item, _END, unit))


def speaker_of(item: Mapping[str, Json]) -> str | None:
    """The speaker's label as written; services that number them are given a word for it."""
    for key in _SPEAKER:
        value = item.get(key)
        if isinstance(value, bool) or value is None or value == "":
            continue
        if isinstance(value, (int, float)):
            return None if key == "speakerTag" and not value else f"Speaker {int(value)}"
        if isinstance(value, str):
            return value.strip() or None
        if isinstance(value, Mapping):
            name = value.get("name")
            return name.strip() if isinstance(name, str) and name.strip() else speaker_of(value)
    return None


def phrases(words: Sequence[Segment], fallback: str | None = None) -> Iterator[Segment]:
    """Words joined while one person speaks; a word without a speaker goes with the one before it."""
    run: list[Segment] = []
    speaker = next((word.speaker for word in words if word.speaker), fallback)
    for word in words:
        if run and word.speaker not in (None, speaker):
            yield joined(run, speaker)
            run = []
        speaker = word.speaker or speaker
        run.append(word)
    if run:
        yield joined(run, speaker)


def joined(words: Sequence[Segment], speaker: str | None) -> Segment:
    starts = [word.start_at for word in words if word.start_at is not None]
    ends = [word.end_at for word in words if word.end_at is not None]
    return Segment(sentence(word.text for word in words), speaker,
                   starts[0] if starts else None, ends[-1] if ends else None)


def sentence(words: Iterable[str]) -> str:
    """Words with spaces between them, except before marks and between Chinese or Japanese ones."""
    text = ""
    for word in words:
        close = not text or word[:1] in ".,!?;:%…)]}，。！？；：、" or (_is_wide(text[-1]) and _is_wide(word[:1]))
        text += word if close else f" {word}"
    return text


def _is_wide(character: str) -> bool:
    return "\u3000" <= character <= "\u30ff" or "\u3400" <= character <= "\u9fff"


def _time(item: Mapping[str, Json], keys: Sequence[str], unit: float) -> float | None:
    for key in keys:
        value = item.get(key)
        if isinstance(value, str):
            value = _number(value)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and value >= 0:
            return round(float(value) * unit, 6)
    return None


def _number(text: str) -> float | None:
    """ "1.5", "1.500s" and "00:00:01.500" are all the same time."""
    bare = text.strip().removesuffix("s")
    try:
        return seconds(bare) if bare else None
    except ValueError:
        return None

"""JSON of speech recognition: Whisper and WhisperX, Deepgram, AssemblyAI, AWS, Google, Rev, and kin.

No key is relied upon: words may lack times or speakers, segments may lack words. ``Reading.text`` is
the running text, one line a segment, for JSON itself is nothing to cite. Speakers stay labelled as
written (SPEAKER_00): who they are is not for a reader to say.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from communique.record.errors import InputError
from communique.record.reading import Reading
from communique.record.view import Piece

from .cleaning import cleaned
from .raw import RawFile
from .segments import Json, Segment, inner, mappings, phrases, segment, speaker_of
from .tally import Tally
from .voices import Line, count_outros, kind_of, turns_of

_HINT = re.compile(
    r'"(?:segments|utterances|channels|alternatives|transcripts?|monologues|meeting_transcripts|words|items'
    r'|audio_segments|speaker(?:_\w+|[A-Z]\w+)?|text)"\s*:'
)
_LANGUAGES = ("language", "language_code", "detected_language", "languageCode")
_ISO = re.compile(r"[a-z]{2,3}(?=$|[-_])")


def recognises(raw: RawFile) -> bool:
    start = raw.text.lstrip("\ufeff \t\r\n")[:1]
    if start not in ("{", "[") or not _HINT.search(raw.text):
        return False
    try:
        return bool(_segments(_loaded(raw))[1])
    except InputError:
        return _DAMAGED.match(raw.text) is not None


def read(raw: RawFile) -> Reading:
    """Raises :class:`InputError` when the JSON is damaged or holds no speech."""
    data = _loaded(raw)
    name, segments = _segments(data)
    if not segments:
        raise InputError("the JSON holds no speech that is known here", file=raw.name, place="line 1",
                         remedy="Export the transcript as VTT, SRT or text instead.")
    text = "\n".join(one.text for one in segments)
    tally = Tally(text)
    lines = list(_lines(segments, tally))
    _tell_missing(segments, tally)
    count_outros(lines, tally)
    turns = turns_of(lines)
    return Reading(kind=kind_of(turns), format=name, text=text, turns=turns, language=_language(data),
                   notices=tally.notices())


def _loaded(raw: RawFile) -> Json:
    try:
        loaded: Json = json.loads(raw.text.lstrip("\ufeff"), parse_constant=lambda name: None)
    except json.JSONDecodeError as error:
        raise InputError(f"the JSON is damaged or cut off ({error.msg})", file=raw.name,
                         place=f"line {error.lineno}, column {error.colno}",
                         remedy="Export or copy the file again.") from error
    except (RecursionError, ValueError) as error:
        raise InputError("the JSON is nested without end or holds impossible numbers", file=raw.name, place="line 1",
                         remedy="Export the transcript again, or as VTT.") from error
    return loaded


def _segments(data: Json) -> tuple[str, list[Segment]]:
    """The first dialect that finds words, and its segments."""
    for name, dialect in _DIALECTS:
        found = [one for one in dialect(data) if one.text]
        if found:
            return name, found
    return "speech-json", []


def _deepgram(data: Json) -> Iterator[Segment]:
    channels = mappings(inner(data, "results", "channels"))
    utterances = mappings(inner(data, "results", "utterances"))
    if utterances:
        yield from _phrased(utterances)
        return
    spoken = [one for number, channel in enumerate(channels) for one in _channel(channel, number, len(channels))]
    yield from sorted(spoken, key=lambda one: one.start_at or 0.0) if len(channels) > 1 else spoken


def _channel(channel: Mapping[str, Json], number: int, channels: int) -> Iterator[Segment]:
    fallback = f"Channel {number}" if channels > 1 else None
    for best in mappings(channel.get("alternatives"))[:1]:
        words = _words(best.get("words"))
        whole = segment(best)
        yield from phrases(words, fallback) if words else ([whole] if whole else [])


def _assemblyai(data: Json) -> Iterator[Segment]:
    """Whole milliseconds, and letters for speakers."""
    for item in mappings(inner(data, "utterances")):
        unit = 0.001 if isinstance(item.get("start"), int) else 1.0
        if found := segment(item, unit=unit):
            yield found


def _aws(data: Json) -> Iterator[Segment]:
    items = mappings(inner(data, "results", "items"))
    labels = {inner(item, "start_time"): speaker_of(item)
              for part in mappings(inner(data, "results", "speaker_labels", "segments"))
              for item in mappings(part.get("items"))}
    words = []
    for item in items:
        best = mappings(item.get("alternatives"))[:1]
        word = segment({**item, **best[0]}) if best else None
        if word is not None:
            speaker = word.speaker or labels.get(item.get("start_time"))
            words.append(Segment(word.text, speaker, word.start_at, word.end_at))
    yield from phrases(words)
    if not words:
        yield from _flat(inner(data, "results", "transcripts"))


def _google(data: Json) -> Iterator[Segment]:
    results = inner(data, "results") or inner(data, "response", "results")
    best = [mappings(result.get("alternatives"))[0] for result in mappings(results) if mappings(result.get("alternatives"))]
    if not best:
        return
    last = _words(best[-1].get("words"))
    if any(word.speaker for word in last):
        yield from phrases(last)
        return
    for one in best:
        words, whole = _words(one.get("words")), segment(one)
        if whole is not None:
            yield Segment(whole.text, None, words[0].start_at if words else None, words[-1].end_at if words else None)


def _rev(data: Json) -> Iterator[Segment]:
    for item in mappings(inner(data, "monologues")):
        words = [segment(element) for element in mappings(item.get("elements"))]
        said = [word for word in words if word is not None and word.text]
        yield from phrases(said, speaker_of(item))


def _whisper(data: Json) -> Iterator[Segment]:
    yield from _phrased(mappings(inner(data, "segments")))


def _generic(data: Json) -> Iterator[Segment]:
    """The first list of objects with words of which half have a speaker or a time."""
    if isinstance(data, Mapping) and "schema" in data:
        return  # a document of another kind that also holds texts, such as our own record
    for items in (data, *(data.values() if isinstance(data, Mapping) else ())):
        found = list(_flat(items))
        told = sum(one.speaker is not None or one.start_at is not None for one in found)
        if found and told * 2 >= len(found):
            yield from found
            return


def _whole(data: Json) -> Iterator[Segment]:
    """Words without segments, or nothing but a text beside what recognisers tell of themselves."""
    words = _words(inner(data, "words"))
    text = inner(data, "text") or inner(data, "transcript")
    if words:
        yield from phrases(words)
    elif isinstance(text, str) and isinstance(data, Mapping) and _is_recogniser(data):
        yield from (Segment(line.strip()) for line in text.splitlines())


def _is_recogniser(data: Mapping[str, Json]) -> bool:
    return len(data) == 1 or any(key in data for key in ("segments", "words", "duration", "language", "audio_duration",
                                                         "confidence", "utterances", "language_code", "task"))


_DIALECTS: tuple[tuple[str, Callable[[Json], Iterator[Segment]]], ...] = (
    ("deepgram-json", _deepgram), ("aws-json", _aws), ("google-json", _google), ("assemblyai-json", _assemblyai),
    ("rev-json", _rev), ("whisper-json", _whisper), ("speech-json", _generic), ("speech-json", _whole),
)
_DAMAGED = re.compile(r'\s*\{\s*"(?:segments|utterances|monologues|results|text|task)"\s*:')


def _flat(value: Json) -> Iterator[Segment]:
    for item in mappings(value):
        if found := segment(item):
            yield found


def _words(value: Json) -> list[Segment]:
    """Words as they were spoken, punctuated where the service gives both forms."""
    found = []
    for item in mappings(value):
        written = item.get("punctuated_word", item.get("word", item.get("text")))
        word = segment({**item, "text": written}) if isinstance(written, str) else segment(item)
        if word is not None and word.text:
            found.append(word)
    return found


def _phrased(items: Sequence[Mapping[str, Json]]) -> Iterator[Segment]:
    """Segments, cut where their own words say that another speaker goes on."""
    for item in items:
        whole = segment(item)
        words = _words(item.get("words"))
        if whole is None:
            yield from phrases(words, speaker_of(item))
        elif len({word.speaker for word in words if word.speaker}) > 1 and _same(words, whole):
            yield from phrases(words, whole.speaker)
        else:
            yield _completed(whole, words)


def _same(words: Sequence[Segment], whole: Segment) -> bool:
    """Do the words make up the segment's text? If not, the text is believed."""
    return "".join("".join(word.text.split()) for word in words) == "".join(whole.text.split())


def _completed(whole: Segment, words: Sequence[Segment]) -> Segment:
    speakers = {word.speaker for word in words if word.speaker}
    speaker = whole.speaker or (speakers.pop() if len(speakers) == 1 else None)
    starts = [word.start_at for word in words if word.start_at is not None]
    ends = [word.end_at for word in words if word.end_at is not None]
    return Segment(whole.text, speaker,
                   whole.start_at if whole.start_at is not None else min(starts, default=None),
                   whole.end_at if whole.end_at is not None else max(ends, default=None))


def _lines(segments: Sequence[Segment], tally: Tally) -> Iterator[Line]:
    at = 0
    for one in segments:
        words, gaps = cleaned(one.text)
        tally.add("inaudible", "words that the recogniser marks as not understood", at=at, times=gaps)
        if words:
            yield Line(Piece(at, at + len(one.text), words, one.start_at, one.end_at), one.speaker)
        else:
            tally.add("cue-without-speech", "a segment holds no words, only a sound", at=at)
        at += len(one.text) + 1


def _tell_missing(segments: Sequence[Segment], tally: Tally) -> None:
    """A segment without speaker among others that have one is nobody's; somebody should look."""
    if any(one.speaker for one in segments):
        nobody = sum(one.speaker is None for one in segments)
        tally.add("segment-without-speaker", "the recogniser names no speaker for a segment", times=nobody)
    if any(one.start_at is not None for one in segments):
        untimed = sum(one.start_at is None or math.isnan(one.start_at) for one in segments)
        tally.add("segment-without-time", "the recogniser gives no time for a segment", times=untimed)


def _language(data: Json) -> str | None:
    for key in _LANGUAGES:
        stated = inner(data, key) or inner(data, "results", key)
        if isinstance(stated, str) and (found := _ISO.match(stated)):
            return found[0]
    return None

"""What transcripts hold besides words: marks of sounds and gaps, and what machines invent."""

from __future__ import annotations

import re

_SOUNDS = """music applause laughter laughs laugh laughing chuckles cough coughs coughing sneeze noise
background\\snoise silence pause sigh sighs clears\\sthroat vocalsound nonvocalsound disfmarker comment
beep bell blank_audio ambient\\snoise cheering breath breathing sound typing phone\\sringing no\\saudio
музыка аплодисменты смех шум пауза musique applaudissements rires musik applaus lachen gelächter
música aplausos risas müzik alkış gülüşmeler 音乐 掌声 笑声 音楽 拍手 笑い 음악 박수 웃음"""
_GAPS = """inaudible unintelligible indiscernible indistinct crosstalk cross\\stalk overlapping
overlapping\\sspeech audio\\scuts?\\sout audio\\slost gap foreign\\slanguage speaks\\sforeign\\slanguage
\\?{2,} неразборчиво inaudible unverständlich ininteligible anlaşılmıyor 听不清 聞き取れず 알아들을\\s수\\s없음"""


def _any(words: str) -> str:
    return "|".join(words.split())


# a mark may name its moment ("[inaudible 00:12:31]"), and in square brackets a little more
_TAIL = r"[\s,.:;\d\-–]*"
_MARK = re.compile(
    rf"[\[{{<(]\s*(?:(?P<gap>{_any(_GAPS)})|{_any(_SOUNDS)}){_TAIL}[\]}}>)]|♪+|\[\s*_+\s*\]",
    re.IGNORECASE,
)
_OUTROS = re.compile(
    r"""(?:thank\ you|thanks)(?:\ (?:so|very)\ much)?\ for\ watching(?:\ (?:this|the|my)\ video)?
      | (?:please\ )?(?:like\ and\ )?subscribe(?:\ to\ (?:my|our|the)\ channel)?
      | .{0,60}\bamara[.]org\b.{0,30} | .{0,30}\bdimatorzok\b.{0,10}
      | (?:subtitles|captions|transcript(?:ion)?|translation)\ by\ .{1,40}
      | продолжение\ следует | спасибо\ за\ просмотр | субтитры\ .{1,40}
      | .{0,20}明镜与点点.{0,10} | (?:谢谢|感谢)(?:大家)?(?:的)?(?:观看|收看) | 字幕由.{1,20}提供
      | ご視聴ありがとうございました | 시청해\ ?주셔서\ 감사합니다
      | izlediğiniz\ için\ teşekkür(?:ler|\ ederim) | altyaz[ıi]\ m\.?k\.?
      | merci\ d'avoir\ regardé.{0,20} | sous-titr.{1,40} | untertitel(?:ung)?\ .{1,40}
      | vielen\ dank\ f[üu]rs\ zuschauen | gracias\ por\ ver(?:\ el\ v[íi]deo)? | legendas\ .{1,40}""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST_OUTRO = 90
_BRACKETS = re.compile(r"[\[{(<♪]")


def without_marks(text: str) -> tuple[str, int]:
    """``text`` without marks of sounds, and the number of marks where words were lost."""
    if not _BRACKETS.search(text):
        return text, 0
    gaps = sum(found["gap"] is not None for found in _MARK.finditer(text))
    return _MARK.sub(" ", text), gaps


def is_mark(text: str) -> bool:
    """Is this whole text a mark, and no speaker's name in brackets?"""
    return _MARK.fullmatch(text.strip()) is not None


def is_outro(text: str) -> bool:
    """Is this one of the phrases that speech recognition invents when nobody speaks?"""
    bare = text.strip(" .!…。！\"'")
    return len(bare) <= _LONGEST_OUTRO and _OUTROS.fullmatch(bare) is not None

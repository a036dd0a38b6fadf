"""The few words that writers add of their own: headings of the apparatus, and its legend."""

from __future__ import annotations

from dataclasses import dataclass

OWN = "°"
PROPOSED = "†"


@dataclass(frozen=True, kw_only=True)
class Labels:
    """``language`` is the one the labels are in, which may not be the report's."""

    language: str
    contents: str
    annex: str
    table: str
    passages: str
    editor: str
    editor_lead: str
    notes: str
    own: str
    proposed: str
    flagged: str
    sentence: str
    note: str
    back: str
    sources: str
    close: str
    skip: str
    hint: str


_ENGLISH = Labels(
    language="en",
    contents="Contents",
    annex="Annex",
    table="Table",
    passages="Passages cited",
    editor="For the editor",
    editor_lead="To be looked at before this report is released:",
    notes="Raised numbers lead to the passages of the record that a sentence rests on.",
    own="The secretariat’s own words.",
    proposed="Proposed by a language model and checked against its passages.",
    flagged="Marked for the editor.",
    sentence="Sentence",
    note="Passage",
    back="Back to sentence",
    sources="Passages behind this sentence",
    close="Close",
    skip="Skip to the report",
    hint="Choose a sentence to see its passages.",
)
_RUSSIAN = Labels(
    language="ru",
    contents="Содержание",
    annex="Приложение",
    table="Таблица",
    passages="Цитируемые фрагменты",
    editor="Редактору",
    editor_lead="Проверить до публикации отчёта:",
    notes="Надстрочные номера ведут к фрагментам записи, на которых основано предложение.",
    own="Собственные слова секретариата.",
    proposed="Предложено языковой моделью и сверено с фрагментами.",
    flagged="Отмечено для редактора.",
    sentence="Предложение",
    note="Фрагмент",
    back="Назад к предложению",
    sources="Фрагменты, на которых основано предложение",
    close="Закрыть",
    skip="Перейти к отчёту",
    hint="Выберите предложение, чтобы увидеть его фрагменты.",
)
_CHINESE = Labels(
    language="zh",
    contents="目录",
    annex="附件",
    table="表",
    passages="引用段落",
    editor="编辑须知",
    editor_lead="本报告发布前须核对：",
    notes="上标数字指向该句所依据的记录段落。",
    own="秘书处的文字。",
    proposed="由语言模型提出，并已与所引段落核对。",
    flagged="已标记，待编辑核对。",
    sentence="句",
    note="段落",
    back="返回句子",
    sources="该句所依据的段落",
    close="关闭",
    skip="跳至报告正文",
    hint="选择一个句子以查看其依据的段落。",
)
_BY_LANGUAGE = {labels.language: labels for labels in (_ENGLISH, _RUSSIAN, _CHINESE)}


def labels_in(language: str) -> Labels:
    """The labels in ``language`` (a BCP 47 tag), in English where we have none."""
    return _BY_LANGUAGE.get(language.split("-")[0].lower(), _ENGLISH)

"""Reports of an invented forum, with what is hard to set: scripts, directions, markup, length."""

from __future__ import annotations

from communique.record.values import Edition, Participant, Role
from communique.report.values import (
    Bullets,
    CitedPassage,
    Flag,
    Origin,
    Paragraph,
    Report,
    Section,
    SectionKind,
    Sentence,
    Table,
)

HOSTILE = (
    "<script>alert('x')</script>",
    "</style></script><img src=x onerror=alert(1)>",
    '#set page(fill: red); #eval("1+1") $x^2$ *bold* _it_ `raw` @ref <label> // comment',
    "{{ config }} {% for x in y %} {# note #} ${x}",
    "[link](javascript:alert(1)) [^1]: *not* **a** ~~note~~ | cell | ![i](x) &amp; <b> \\ \\n",
    "# heading",
    "1. not a list",
    "- not a list",
    '=HYPERLINK("x")',
    "]]> <!-- --> <?xml ?> &#x41; \u2028\u2029",
)
OVERRIDE = "Report\u202egnp.exe\u2066 of\u0007 the\u0000 board\ufeff"


def participants() -> tuple[Participant, ...]:
    return (
        Participant(
            id="p1",
            name="Tamsin Okoye",
            honorific="Ambassador",
            post="Chair of the Board",
            institution="Harbour Institute for Inland Seas",
            country="Nigeria",
            roles=(Role.CHAIR,),
        ),
        Participant(
            id="p2",
            name="Әлихан Құрманғазыұлы",
            post="Жетекші ғылыми қызметкер",
            institution="Өңірлік зерттеулер орталығы",
            country="Қазақстан",
        ),
        Participant(
            id="p3", name="陆清远", post="研究员", institution="内海研究所", country="中国"
        ),
        Participant(
            id="p4",
            name="한서윤",
            post="Director, Water Security",
            institution="동해정책연구원",
            country="Republic of Korea",
        ),
        Participant(
            id="p5",
            name="دکتر نیلوفر پارسا‌نژاد",
            post="پژوهشگر ارشد",
            institution="بنیاد مطالعات خزر",
            country="ایران",
        ),
        Participant(id="p6", name="سلمى بن عاشور", institution="Gulf Rivers Centre"),
        Participant(
            id="p7", name="Борис Цветков", post="Ведущий научный сотрудник", country="Россия"
        ),
        Participant(
            id="p8",
            name="Maximiliana Wolfeschlegelsteinhausenbergerdorff-Radziwiłłówna de la Peña y Cárdenas",
            post="Special Representative of the Secretary-General for the Harmonisation of Cross-Border Ferry Timetables, Lighthouse Dues and Related Ancillary Matters",
            institution="Standing Conference of Littoral Municipalities",
        ),
    )


def passages() -> tuple[CitedPassage, ...]:
    return (
        CitedPassage(
            id="a1",
            text="Ferries must run in winter, or the islands are cut off for 11 weeks.",
            source="opening.vtt",
            place="cue 14",
            speaker="Tamsin Okoye",
            start_at=754.2,
        ),
        CitedPassage(
            id="a2",
            text="Су деңгейі 2019 жылдан бері 1,4 метрге төмендеді.",
            source="Қазақ сөйлеушілер.docx",
            place="paragraph 3",
            speaker="Әлихан Құрманғазыұлы",
            language="kk",
        ),
        CitedPassage(
            id="a3",
            text="我们建议在三年内建立一个共同的航道数据库，并由各方轮流管理。",
            source="第二场.srt",
            place="cue 203",
            speaker="陆清远",
            start_at=3725,
            language="zh",
        ),
        CitedPassage(
            id="a4",
            text="수위 자료는 매일 공개되어야 합니다.",
            source="session2.srt",
            place="cue 88",
            speaker="한서윤",
            start_at=59.99,
            language="ko",
        ),
        CitedPassage(
            id="a5",
            text="بدون داده‌های مشترک، هیچ توافقی (حتی Caspian-2) پایدار نخواهد بود.",
            source="سخنرانی.pdf",
            place="page 2",
            speaker="دکتر نیلوفر پارسا‌نژاد",
            language="fa",
        ),
        CitedPassage(
            id="a6",
            text="العدل في توزيع المياه، لا السرعة، هو المقياس.",
            source="statement.txt",
            place="line 9",
            speaker="سلمى بن عاشور",
            language="ar",
        ),
        CitedPassage(
            id="a7",
            text="Лоцманы не могут ждать нового договора ещё десять лет.",
            source="captions.txt",
            place="line 412",
            speaker="Борис Цветков",
            language="ru",
        ),
        CitedPassage(
            id="a8",
            text="I would say, and I say it for all the small harbours, that dues should follow the depth "
            "of the channel and not the flag of the ship; anything else punishes whoever dredges. "
            * 3,
            source="session1.vtt",
            place="cues 31 to 36",
            speaker="Maximiliana Wolfeschlegelsteinhausenbergerdorff-Radziwiłłówna",
            start_at=1801.0,
        ),
        CitedPassage(id="never-cited", text="Nobody cites this.", source="x.txt", place="line 1"),
    )


def sentence(
    number: int,
    text: str,
    origin: Origin = Origin.REPORTED,
    *,
    trace: tuple[str, ...] = (),
    flags: tuple[Flag, ...] = (),
) -> Sentence:
    return Sentence(id=f"s{number}", text=text, origin=origin, trace=trace, flags=flags)


def varied() -> Report:
    """Every kind of block, origin and section, and people of seven scripts."""
    return Report(
        title="Low Water: Navigation, Data and Fairness on Inland Seas",
        subtitle="Report of the 4th Round Table of the Inland Seas Forum",
        edition=Edition(
            series="Inland Seas Forum", number=4, date="2031-03-28", end_date="2031-03-29",
            place="Baku and online",
        ),
        sections=(_event(), _discussion(), _part(), _summaries(), _agreement(), _annex()),
        passages=passages(),
        participants=participants(),
    )  # fmt: skip


def _event() -> Section:
    return Section(
        id="event",
        kind=SectionKind.EVENT,
        title="The round table",
        blocks=(
            Paragraph(
                sentences=(
                    sentence(1, "The secretariat thanks all who came.", Origin.SECRETARIAT),
                    sentence(
                        2,
                        "The 4th round table was held in Baku on 28 and 29 March 2031; "
                        "around 40 experts from Kazakhstan, China and Iran took part.",
                        Origin.STATED,
                        trace=("a1",),
                    ),
                )
            ),
        ),
    )


def _discussion() -> Section:
    return Section(
        id="discussion",
        kind=SectionKind.DISCUSSION,
        title="The discussion",
        blocks=(
            Paragraph(
                sentences=(
                    sentence(3, "Speakers weighed winter ferries.", trace=("a1", "a8")),
                    sentence(
                        4,
                        "Dues, one said, should follow depth.",
                        Origin.PROPOSED,
                        trace=("a8",),
                        flags=(
                            Flag(code="number", message="“40” is in no cited passage"),
                            Flag(code="speaker", message="the speaker is not named"),
                        ),
                    ),
                )
            ),
        ),
    )


def _part() -> Section:
    return Section(
        id="data",
        kind=SectionKind.DISCUSSION,
        title="Data, and who keeps it: 陆清远 and نیلوفر پارسا‌نژاد",
        level=2,
        blocks=(
            Bullets(
                items=(
                    Paragraph(sentences=(sentence(5, "Share levels daily.", trace=("a4",)),)),
                    Paragraph(
                        sentences=(
                            sentence(6, "One database for all channels.", trace=("a3", "a4")),
                            sentence(7, "Its keeper changes each year.", trace=("a3",)),
                        )
                    ),
                )
            ),
            Table(
                caption="Levels below the mean of 1990, in metres",
                columns=("Sea", "Author", "2019", "2031"),
                rows=(
                    ("Caspian", "نیلوفر پارسا‌نژاد", "0.6", "2.0"),
                    ("Aral (north)", "Әлихан Құрманғазыұлы", "1.1", "0.9"),
                    ("青海湖", "陆清远", "–", "–"),
                ),
            ),
        ),
    )


def _summaries() -> Section:
    def of(participant: str, *sentences: Sentence) -> Paragraph:
        return Paragraph(sentences=sentences, participant=participant)

    return Section(
        id="summaries",
        kind=SectionKind.SUMMARIES,
        title="Main points of the participants",
        blocks=(
            of("p1", sentence(8, "Tamsin Okoye, Chair of the Board, held that ferries must run in winter.", trace=("a1",)),
               sentence(9, "Otherwise, she warned, “the islands are cut off for 11 weeks”.", Origin.QUOTED, trace=("a1",))),
            of("p2", sentence(10, "Әлихан Құрманғазыұлы reported that the level had fallen by 1.4 metres since 2019.", trace=("a2",))),
            of("p3", sentence(11, "陆清远 proposed a common database of channels, to be run by each side in turn.", trace=("a3",))),
            of("p4", sentence(12, "한서윤 asked for levels to be published every day.", trace=("a4",))),
            of("p5", sentence(13, "According to دکتر نیلوفر پارسا‌نژاد (ایران), no agreement lasts without shared data.", trace=("a5",)),
               sentence(14, "She cited “بدون داده‌های مشترک، هیچ توافقی پایدار نخواهد بود” in full.", Origin.QUOTED, trace=("a5",))),
            of("p6", sentence(15, "سلمى بن عاشور, محمد and علی measured by justice, not speed.", trace=("a6",))),
            of("p7", sentence(16, "Борис Цветков said pilots could not wait ten more years.", trace=("a7",)),),
            of("p7", sentence(17, "He left the floor without a proposal.", trace=("a7",))),
            of("p8", sentence(18, "She would have dues follow depth, not flag.", trace=("a8",))),
        ),
    )  # fmt: skip


def _agreement() -> Section:
    items = tuple(
        Paragraph(sentences=(sentence(30 + at, text, trace=("a1",)),))
        for at, text in enumerate(HOSTILE)
    )
    return Section(
        id="agreement",
        kind=SectionKind.AGREEMENT,
        title="Points of agreement <script>",
        blocks=(
            Paragraph(sentences=(sentence(20, OVERRIDE, trace=("a1", "withheld")),)),
            Bullets(items=items, numbered=True),
        ),
    )


def _annex() -> Section:
    return Section(
        id="people",
        kind=SectionKind.PARTICIPANTS,
        title="Participants",
        annex=True,
        blocks=(
            Table(
                caption="Participants in the order of the programme",
                columns=("Name", "Post", "Institution", "Country"),
                rows=tuple(
                    (who.name, who.post or "", who.institution or "", who.country or "")
                    for who in participants()
                ),
            ),
        ),
    )


def persian() -> Report:
    """A report from right to left, with names from left to right in it."""
    return Report(
        title="آب کم: کشتیرانی در دریاهای درونی",
        subtitle="گزارش چهارمین میزگرد",
        language="fa",
        edition=Edition(date="2031-03-28", place="باکو"),
        sections=(
            Section(
                id="event",
                kind=SectionKind.EVENT,
                title="رویداد",
                blocks=(
                    Paragraph(
                        sentences=(
                            sentence(1, "دبیرخانه از Tamsin Okoye و 陆清远 سپاسگزار است.", Origin.SECRETARIAT),
                            sentence(2, "سطح آب از سال 2019 تاکنون 1.4 متر (Caspian-2) پایین رفته است.", trace=("a5",)),
                        ),
                        participant="p1",
                    ),
                    Table(caption="ترازها", columns=("دریا", "2031"), rows=(("Caspian", "2.0"),)),
                ),
            ),
        ),
        passages=passages(),
        participants=participants(),
    )  # fmt: skip


def long(chapters: int) -> Report:
    """``chapters`` chapters of 10 paragraphs of 10 sentences, each citing a passage of its own."""
    cited = tuple(
        CitedPassage(
            id=f"c{at}",
            text=f"Passage {at} says that the level of the lake stood at {at} millimetres that day, "
            "and that nobody in the room had thought it could.",
            source="session.vtt",
            place=f"cue {at}",
            speaker="Tamsin Okoye",
            start_at=float(at),
        )
        for at in range(chapters * 100)
    )
    return Report(
        title="A long report",
        sections=tuple(_chapter(at) for at in range(chapters)),
        passages=cited,
    )


def _chapter(chapter: int) -> Section:
    return Section(
        id=f"chapter-{chapter}",
        kind=SectionKind.DISCUSSION,
        title=f"Chapter of day {chapter}",
        blocks=tuple(
            Paragraph(
                sentences=tuple(
                    sentence(
                        at,
                        f"The speaker believed that level {at} had been measured with care, and that "
                        "it called for an answer from all the harbours.",
                        trace=(f"c{at}",),
                    )
                    for at in range(chapter * 100 + block * 10, chapter * 100 + block * 10 + 10)
                )
            )
            for block in range(10)
        ),
    )

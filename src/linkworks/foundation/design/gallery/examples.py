"""An invented person and what happened to her, for the components to draw."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from linkworks.foundation.core import clock
from linkworks.foundation.design.charts import LineChart, Reading, line_chart
from linkworks.foundation.design.paging import Paging
from linkworks.foundation.design.parts import (
    ComparedRow,
    Fact,
    Filter,
    LadderStep,
    Link,
    PersonBanner,
    Phone,
    QuickAction,
    SummaryRow,
    Tab,
    Tag,
    TimelineItem,
    When,
)

LONG_NOTE = (
    "Rang at two as agreed. Margaret had been to the lunch club with Bench and stayed for the singing. "
    "She said it was the first time since the spring that she had eaten with other people. "
    "The steps at the church hall worry her, and she would like somebody to walk with her for the first weeks.\n\n"
    "We talked about the bus. She has a pass but does not like the stop by the underpass after four. "
    "Bench know of a neighbour who drives over on Thursdays; she is happy for me to pass on her first name and number. "
    "We also talked about the letter from the council about her rent, which she has not opened. "
    "She will have it beside her when I ring on Tuesday and we will read it together.\n\n"
    "She asked me to tell her daughter that all is well, and to say nothing about the fall."
)


def ago(days: int, hour: int = 14, minute: int = 0) -> datetime:
    return (clock.now() - timedelta(days=days)).replace(hour=hour, minute=minute, second=0, microsecond=0)


def banner() -> PersonBanner:
    return PersonBanner(
        name="Margaret Osei",
        also_known_as="Mags",
        born=date(1951, 3, 14),
        nhs_number="9990000018",
        phones=(Phone("+447700900123", "after 11am; do not leave a voicemail"),),
        needs=("speak slowly, hard of hearing on the left", "letters in large print"),
        alerts=("Do not leave a voicemail: somebody else listens to it.",),
        href="#",
    )


def timeline() -> list[TimelineItem]:
    return [
        TimelineItem(
            "Contact", "speech", ago(0, 9, 30), "Amina Yusuf", "Talked by telephone, 25 minutes", LONG_NOTE, "#"
        ),
        TimelineItem("No answer", "phone", ago(1, 16, 10), "Amina Yusuf", "Second try, no message left"),
        TimelineItem(
            "Contact",
            "phone",
            ago(2),
            "Amina Yusuf",
            "Telephone",
            "This was said by somebody else.",
            tags=(Tag("Entered in error", "grey"),),
            lines=("Marked yesterday by Amina Yusuf: it belongs to another person",),
            is_struck=True,
        ),
        TimelineItem(
            "Onward referral",
            "arrow",
            ago(6),
            "Amina Yusuf",
            "Bench lunch club",
            tags=(Tag("Reached", "blue"),),
            lines=("Shared with consent: first name, telephone, what matters",),
        ),
        TimelineItem("Safety path", "warning", ago(9), "Amina Yusuf", "Practice told the same day"),
        TimelineItem("Measure", "chart", ago(12), "Amina Yusuf", "What matters: 3 out of 10", "“I miss the singing.”"),
        TimelineItem("Referral", "letter", ago(20, 11), "Dr Ade Bankole, Brockley Road", "Accepted", href="#"),
    ]


def chart() -> LineChart:
    scores = [(120, 3), (84, 4), (50, 4), (21, 6), (2, 7)]
    today = clock.today()
    readings = [Reading(today - timedelta(days=days), score) for days, score in scores]
    return line_chart("singing", "Getting out to sing again", readings, unit=" out of 10")


@dataclass(frozen=True)
class GalleryPage:
    title: str = "Component gallery"
    banner: PersonBanner = field(default_factory=banner)
    timeline: list[TimelineItem] = field(default_factory=timeline)
    chart: LineChart = field(default_factory=chart)
    tabs: tuple[Tab, ...] = (
        Tab("Overview", "#", is_current=True),
        Tab("Timeline", "#", count=12),
        Tab("Plan", "#"),
        Tab("Options", "#", count=2),
        Tab("People and consent", "#"),
    )
    actions: tuple[QuickAction, ...] = (
        QuickAction("Log a contact", "#", is_main=True, key="L"),
        QuickAction("No answer", "#", key="N"),
        QuickAction("Add a task", "#", key="T"),
        QuickAction("Find options", "#", key="O"),
        QuickAction("Raise a concern", "#"),
    )
    facts: tuple[Fact, ...] = (
        Fact(6, "contacts today", "#"),
        Fact(2, "first contacts due", "#"),
        Fact(1, "person has waited longer than we promised", "#", "late"),
        Fact(1_204, "people reached this year", tone="good"),
    )
    steps: tuple[LadderStep, ...] = (
        LadderStep("Contacted", "done", at=date(2026, 3, 2)),
        LadderStep("Reached", "done", "went along the first time", date(2026, 3, 9)),
        LadderStep("Received", "current"),
        LadderStep("Need met", "ahead"),
    )
    stopped: tuple[LadderStep, ...] = (
        LadderStep("Contacted", "done", at=date(2026, 3, 2)),
        LadderStep("Reached", "stopped", "no answer to three calls"),
        LadderStep("Received", "ahead"),
        LadderStep("Need met", "ahead"),
    )
    summary: tuple[SummaryRow, ...] = (
        SummaryRow("Referred by", "Dr Ade Bankole, Brockley Road Surgery"),
        SummaryRow("Received", When(date(2026, 3, 2))),
        SummaryRow("Link worker", "Amina Yusuf", Link("Change", "#", "link worker")),
        SummaryRow("Reason", "Lonely since her sister moved away; worried about rent", Link("Change", "#", "reason")),
    )
    compared: tuple[ComparedRow, ...] = (
        ComparedRow("Name", "Margaret Osei", "Margret Osei", Tag("Alike", "yellow")),
        ComparedRow("Date of birth", "14 March 1951", "14 March 1951", Tag("Same", "green")),
        ComparedRow("NHS number", "999 000 0018", None, Tag("Only in one", "grey")),
        ComparedRow("Postcode", "SE13 6JZ", "SE4 1AA", Tag("Different", "red")),
    )
    paging: Paging = field(default_factory=lambda: Paging(3, 240, 25, "status=open"))

    @property
    def rows(self) -> list[list[object]]:
        return [
            [
                Link("Margaret Osei", "#"),
                Tag("First contact due", "orange"),
                When(ago(0, 14, 30)),
                Phone("+447700900123"),
                3,
            ],
            [Link("Yusuf Karim", "#"), Tag("Open", "blue"), When(ago(1)), Phone("+442079460123", "mornings"), 12],
            [Link("Oluwaseun Adebayo-Featherstonehaugh", "#"), Tag("On hold"), When(ago(40).date()), None, 1],
        ]

    @property
    def filter(self) -> Filter:
        from .forms import FilterForm

        return Filter(FilterForm(data={"status": ["open"]}), "#", True, (Link("Open", "#"), Link("Brockley", "#")))

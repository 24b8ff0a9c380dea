from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from linkworks.domain.casework.closing_summary import (
    HEADINGS,
    GoalChange,
    MeasureChange,
    SummaryFacts,
    split_into_sections,
    summary_text,
)
from linkworks.domain.casework.measures import ONS4, change, score

BEFORE = score(ONS4, {"satisfied": 3, "worthwhile": 4, "happy": None, "anxious": 8})
AFTER = score(ONS4, {"satisfied": 6, "worthwhile": 4, "happy": 7, "anxious": 4})
FACTS = SummaryFacts(
    about="RM (our reference R-000001)",
    opened_on=date(2026, 3, 3),
    contacts=7,
    reasons=["Loneliness or isolation", "Debt"],
    what_matters="To see people again.",
    goals=[GoalChange("Go to the lunch club", 2, 8), GoalChange("Sleep", None, None), GoalChange("Cook", 5, 5)],
    measures=[MeasureChange(ONS4.name, change(BEFORE, AFTER))],
    reason="What mattered was reached",
    how_it_went="What mattered was met",
    words="She goes every week.",
    check_in_on=date(2026, 9, 1),
)


def test_the_summary_says_how_it_was_and_how_it_ended():
    assert summary_text(FACTS).splitlines() == [
        "Support",
        "We supported RM (our reference R-000001) from 3 March 2026, with 7 conversations. They came to us about "
        "loneliness or isolation and debt. Support has now ended.",
        "",
        "What mattered to the person",
        "“To see people again.”",
        "",
        "Goals",
        "Go to the lunch club: from 2 to 8 out of 10",
        "Sleep: not scored",
        "Cook: 5 out of 10",
        "",
        "What changed, where it was asked both times",
        "Satisfied with life: from 3 to 6, better",
        "Things done are worthwhile: from 4 to 4, the same",
        "Anxious yesterday: from 8 to 4, better",
        "Personal well-being (ONS4): 1 question not answered both times",
        "",
        "How it ended",
        "What mattered was reached. What mattered was met. She goes every week.",
        "",
        "What comes next",
        "We check in with them on 1 September 2026.",
    ]


def test_what_is_not_known_is_left_out():
    text = summary_text(replace(FACTS, what_matters="", goals=[], measures=[], reasons=[], check_in_on=None))
    assert [line for line in text.splitlines() if line in HEADINGS] == ["Support", "How it ended", "What comes next"]
    assert "come back to us at any time" in text


def test_the_text_becomes_sections_again_after_it_was_changed():
    sections = split_into_sections("Dear all,\n\nHow it ended\nShe is well.\n\nThank you.\n")
    assert [(section.heading, section.text) for section in sections] == [
        ("Support", "Dear all,"),
        ("How it ended", "She is well.\n\nThank you."),
    ]


@given(st.text())
def test_no_word_is_lost_on_the_way_to_the_document(text):
    kept = " ".join(f"{section.heading} {section.text}" for section in split_into_sections(text))
    assert set(text.split()) <= set(kept.split())

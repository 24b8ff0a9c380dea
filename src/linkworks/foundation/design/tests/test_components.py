from datetime import date, datetime

import pytest
import time_machine

from linkworks.foundation.core import clock
from linkworks.foundation.design.parts import (
    ComparedRow,
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

from .pages import draw


def component(path, macro, call, **context):
    return draw(f'{{% from "components/{path}/macro.jinja" import {macro} %}}{{{{ {call} }}}}', **context)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, "–"),
        (0, "0"),
        ("<b>", "&lt;b&gt;"),
        (Link("Open", "/case/", "Margaret"), '<a class="nhsuk-link" href="/case/">Open<span'),
        (Tag("On hold", "grey"), "nhsuk-tag--grey"),
        (Phone("+447700900123", "after 11am"), 'href="tel:+447700900123">07700 900123</a>'),
        (["one", Tag("two")], '<div class="app-value">one</div>'),
    ],
)
def test_a_value_is_drawn_by_what_it_is(given, expected):
    assert expected in component("value", "value", "value(given)", given=given)


@time_machine.travel("2026-03-10 09:00+00:00")
def test_a_moment_has_everyday_words_and_the_full_date_in_its_title():
    html = component("when", "when", "when(at)", at=When(datetime(2026, 3, 10, 14, 30, tzinfo=clock.LONDON)))
    assert ">today 2:30pm</time>" in html
    assert 'title="10 March 2026, 2:30pm"' in html
    assert 'datetime="2026-03-10T14:30+00:00"' in html
    assert ">yesterday</time>" in component("when", "when", "when(at)", at=When(date(2026, 3, 9)))


def test_a_table_names_its_columns_in_every_cell_for_a_phone():
    call = 'data_table("Caseload", ["Name", "#Contacts"], [["Mags", 3]])'
    html = component("table", "data_table", call)
    assert '<th class="nhsuk-table__header app-table__name" scope="row"' in html
    assert '<span class="nhsuk-table__heading" aria-hidden="true">Contacts </span>' in html
    assert "nhsuk-table__cell--numeric" in html
    assert "#Contacts" not in html


@time_machine.travel("2026-03-10")
def test_the_banner_says_what_must_be_known_before_ringing():
    mags = PersonBanner(
        name="Margaret Osei",
        born=date(1951, 3, 14),
        nhs_number="9990000018",
        phones=(Phone("+447700900123", "after 11am"),),
        alerts=("Do not leave a voicemail",),
    )
    html = component("person-banner", "person_banner", "person_banner(mags)", mags=mags)
    for said in ("14 March 1951 (74 years)", "999 000 0018", "after 11am", "Alert: </span>Do not leave a voicemail"):
        assert said in html


def test_the_banner_gives_no_age_to_somebody_who_has_died():
    gone = PersonBanner(name="Margaret Osei", born=date(1951, 3, 14), has_died_on=date(2026, 1, 2))
    html = component("person-banner", "person_banner", "person_banner(gone)", gone=gone)
    assert "Has died" in html
    assert "years)" not in html


def test_a_long_note_in_the_timeline_is_folded_and_kept_whole():
    item = TimelineItem("Contact", "speech", clock.now(), "Amina", "Talked", "A sentence of some length. " * 60)
    html = component("timeline", "timeline", "timeline([item])", item=item)
    assert "<details" in html
    assert html.count("A sentence of some length.") == 60
    assert '<span class="app-timeline__kind">Contact:</span>' in html


def test_an_icon_that_does_not_exist_is_a_mistake():
    with pytest.raises(Exception, match="no icon called unicorn"):
        component("icon", "icon", 'icon("unicorn")')


def test_compared_records_say_in_words_how_alike_they_are():
    rows = [ComparedRow("Postcode", "SE13 6JZ", None, Tag("Only in one"))]
    html = component("compare", "compare", 'compare("Same?", "Ours", "Theirs", rows)', rows=rows)
    assert "Only in one" in html
    assert "SE13 6JZ" in html


def test_the_tab_one_is_on_is_marked_for_everyone():
    tabs = [Tab("Overview", "/o", is_current=True), Tab("Plan", "/p", count=2)]
    html = component("secondary-navigation", "secondary_navigation", 'secondary_navigation(tabs, "Case")', tabs=tabs)
    assert html.count('aria-current="page"') == 1
    assert 'app-count-badge">2' in html


def test_a_change_link_says_what_it_changes():
    rows = [SummaryRow("Worker", "Amina", Link("Change", "#", "worker"))]
    html = component("summary-card", "summary_card", 'summary_card("Referral", rows)', rows=rows)
    assert 'Change<span class="nhsuk-u-visually-hidden"> worker</span>' in html


def test_only_the_one_next_thing_is_green():
    actions = [QuickAction("Log a contact", "#", is_main=True, key="L"), QuickAction("No answer", "#")]
    html = component("quick-actions", "quick_actions", "quick_actions(actions)", actions=actions)
    assert html.count("nhsuk-button--secondary") == 1
    assert 'aria-keyshortcuts="Alt+L"' in html


def test_a_ladder_says_each_step_in_words():
    steps = [LadderStep("Contacted", "done", at=date(2026, 3, 2)), LadderStep("Reached", "stopped", "no answer")]
    html = component("ladder", "ladder", 'ladder(steps, "How it went")', steps=steps)
    assert "Done, " in html
    assert "Stopped here: no answer" in html


def test_looking_for_people_posts():
    call = 'search_form("/find", "Find anyone", method="post", csrf_input="token")'
    html = component("search-form", "search_form", call)
    assert 'method="post"' in html
    assert "token" in html


def test_the_words_to_copy_can_be_selected_without_script():
    html = component("copy-block", "copy_block", 'copy_block("emis", "For EMIS", "<note>")')
    assert "&lt;note&gt;</textarea>" in html
    assert "data-copy hidden" in html


def test_the_emergency_strip_says_when_we_do_read():
    html = component("emergency-strip", "emergency_strip", 'emergency_strip(hours="Monday to Friday, 9am to 5pm")')
    for said in (
        "tel:999",
        "tel:111",
        "tel:116123",
        "Monday to Friday, 9am to 5pm",
        "We do not read this out of hours",
    ):
        assert said in html

import json
from datetime import time, timedelta

import pytest

from linkworks.domain.outreach.actions.bands import add_band, change_band, remove_band
from linkworks.domain.outreach.actions.campaigns import (
    choose_script,
    create_campaign,
    describe_campaign,
    open_campaign,
    pause_campaign,
)
from linkworks.domain.outreach.actions.hand_out import take_next_call
from linkworks.domain.outreach.actions.outcomes import (
    add_outcome,
    bring_back_outcome,
    change_outcome,
    retire_outcome,
)
from linkworks.domain.outreach.actions.scripts import draft_script, publish_script
from linkworks.domain.outreach.actions.windows import set_windows
from linkworks.domain.outreach.choices import CampaignState, Ending, Follows
from linkworks.domain.outreach.models import NeedType
from linkworks.domain.outreach.scripts.reading import needs_of, read_script
from linkworks.domain.outreach.scripts.shipped import welfare_call
from linkworks.domain.outreach.selectors.rules import get_outcome, list_bands, list_outcomes, list_spans
from linkworks.domain.outreach.tests.factories import CampaignContactFactory
from linkworks.domain.outreach.windows import Span
from linkworks.foundation.core.errors import Conflict, NotAllowed, Refused

pytestmark = pytest.mark.django_db
MORNING, EVENING = Span(1, time(9), time(12)), Span(1, time(17), time(20))
NEEDS = needs_of(read_script(welfare_call()))
CALM = {"head_start": timedelta(), "most_tries": 3, "spacing": timedelta(), "rings_once_more": False}
CAT = {"label": "Only the cat was in", "follows": Follows.RING_AGAIN, "rest": timedelta(hours=5)}


@pytest.fixture
def script(coordinator):
    draft = draft_script(coordinator, name="Welfare call", content=welfare_call())
    publish_script(coordinator, draft=draft, need_types=NEEDS)
    return draft


@pytest.fixture
def prepared(coordinator):
    """It knows what to do about everything that the welfare call asks after."""
    made = create_campaign(coordinator, name="Winter calls", purpose="To hear who is cold.", telephone="020 7946 0150")
    known = set(NeedType.objects.filter(campaign=made).values_list("code", flat=True))
    for place, code in enumerate(NEEDS - known, start=50):
        NeedType.objects.create(team=made.team, campaign=made, place=place, code=code, label=code)
    return made


def codes(actor, campaign):
    return [one.code for one in list_outcomes(actor, campaign)]


def names(actor, campaign):
    return [(band.place, band.name) for band in list_bands(actor, campaign)]


def test_hours_are_set_for_the_whole_week(coordinator, campaign):
    set_windows(coordinator, campaign=campaign, spans=[EVENING, MORNING], expected_version=campaign.version)
    assert list_spans(coordinator, campaign) == [MORNING, EVENING]


@pytest.mark.parametrize("spans", [[], [MORNING, Span(1, time(11), time(13))], [Span(3, time(12), time(9))]])
def test_hours_without_sense_are_refused_and_change_nothing(coordinator, campaign, spans):
    with pytest.raises(Refused):
        set_windows(coordinator, campaign=campaign, spans=spans, expected_version=campaign.version)
    assert len(list_spans(coordinator, campaign)) == 7


def test_whoever_saw_older_rules_looks_again(coordinator, campaign):
    seen = campaign.version
    set_windows(coordinator, campaign=campaign, spans=[MORNING], expected_version=seen)
    with pytest.raises(Conflict):
        set_windows(coordinator, campaign=campaign, spans=[EVENING], expected_version=seen)


def test_bands_stand_in_the_order_of_their_head_start(coordinator, campaign):
    add_band(coordinator, campaign=campaign, name="Oxygen at home", **CALM | {"head_start": timedelta(days=2)})
    assert names(coordinator, campaign) == [(1, "Oxygen at home"), (2, "First"), (3, "Next")]


def test_a_head_start_moves_those_who_wait_at_once_but_no_promise(coordinator, campaign):
    band = campaign.bands.get(name="Next")
    waits = CampaignContactFactory(campaign=campaign, band=band)
    promised = CampaignContactFactory(campaign=campaign, band=band, is_promised=True)
    change_band(coordinator, band=band, name="Now first", **CALM | {"head_start": timedelta(hours=9)})
    due, kept = waits.rank_at, promised.rank_at
    waits.refresh_from_db()
    promised.refresh_from_db()
    assert (due - waits.rank_at, promised.rank_at) == (timedelta(hours=9), kept)
    assert names(coordinator, campaign)[0] == (1, "Now first")


def test_two_bands_have_two_names(coordinator, campaign):
    with pytest.raises(Refused, match="another"):
        add_band(coordinator, campaign=campaign, name="first", **CALM)


def test_only_an_empty_band_can_go_and_not_the_last(coordinator, campaign):
    CampaignContactFactory(campaign=campaign, band=campaign.bands.get(name="First"))
    with pytest.raises(Refused, match="There are people in “First”"):
        remove_band(coordinator, band=campaign.bands.get(name="First"))
    campaign.refresh_from_db()
    remove_band(coordinator, band=campaign.bands.get(name="Next"))
    assert names(coordinator, campaign) == [(1, "First")]


def test_the_last_band_stays(coordinator, campaign):
    remove_band(coordinator, band=list_bands(coordinator, campaign)[0])
    with pytest.raises(Refused, match="only band"):
        remove_band(coordinator, band=list_bands(coordinator, campaign)[0])


def test_an_outcome_is_added_where_it_was_asked_for(coordinator, campaign):
    added = add_outcome(coordinator, campaign=campaign, place=3, **CAT)
    assert codes(coordinator, campaign)[:3] == ["talked", "no-answer", "only-the-cat-was-in"]
    change_outcome(coordinator, outcome=added, place=1, **CAT | {"label": "Just the cat"})
    assert codes(coordinator, campaign)[:2] == ["only-the-cat-was-in", "talked"]


def test_a_code_is_nobody_elses(coordinator, campaign):
    first = add_outcome(coordinator, campaign=campaign, place=99, **CAT)
    change_outcome(coordinator, outcome=first, place=99, **CAT | {"label": "A dog"})
    assert add_outcome(coordinator, campaign=campaign, place=99, **CAT).code == "only-the-cat-was-in-2"


def test_an_outcome_without_sense_is_refused(coordinator, campaign):
    with pytest.raises(Refused, match="rung all day"):
        add_outcome(coordinator, campaign=campaign, place=1, label="Odd", follows=Follows.RING_AGAIN, counts=False)
    campaign.refresh_from_db()
    with pytest.raises(Refused, match="these words"):
        add_outcome(coordinator, campaign=campaign, place=1, **CAT | {"label": "no answer"})


def test_the_only_outcome_that_rings_again_stays(coordinator, campaign):
    *others, last = [one.pk for one in list_outcomes(coordinator, campaign) if one.follows == Follows.RING_AGAIN]
    for one in others:
        retire_outcome(coordinator, outcome=get_outcome(coordinator, campaign, one))
    with pytest.raises(Refused, match="rings again"):
        retire_outcome(coordinator, outcome=get_outcome(coordinator, campaign, last))
    talked = {"label": "No answer at all", "follows": Follows.END, "ending": Ending.REACHED}
    with pytest.raises(Refused, match="rings again"):
        change_outcome(coordinator, outcome=get_outcome(coordinator, campaign, last), place=1, **talked)


def test_an_outcome_that_is_no_longer_offered_comes_back_last(coordinator, campaign):
    outcome = campaign.outcomes.get(code="no-answer")
    retire_outcome(coordinator, outcome=outcome)
    assert "no-answer" not in codes(coordinator, campaign)
    places = [one.place for one in list_outcomes(coordinator, campaign)]
    assert places == list(range(1, len(places) + 1))
    bring_back_outcome(coordinator, outcome=outcome)
    assert codes(coordinator, campaign)[-1] == "no-answer"


def test_a_campaign_opens_when_its_rules_make_sense_and_pauses(coordinator, prepared, script):
    with pytest.raises(Refused, match="Choose the script"):
        open_campaign(coordinator, campaign=prepared)
    prepared.refresh_from_db()
    choose_script(coordinator, campaign=prepared, script=script)
    open_campaign(coordinator, campaign=prepared)
    assert (prepared.state, prepared.opened_at is not None) == (CampaignState.OPEN, True)
    with pytest.raises(Refused, match="open already"):
        open_campaign(coordinator, campaign=prepared)
    prepared.refresh_from_db()
    opened_at = prepared.opened_at
    pause_campaign(coordinator, campaign=prepared)
    with pytest.raises(Refused, match="not open"):
        pause_campaign(coordinator, campaign=prepared)
    prepared.refresh_from_db()
    open_campaign(coordinator, campaign=prepared)
    assert prepared.opened_at == opened_at


def test_nobody_is_handed_out_in_a_pause(coordinator, caller, campaign):
    CampaignContactFactory(campaign=campaign)
    pause_campaign(coordinator, campaign=campaign)
    assert take_next_call(caller, campaign_id=campaign.pk) is None


def test_only_published_words_are_chosen(coordinator, prepared):
    draft = draft_script(coordinator, name="Another", content=welfare_call())
    with pytest.raises(Refused, match="Publish"):
        choose_script(coordinator, campaign=prepared, script=draft)


def test_a_script_whose_needs_nobody_knows_is_refused(coordinator, prepared):
    content = json.loads(json.dumps(welfare_call()).replace('"food-parcel"', '"fireworks"'))
    draft = draft_script(coordinator, name="New year", content=content)
    publish_script(coordinator, draft=draft, need_types=needs_of(read_script(content)))
    with pytest.raises(Refused, match="what to do about fireworks"):
        choose_script(coordinator, campaign=prepared, script=draft)


def test_a_closed_campaign_keeps_its_rules(coordinator, campaign):
    campaign.change(state=CampaignState.CLOSED)
    with pytest.raises(Refused, match="closed"):
        set_windows(coordinator, campaign=campaign, spans=[MORNING], expected_version=None)


def test_a_campaign_takes_another_name_but_no_taken_one(coordinator, prepared, campaign):
    about = {"purpose": "Other", "telephone": "020 7946 0151"}
    describe_campaign(coordinator, campaign=prepared, name="Spring", **about)
    assert (prepared.name, prepared.purpose) == ("Spring", "Other")
    with pytest.raises(Refused, match="another"):
        describe_campaign(coordinator, campaign=prepared, name=campaign.name, **about)


def test_a_link_worker_changes_no_rule(link_worker, campaign):
    with pytest.raises(NotAllowed):
        set_windows(link_worker, campaign=campaign, spans=[MORNING], expected_version=None)
    with pytest.raises(NotAllowed):
        open_campaign(link_worker, campaign=campaign)

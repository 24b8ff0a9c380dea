import pytest

from linkworks.domain.casework.tests.factories import ClosedCaseFactory
from linkworks.domain.directory.choices import LiveState
from linkworks.domain.directory.models import Location, ServiceAtLocation
from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.domain.onward.actions.sheets import make_sheet, mend_entry
from linkworks.domain.onward.choices import Choice, NeedMet, Rung, StoppedReason
from linkworks.domain.onward.models import SheetEntry
from linkworks.domain.onward.selectors.sheets import get_sheet, list_open_options
from linkworks.domain.onward.sheet.entry_words import EntryWords
from linkworks.domain.onward.tests.factories import ChosenOptionFactory, OnwardOutcomeFactory, OptionFactory
from linkworks.foundation.audit.models import ChangeEntry
from linkworks.foundation.core.errors import Conflict, NotAllowed, NotFound, Refused

pytestmark = pytest.mark.django_db


@pytest.fixture
def delicate(case):
    return OptionFactory(
        case=case, service=ServiceFactory(name="Rising Again", description="For women after domestic abuse.")
    )


def mend(actor, entry, **words):
    mend_entry(actor, entry=entry, words=EntryWords(**({"title": "Lunch"} | words)))


def test_a_sheet_holds_the_chosen_options_in_plain_words(link_worker, case, option):
    other = OptionFactory(case=case)
    sheet = make_sheet(link_worker, case=case, options=[option.pk])
    entry = SheetEntry.objects.get()
    assert (entry.sheet, entry.option, entry.title) == (sheet, option, "Deptford lunch club")
    assert entry.what == "A warm lunch and company every Tuesday."
    assert other.sheet_entries.count() == 0
    assert ChangeEntry.objects.get(event="options_sheet.made").keys == {"options": str(option.pk), "asked_for": ""}


def test_only_what_is_open_to_the_person_may_stand_on_it(link_worker, case, option):
    ChosenOptionFactory(case=case, choice=Choice.NO)
    OptionFactory(case=case, service__live_state=LiveState.CLOSED_FOR_NOW)
    ended = ChosenOptionFactory(case=case)
    OnwardOutcomeFactory(case=case, option=ended, rung=Rung.NEED_MET, need_met=NeedMet.YES)
    stopped = ChosenOptionFactory(case=case)
    OnwardOutcomeFactory(case=case, option=stopped, rung="", stopped_because=StoppedReason.COST)
    assert list_open_options(link_worker, case) == [option]
    with pytest.raises(Refused, match="Choose at least one"):
        make_sheet(link_worker, case=case, options=[stopped.pk, ended.pk])


def test_a_delicate_option_stays_off_unless_the_person_asks_for_it(link_worker, case, option, delicate):
    with pytest.raises(Refused, match="Rising Again stays off the sheet, unless Rosa asks") as refusal:
        make_sheet(link_worker, case=case, options=[option.pk, delicate.pk])
    assert refusal.value.field == "asked_for"
    make_sheet(link_worker, case=case, options=[option.pk], asked_for=[delicate.pk])
    entry = SheetEntry.objects.get(option=delicate)
    assert (entry.is_delicate, entry.asked_for) == (True, True)
    assert ChangeEntry.objects.get(event="options_sheet.made").keys["asked_for"] == str(delicate.pk)


def test_a_private_address_is_delicate_and_never_told(link_worker, case):
    option = OptionFactory(case=case, service=ServiceFactory(name="Juniper House", description="A room of your own."))
    hidden = Location.objects.create(name="12 Secret Road", is_confidential=True)
    ServiceAtLocation.objects.create(service=option.service, location=hidden)
    with pytest.raises(Refused, match="stays off"):
        make_sheet(link_worker, case=case, options=[option.pk])
    make_sheet(link_worker, case=case, options=[], asked_for=[option.pk])
    assert SheetEntry.objects.get().place == "Ring them and they will tell you where."


@pytest.mark.parametrize(
    ("part", "words", "said"),
    [
        ("what", "Multidisciplinary rehabilitation opportunities for participants.", "Too hard to read: “Multi"),
        ("cost", "Means-tested contributions apply.", "Too hard to read"),
        ("first_time", "You talk about drugs.", "“drugs” tells whoever sees the sheet"),
        ("title", "The abuse group", "“abuse” tells"),
        ("ask_for", "Say that Rosa sent you", "This names Rosa"),
    ],
)
def test_words_that_are_hard_or_tell_too_much_are_refused_beside_their_part(link_worker, entry, part, words, said):
    with pytest.raises(Refused, match=said) as refusal:
        mend(link_worker, entry, **{part: words})
    assert refusal.value.field == part


def test_a_name_that_the_entry_came_with_is_the_services_own(link_worker, entry):
    entry.change(place="Rosa’s Café, SE8")
    mend(link_worker, entry, place="Rosa’s Café, by the bus stop")
    entry.refresh_from_db()
    assert entry.place == "Rosa’s Café, by the bus stop"


def test_words_may_be_mended_and_a_colleague_is_not_overwritten(link_worker, entry):
    seen = entry.version
    mend(link_worker, entry, what="You eat with others.\n")
    entry.refresh_from_db()
    assert (entry.what, entry.cost) == ("You eat with others.", "")
    with pytest.raises(Conflict):
        mend_entry(link_worker, entry=entry, words=EntryWords("Lunch"), expected_version=seen)


def test_a_closed_case_takes_no_sheet(link_worker, team):
    closed = ClosedCaseFactory(team=team)
    option = OptionFactory(case=closed)
    with pytest.raises(Refused):
        make_sheet(link_worker, case=closed, options=[option.pk])


def test_who_does_not_work_with_people_makes_none_and_another_team_finds_none(commissioner, other_team_worker, entry):
    with pytest.raises(NotAllowed):
        make_sheet(commissioner, case=entry.case, options=[entry.option_id])
    with pytest.raises(NotFound):
        get_sheet(other_team_worker, entry.case, entry.sheet_id)

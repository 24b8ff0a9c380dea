import pytest
from django.urls import reverse

from linkworks.domain.directory.actions.tellings import tell_change
from linkworks.domain.directory.choices import ToldAbout, ToldBy
from linkworks.domain.directory.models import EntryAsk, Service, ToldChange
from linkworks.domain.directory.tests.factories import ServiceFactory
from tests.support.queries import at_most

pytestmark = pytest.mark.django_db

TOLD = "/directory/changes-told"


def text(response):
    return " ".join(response.content.decode().split())


@pytest.fixture
def service():
    return ServiceFactory(name="Lunch club", record={"fees": "£3", "email": "club@example.org"}, cost="£3",
                          email="club@example.org")  # fmt: skip


@pytest.fixture
def desk(signed_in, link_worker):
    return signed_in(link_worker)


def address(name, service, *more):
    return reverse(f"directory:{name}", args=[service.pk, *more])


def proposed(link_worker, service, **values):
    return tell_change(link_worker, service=service, told_by=ToldBy.ORGANIZATION, proposed=values)


def test_a_colleague_reports_and_the_entry_says_so_until_it_is_settled(desk, service):
    answer = {"about": "when", "words": "They meet on <b>Fridays</b> now"}
    html = text(desk.post(address("tell", service), answer, follow=True))
    assert "Somebody will look into it." in html
    assert "Somebody told us this may have changed" in html
    html = text(desk.get(TOLD))
    assert "Days and times: “They meet on &lt;b&gt;Fridays" in html
    assert "1 entry may have changed." in text(desk.get("/"))
    told = ToldChange.objects.get()
    html = text(desk.get(f"{TOLD}/{told.pk}"))
    assert "A colleague, Amina Yusuf" in html
    assert f"{address('facts', service)}?told={told.pk}" in html
    html = text(desk.post(f"{TOLD}/{told.pk}", {"because": "I rang: it is as we say"}, follow=True))
    assert "Nobody has told us of a change" in html
    assert "may have changed" not in text(desk.get(address("service", service)))


@pytest.mark.parametrize(("about", "page"), [("closed", "check"), ("whom", "edit"), ("reach", "facts")])
def test_what_was_told_leads_to_the_form_that_puts_it_right(desk, link_worker, service, about, page):
    told = tell_change(link_worker, service=service, told_by=ToldBy.PUBLIC, about=ToldAbout(about), words="It is so")
    url = f"{address(page, service)}?told={told.pk}"
    assert url in text(desk.get(f"{TOLD}/{told.pk}"))
    html = text(desk.get(url))
    assert "It is so" in html


def test_putting_it_right_settles_it(desk, link_worker, service):
    told = tell_change(link_worker, service=service, told_by=ToldBy.PUBLIC, about=ToldAbout.COST, words="Free now")
    answer = {"cost": "Free", "email": "club@example.org"}
    desk.post(f"{address('facts', service)}?told={told.pk}", answer)
    told.refresh_from_db()
    assert (Service.objects.get().cost, told.ended) == ("Free", "put_right")


@pytest.mark.parametrize("told", ["nonsense", "11111111-1111-4111-8111-111111111111"])
def test_an_address_that_names_no_telling_is_the_plain_form(desk, service, told):
    assert "Told to us" not in text(desk.get(f"{address('facts', service)}?told={told}"))


def test_each_value_is_decided_before_and_after(desk, link_worker, service):
    told = proposed(link_worker, service, cost="Free", referral_routes=["self"])
    html = text(desk.get(f"{TOLD}/{told.pk}"))
    for said in ("It says now", "£3", "They say", "Free", "the person gets in touch"):
        assert said in html
    response = desk.post(f"{TOLD}/{told.pk}", {"cost": "take"})
    assert response.status_code == 422
    assert "Decide about “How people get in”" in text(response)
    desk.post(f"{TOLD}/{told.pk}", {"cost": "take", "referral_routes": "leave"})
    service.refresh_from_db()
    assert (service.cost, service.referral_routes, service.assured_by) == ("Free", [], "the organisation itself")


def test_facts_are_edited_here_too_and_what_is_left_alone_stays(desk, service):
    page = address("facts", service)
    assert "club@example.org" in text(desk.get(page))
    answer = {"cost": "£3", "email": "", "website": "club.example", "bring": "A mug\r\n\r\nA spoon"}
    desk.post(page, answer)
    service.refresh_from_db()
    assert (service.website, service.email, service.cost) == ("https://club.example", "", "£3")
    assert service.bring == ["A mug", "A spoon"]
    assert "£3" not in service.record.get("fees_description", "")


@pytest.mark.parametrize(("name", "typed"), [("website", "not an address"), ("email", "nobody"), ("bring", "x" * 121)])
def test_what_makes_no_sense_is_answered(desk, service, name, typed):
    assert desk.post(address("facts", service), {name: typed}).status_code == 422


def test_the_organisation_is_asked_and_the_link_withdrawn(desk, service):
    page = address("ask", service)
    assert 'value="club@example.org"' in text(desk.get(page))
    html = text(desk.post(page, {"email": "club@example.org"}, follow=True))
    assert "The email is on its way." in html
    assert "No answer yet." in html
    html = text(desk.post(reverse("directory:ask_withdraw", args=[EntryAsk.objects.get().pk]), follow=True))
    assert "Withdrawn" in html
    assert desk.post(page, {"email": ""}).status_code == 422


def test_a_commissioner_reports_and_does_not_decide(signed_in, commissioner, service):
    client = signed_in(commissioner)
    assert "Report a change" in text(client.get(address("service", service)))
    client.post(address("tell", service), {"about": "closed", "words": "It has closed"})
    told = ToldChange.objects.get()
    for page in (TOLD, f"{TOLD}/{told.pk}", address("ask", service), address("facts", service)):
        assert client.get(page).status_code == 403
    assert "may have changed" not in text(client.get(address("service", service)))


def test_a_long_list_asks_few_questions(desk, link_worker):
    for _ in range(5):
        proposed(link_worker, ServiceFactory(), cost="Free")
    desk.get(TOLD)
    with at_most(10):
        desk.get(TOLD)

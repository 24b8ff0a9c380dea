"""A coordinator writes a script, on the pages."""

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from conftest import member
from linkworks.domain.outreach.actions.scripts import draft_script, publish_script
from linkworks.domain.outreach.forms.scripts import AnswerForm, WhenForm, initial_of
from linkworks.domain.outreach.models import CallScript, ScriptVersion
from linkworks.domain.outreach.scripts.reading import needs_of, read_script
from linkworks.domain.outreach.scripts.shipped import welfare_call
from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.audit.models import ChangeEntry

pytestmark = pytest.mark.django_db
NEEDS = needs_of(read_script(welfare_call()))


@pytest.fixture
def draft(coordinator):
    return draft_script(coordinator, name="Welfare call", content=welfare_call())


@pytest.fixture
def published(coordinator, draft):
    publish_script(coordinator, draft=draft, need_types=NEEDS)
    return draft


@pytest.fixture
def browser(signed_in, coordinator):
    return signed_in(coordinator)


def words(response):
    return response.content.decode()


def url(part, version, *keys):
    return reverse(f"outreach:{part}", args=[version.pk, *keys])


def now(version):
    version.refresh_from_db()
    return version.read()


def post(browser, part, version, *keys, **answers):
    return browser.post(url(part, version, *keys), {"_version": version.version, **answers}, follow=True)


def test_a_script_begins_from_the_shipped_call_and_is_published(browser):
    page = browser.post(reverse("outreach:script_new"), {"name": "Spring call", "origin": "shipped"}, follow=True)
    assert "Spring call, version 1" in words(page)
    draft = ScriptVersion.objects.get()
    assert "Published. Its words stand now" in words(post(browser, "script_publish", draft))
    draft.refresh_from_db()
    assert draft.published_at
    events = list(ChangeEntry.objects.order_by("at").values_list("event", flat=True))
    assert events[-2:] == ["script.begun", "script.published"]


def test_a_name_is_given_once(browser, draft):
    page = browser.post(reverse("outreach:script_new"), {"name": "Welfare call", "origin": "shipped"})
    assert "There is a script of this name already" in words(page)


def test_the_next_version_begins_with_the_words_of_the_last(browser, published):
    browser.post(reverse("outreach:script_next", args=[published.script_id]))
    newest = ScriptVersion.objects.get(number=2)
    assert newest.content == published.content
    page = browser.post(reverse("outreach:script_next", args=[published.script_id]), follow=True)
    assert "A draft of this script is being written already" in words(page)
    assert "Nothing is different." in words(browser.get(url("script_changes", newest)))


def test_a_draft_is_thrown_away_and_the_version_before_stays(browser, published):
    browser.post(reverse("outreach:script_next", args=[published.script_id]))
    draft = ScriptVersion.objects.get(number=2)
    assert "cannot be brought back" in words(browser.get(url("script_throw_away", draft)))
    page = post(browser, "script_throw_away", draft)
    assert "Welfare call, version 2 is thrown away." in words(page)
    assert list(ScriptVersion.objects.all()) == [published]
    assert ChangeEntry.objects.latest("at").event == "script.thrown_away"
    browser.post(reverse("outreach:script_next", args=[published.script_id]))
    assert ScriptVersion.objects.filter(number=2).exists()


def test_with_its_only_draft_a_script_goes_too_and_its_name_is_free(browser, draft):
    post(browser, "script_throw_away", draft)
    assert not CallScript.objects.exists()
    page = browser.post(reverse("outreach:script_new"), {"name": "Welfare call", "origin": "shipped"}, follow=True)
    assert "Welfare call, version 1" in words(page)


def test_what_is_published_stays_and_says_why(browser, published):
    page = post(browser, "script_throw_away", published)
    assert "answers are given to them. So it stays." in words(page)
    assert "So it can be neither changed nor thrown away." in words(browser.get(url("script_version", published)))
    with pytest.raises(DatabaseError, match="Cannot update or delete"), transaction.atomic():
        published.delete()
    assert ScriptVersion.objects.exists()


def test_what_a_colleague_has_changed_since_is_not_thrown_away(browser, draft):
    ScriptVersion.objects.filter(pk=draft.pk).update(version=7)
    assert browser.post(url("script_throw_away", draft), {"_version": 1}).status_code == 409
    assert ScriptVersion.objects.exists()


def test_a_part_with_a_question_is_added(browser, draft):
    post(browser, "script_part_new", draft, title="Pets")
    draft.refresh_from_db()
    answers = {"say": "Have you a pet?", "kind": "choice", "labels": "No\nYes"}
    page = words(post(browser, "script_step_new", draft, "pets", **answers))
    assert "Have you a pet?" in page
    assert [answer.label for answer in now(draft).steps["have-you-a-pet"].answers] == ["No", "Yes"]


def test_an_answer_says_where_it_leads_and_what_it_raises(browser, draft):
    answers = {
        "label": "For a day",
        "goes": "food-diet",
        "read_back": "You have food for a day.",
        "type_1": "shopping",
        "urgency_1": "today",
        "says_1": "Somebody will shop for you today.",
        "raises_concern": "on",
    }
    post(browser, "script_answer", draft, "food-enough", "today-only", **answers)
    answer = now(draft).steps["food-enough"].answer("today-only")
    assert (answer.label, answer.goes, answer.raises_concern) == ("For a day", "food-diet", True)
    assert [(need.type, need.urgency) for need in answer.needs] == [("shopping", "today")]


def test_a_need_without_a_time_is_not_saved(browser, draft):
    page = post(browser, "script_answer_new", draft, "food-enough", label="Perhaps", type_1="shopping")
    assert page.status_code == 422
    assert "Say by when the need is to be met" in words(page)


def test_what_a_form_shows_is_what_it_saves():
    script, known = read_script(welfare_call()), {need: need for need in NEEDS}
    for module in script.modules:
        for step in module.steps:
            when = WhenForm(script=script, module=module, step=step)
            sent = WhenForm(data={k: v for k, v in when.initial.items() if v}, script=script, module=module, step=step)
            assert sent.is_valid()
            assert sent.step(step) == step
            for answer in step.answers:
                data = {name: value for name, value in initial_of(answer).items() if value}
                form = AnswerForm(data=data, module=module, step=step, need_types=known)
                assert form.is_valid()
                assert form.answer(answer.key) == answer


def test_when_a_step_is_said_is_chosen_from_what_comes_before(browser, draft):
    page = words(browser.get(url("script_when", draft, "food-none")))
    assert "Have you enough food and drink" in page
    assert "For how many days will your medicines last?" not in page
    post(browser, "script_when", draft, "food-none", **{"food-enough": ["none", "today-only"], "only_alone": "on"})
    step = now(draft).steps["food-none"]
    assert step.guards[0].among == ("none", "today-only")
    assert step.only_alone


def test_what_is_wrong_is_said_at_the_step_and_it_is_not_published(browser, draft):
    post(browser, "script_rearrange", draft, deed="step.up.food-none")
    draft.refresh_from_db()
    post(browser, "script_rearrange", draft, deed="step.up.food-none")
    page = words(browser.get(url("script_version", draft)))
    assert "Mend this before it is published" in page
    assert "which may come later" in page
    draft.refresh_from_db()
    assert "This script cannot be used yet." in words(post(browser, "script_publish", draft))


@pytest.mark.parametrize("deed", ["part.out.food", "step.down.two-facts", "answer.out.food-enough.none"])
def test_deeds_change_the_draft(browser, draft, deed):
    before = draft.read()
    post(browser, "script_rearrange", draft, deed=deed)
    assert now(draft) != before


@pytest.mark.parametrize("deed", ["", "part.out", "part.sideways.food", "answer.out.food-enough", "step.up.nowhere"])
def test_a_deed_that_is_none_is_not_found(browser, draft, deed):
    assert post(browser, "script_rearrange", draft, deed=deed).status_code == 404


def test_two_who_edit_at_once_do_not_overwrite_each_other(browser, draft):
    stale = draft.version
    post(browser, "script_part", draft, "food", title="Eating")
    page = browser.post(url("script_part", draft, "money"), {"_version": stale, "title": "Means"})
    assert page.status_code == 409
    assert "Somebody else changed this script" in words(page)
    assert "Means" in words(page)
    assert now(draft).module("food").title == "Eating"
    assert now(draft).module("money").title == "Money"


def test_a_published_version_is_read_and_not_edited(browser, published):
    page = words(browser.get(url("script_version", published)))
    assert "its words stand" in page
    assert "Change this" not in page
    assert browser.get(url("script_step", published, "food-enough")).status_code == 404
    assert "its words stand" in words(post(browser, "script_rearrange", published, deed="part.out.food"))


def test_trying_it_out_walks_the_script_and_saves_nothing(browser, draft):
    address = url("script_preview", draft)
    page = words(browser.get(address))
    assert "Hello. May I speak to Rosa Marsh, please?" in page
    page = words(browser.get(address, {"step": "who-answered", "answer": "died"}))
    assert "I am so sorry." in page
    said = {"said": ["who-answered.died"], "step": "so-sorry", "answer": "support"}
    page = words(browser.get(address, said))
    assert "Somebody will ring you about support after a death." in page
    assert "All is said." in page


def test_trying_it_out_without_an_answer_asks_for_one(browser, draft):
    page = words(browser.get(url("script_preview", draft), {"step": "who-answered"}))
    assert "Choose an answer." in page


def test_a_language_is_added_and_typed_beside_the_words(browser, draft):
    post(browser, "script_translations", draft, language="ur")
    draft.refresh_from_db()
    post(browser, "script_translate", draft, "ur", "opening", text_0="سلام", text_1="سلام، {name}؟")
    page = words(browser.get(url("script_translations", draft)))
    assert "Urdu: 2 of" in page
    page = words(browser.get(url("script_preview", draft), {"language": "ur"}))
    assert '<span lang="ur" dir="rtl">سلام، Rosa Marsh؟</span>' in page
    assert "(in English)" in page


@pytest.mark.parametrize("typed", ["Hola, ¿{nome}?", "Hola"])
def test_words_in_braces_stay_as_they_are_in_every_language(browser, draft, typed):
    post(browser, "script_translations", draft, language="es")
    answer = post(browser, "script_translate", draft, "es", "opening", text_1=typed)
    assert answer.status_code == 422
    assert "Write {name} where it belongs" in words(answer)
    assert typed in words(answer)


@pytest.mark.parametrize("part", ["script_version", "script_step", "script_preview", "script_translations"])
def test_scripts_are_for_those_who_run_campaigns(signed_in, link_worker, other_team_worker, draft, part):
    keys = ["food-enough"] if part == "script_step" else []
    for actor in (link_worker, other_team_worker):
        assert signed_in(actor).get(url(part, draft, *keys)).status_code in (403, 404)


def test_another_teams_script_is_not_there(signed_in, other_team, draft):
    assert (
        signed_in(member(other_team, Role.TEAM_LEAD, "Another Lead")).get(url("script_version", draft)).status_code
        == 404
    )

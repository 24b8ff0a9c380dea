"""A list that is too large for the page."""

import pytest
from django.core.management import CommandError, call_command

from linkworks.domain.outreach.choices import CohortState
from linkworks.domain.outreach.models import CohortImport
from linkworks.domain.outreach.tests.cohort.sending import as_csv, person, provenance
from linkworks.foundation.accounts.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture
def bring(tmp_path, coordinator, campaign):
    path = tmp_path / "nation.csv"
    path.write_bytes(as_csv([person(), person("2", "Adeyemi", "Tunde")]).getvalue())

    def call(**other):
        told = {"campaign": campaign.name, "by": email_of(coordinator), **vars(provenance())}
        call_command("bring_list", path, **told | other)

    return call


def email_of(actor):
    return User.objects.get(pk=actor.user_id).email


def test_its_rows_are_kept_and_its_columns_wait_on_the_page(bring, coordinator, campaign, capsys):
    bring()
    batch = CohortImport.objects.get()
    assert (batch.campaign, batch.size, batch.state) == (campaign, 2, CohortState.COLUMNS)
    assert (batch.sent_in_by_id, batch.sender) == (coordinator.user_id, "Lewisham Public Health")
    told = capsys.readouterr().out
    assert "2 rows are kept" in told
    assert f"/{batch.pk}/" in told


def test_only_who_runs_campaigns_brings_lists(bring, link_worker):
    with pytest.raises(CommandError, match="may not bring lists"):
        bring(by=email_of(link_worker))


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"by": "nobody@example.org"}, "Nobody works here under nobody@example.org"),
        ({"campaign": "Winter"}, "There is no campaign “Winter”, but: Spring welfare calls"),
        ({"purpose": " "}, "Say what the list may be used for"),
    ],
)
def test_what_is_wrong_is_said(bring, other, sentence):
    with pytest.raises(CommandError, match=sentence):
        bring(**other)
    assert not CohortImport.objects.exists()


def test_the_same_file_comes_in_once(bring):
    bring()
    with pytest.raises(CommandError, match="This very file has come in already"):
        bring()


def test_a_file_that_is_not_there_is_said(bring, tmp_path):
    (tmp_path / "nation.csv").unlink()
    with pytest.raises(CommandError, match="could not be read"):
        bring()

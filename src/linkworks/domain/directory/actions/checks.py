"""The rota of entries to check: who gets which, and what becomes of it."""

from datetime import date, timedelta

from django.db import connection, transaction

from linkworks.domain.directory.choices import CheckEnd, CheckPause
from linkworks.domain.directory.models import EntryCheck, FreshnessSettings, Service
from linkworks.domain.directory.policies import may_keep_services, may_lead_freshness, may_share_checks
from linkworks.domain.directory.rota import share_out
from linkworks.domain.directory.selectors.checks import (
    get_checker,
    get_settings,
    list_checkers,
    list_hands,
    list_neediest,
    list_open_checks,
    list_refused,
)
from linkworks.foundation.access.permission import require
from linkworks.foundation.accounts.models import User
from linkworks.foundation.audit.log import record
from linkworks.foundation.core import clock, words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import Refused

LONGEST_PAUSE = timedelta(weeks=6)


@transaction.atomic
def share_out_checks(actor: Actor) -> None:
    """Take back what nobody can check, and give everybody their share of the week. Done twice, it does no more."""
    require(may_share_checks, actor)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"directory_entrycheck {actor.own_team}"])
    _take_back(actor)
    hands, each = list_hands(actor), get_settings(actor).entries_a_week
    refused = list_refused(actor)
    wanted = sum(max(0, each - hand.has) for hand in hands) + len(refused)
    neediest = list_neediest(actor, wanted) if wanted > len(refused) else []
    for given in share_out(neediest, hands, most=each, refused=refused):
        check = EntryCheck.objects.create(
            team_id=actor.own_team, service_id=given.service_id, worker_id=given.worker_id, given_on=clock.today()
        )
        record(actor, "check.given", subject=check)


def end_checks_of(actor: Actor, service: Service) -> None:
    """The entry was assured, by whomever: nobody has to check it any more."""
    waiting = EntryCheck.objects.visible_to(actor).select_for_update().filter(ended_on__isnull=True, service=service)
    for check in waiting:
        _end(actor, check, CheckEnd.CHECKED)


@transaction.atomic
def hand_back(actor: Actor, *, check: EntryCheck) -> None:
    """The rota gives it to somebody else."""
    require(may_keep_services, actor)
    _end(actor, check, CheckEnd.HANDED_BACK)


@transaction.atomic
def pass_on(actor: Actor, *, check: EntryCheck, to: User) -> None:
    """To a colleague who has room for it, so that nobody is left with everything."""
    require(may_keep_services, actor)
    most = get_settings(actor).entries_a_week
    if list_open_checks(actor).filter(worker=to).count() >= most:
        raise Refused(f"{to.name} already has {words.count(most, 'entry', 'entries')} to check.", "to")
    check.change(worker=get_checker(actor, to.pk))
    record(actor, "check.passed_on", subject=check, to=to.pk)


@transaction.atomic
def pause_check(actor: Actor, *, check: EntryCheck, because: CheckPause, until: date) -> None:
    """They could not be reached. It stays with whoever has it."""
    require(may_keep_services, actor)
    if not clock.today() < until <= clock.today() + LONGEST_PAUSE:
        raise Refused("Choose a day within the next six weeks, from tomorrow.", "until")
    check.change(paused_because=because, paused_until=until, tries=check.tries + 1)
    record(actor, "check.paused", subject=check, why=because, until=until)


@transaction.atomic
def settle_freshness(actor: Actor, *, entries_a_week: int, asks_organizations: bool) -> None:
    require(may_lead_freshness, actor)
    settled = get_settings(actor)
    values = {"entries_a_week": entries_a_week, "asks_organizations": asks_organizations}
    if settled._state.adding:
        settled = FreshnessSettings.objects.create(team_id=actor.own_team, **values)
    else:
        settled.change(**values)
    record(
        actor,
        "freshness.settled",
        subject=settled,
        entries_a_week=entries_a_week,
        asks_organizations=asks_organizations,
    )


def _take_back(actor: Actor) -> None:
    """From those who have left, and what has gone or been assured elsewhere."""
    here = set(list_checkers(actor).values_list("pk", flat=True))
    waiting = EntryCheck.objects.visible_to(actor).filter(ended_on__isnull=True).select_related("service")
    for check in waiting:
        service = check.service
        if service.assured_on and service.assured_on >= check.given_on:
            _end(actor, check, CheckEnd.CHECKED)
        elif not service.is_listed:
            _end(actor, check, CheckEnd.GONE)
        elif check.worker_id not in here:
            _end(actor, check, CheckEnd.LEFT)


def _end(actor: Actor, check: EntryCheck, how: CheckEnd) -> None:
    check.change(ended_on=clock.today(), ended_by=how)
    record(actor, "check.ended", subject=check, how=how)

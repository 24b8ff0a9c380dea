"""Holding a case or an option still while something is decided about it."""

from linkworks.domain.casework.models import Case
from linkworks.domain.onward.choices import Choice
from linkworks.domain.onward.models import Option
from linkworks.foundation.core.errors import Refused

HAS_DIED = "{name} has died. Nothing more is put to them or passed on."
SAID_NO = "{name} said “not for me” to this. If they think otherwise now, record their new choice first."


def hold_open(case: Case) -> None:
    """Lock the case for the rest of the transaction; refuse when it is closed, or the person has died."""
    held = Case.objects.select_for_update(of=("self",)).select_related("person").get(pk=case.pk)
    held.insist_not_closed()
    if held.person.died_on is not None:
        raise Refused(HAS_DIED.format(name=held.person.known_as))


def hold(option: Option) -> Option:
    """The option as it stands now, locked for the rest of the transaction."""
    rows = Option.objects.select_for_update(of=("self",))
    held: Option = rows.select_related("case__team", "person", "service__organization").get(pk=option.pk)
    return held


def hold_wanted(option: Option) -> Option:
    """The same; refuse when the person said no to it."""
    held = hold(option)
    if held.choice == Choice.NO:
        raise Refused(SAID_NO.format(name=held.person.known_as))
    return held

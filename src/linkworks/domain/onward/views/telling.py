"""What a worker tells while they look for options: sealed in their session, in no address, gone when they sign out.

Only the cases they looked at last are kept.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from uuid import UUID

from django.http import HttpRequest

from linkworks.domain.casework.models import Case
from linkworks.domain.onward.selectors.looking import Looked, look_for_options
from linkworks.foundation.core.sealing import CannotOpen, seal, unseal

KEY = "onward.telling"
PURPOSE = "what is told while looking for options"
CASES = 10


@dataclass(frozen=True)
class Told:
    """`left_out` are pieces of the story, `set_aside` names of circumstances."""

    sentence: str = ""
    left_out: frozenset[str] = frozenset()
    set_aside: frozenset[str] = frozenset()


def saying(sentence: str, told: Told) -> Told:
    return replace(told, sentence=sentence)


def leaving_out(piece: str, told: Told) -> Told:
    return replace(told, left_out=told.left_out | {piece})


def taking_in(piece: str, told: Told) -> Told:
    return replace(told, left_out=told.left_out - {piece})


def setting_aside(name: str, told: Told) -> Told:
    return replace(told, set_aside=told.set_aside | {name})


def asking_again(name: str, told: Told) -> Told:
    return replace(told, set_aside=told.set_aside - {name})


def told_of(request: HttpRequest, case_id: UUID) -> Told:
    return _kept(request).get(str(case_id), Told())


def tell(request: HttpRequest, case_id: UUID, change: Callable[[Told], Told]) -> None:
    kept = _kept(request)
    told = change(kept.pop(str(case_id), Told()))
    last = [*kept.items(), (str(case_id), told)][-CASES:]
    plain = {id_: (one.sentence, sorted(one.left_out), sorted(one.set_aside)) for id_, one in last}
    request.session[KEY] = seal(json.dumps(plain), PURPOSE)


def look(request: HttpRequest, case: Case) -> Looked:
    """With what was told of this case in this session."""
    told = told_of(request, case.pk)
    actor = request.actor  # type: ignore[attr-defined]
    return look_for_options(actor, case, sentence=told.sentence, left_out=told.left_out, set_aside=told.set_aside)


def _kept(request: HttpRequest) -> dict[str, Told]:
    try:
        plain = json.loads(unseal(request.session.get(KEY, ""), PURPOSE))
    except CannotOpen:
        return {}
    return {
        id_: Told(sentence, frozenset(left_out), frozenset(set_aside))
        for id_, (sentence, left_out, set_aside) in plain.items()
    }

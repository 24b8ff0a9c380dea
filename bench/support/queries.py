from http import HTTPStatus

from django.conf import settings
from django.test import Client

from bench.support.visits import Visit, Visitor
from tests.support.queries import asked


def count_queries(visitor: Visitor) -> int:
    """The most that any of these visits asks of the database, in this process, which has answered them once before.

    The statements that frame a transaction are not counted.
    """
    client = Client(headers={"Host": "localhost"})
    client.cookies[settings.SESSION_COOKIE_NAME] = visitor.session
    for visit in visitor.visits:
        _ask(client, visit)
    return max(_count(client, visit) for visit in visitor.visits)


def _count(client: Client, visit: Visit) -> int:
    with asked() as texts:
        _ask(client, visit)
    return len(texts)


def _ask(client: Client, visit: Visit) -> None:
    answer = client.post(visit.path, visit.form, secure=True) if visit.form else client.get(visit.path, secure=True)
    if answer.status_code != HTTPStatus.OK:
        raise RuntimeError(f"{visit.path} answered {answer.status_code}.")

from unittest.mock import patch

import pytest
from django.db import InternalError, ProgrammingError, connection, connections

from linkworks.foundation.core.demonstration import is_marked, mark

pytestmark = pytest.mark.django_db(databases=["default", "owner"])


def mark_as_if_empty(wrapper) -> None:
    with patch.object(wrapper.introspection, "table_names", return_value=[]):
        mark(wrapper)


def test_a_database_is_no_demonstration_unless_it_was_made_one() -> None:
    assert not is_marked(connection)


def test_an_empty_database_can_be_made_one() -> None:
    owner = connections["owner"]
    mark_as_if_empty(owner)
    assert is_marked(owner)


def test_a_database_with_tables_cannot_be_made_one() -> None:
    with pytest.raises(ValueError, match="Only an empty database"):
        mark(connections["owner"])


def test_the_web_role_cannot_make_one() -> None:
    with pytest.raises((ProgrammingError, InternalError)):
        mark_as_if_empty(connection)

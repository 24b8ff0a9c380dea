import pytest

from linkworks.domain.people.models import Person


@pytest.mark.parametrize(
    ("names", "known_as"),
    [
        ({"preferred_name": "Bill", "given_name": "William", "family_name": "Reed"}, "Bill"),
        ({"given_name": "William", "family_name": "Reed"}, "William"),
        ({"family_name": "Reed"}, "Reed"),
    ],
)
def test_nobody_is_without_a_name(names, known_as):
    assert Person(**names).known_as == known_as

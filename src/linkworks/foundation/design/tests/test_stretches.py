from operator import gt, lt
from types import SimpleNamespace

import pytest

from linkworks.foundation.design.stretches import stretch_of

from .pages import request


class Rows(list):
    """As much of a queryset as is asked for."""

    def filter(self, **wanted):
        ((name, bound),) = wanted.items()
        field, how = name.split("__")
        return Rows(row for row in self if {"gt": gt, "lt": lt}[how](getattr(row, field), bound))

    def order_by(self, field):
        return sorted(self, key=lambda row: getattr(row, field.strip("-")), reverse=field.startswith("-"))


ROWS = Rows(SimpleNamespace(number=number) for number in range(10, 80, 10))


def shown(**asked):
    stretch = stretch_of(request(data=asked), ROWS, by="number", size=3)
    return [row.number for row in stretch.rows], stretch.previous, stretch.next


def test_a_list_is_walked_to_its_end_and_back():
    assert shown() == ([10, 20, 30], "", "?after=30")
    assert shown(after="30") == ([40, 50, 60], "?before=40", "?after=60")
    assert shown(after="60") == ([70], "?before=70", "")
    assert shown(before="70") == ([40, 50, 60], "?before=40", "?after=60")
    assert shown(before="40") == ([10, 20, 30], "", "?after=30")


@pytest.mark.parametrize("asked", ["x", "-1", "²", "9" * 40, ""])
def test_what_is_no_number_leads_to_the_beginning(asked):
    assert shown(after=asked, before=asked) == ([10, 20, 30], "", "?after=30")


def test_nothing_is_there_before_the_first_and_after_the_last():
    assert shown(before="10") == shown(after="70") == ([], "", "")

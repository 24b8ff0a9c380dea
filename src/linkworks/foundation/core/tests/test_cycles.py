import gc

import pytest

from linkworks.foundation.core.cycles import no_search


def test_nothing_is_searched_meanwhile_and_all_is_afterwards():
    with no_search():
        assert not gc.isenabled()
        with no_search():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_searched_again_after_a_fault():
    with pytest.raises(ZeroDivisionError), no_search():
        raise ZeroDivisionError
    assert gc.isenabled()

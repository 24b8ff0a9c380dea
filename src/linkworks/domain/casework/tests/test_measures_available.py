import pytest

from linkworks.domain.casework.measures import DEFAULT_PACK, INSTRUMENTS
from linkworks.domain.casework.measures.available import available, may_be_added
from linkworks.domain.casework.presenters.measure_charts import score_range

WORDING = (
    'registration = "12345"\n'
    f"statements = {[f'Statement {number}' for number in range(1, 8)]}\n"
    "answers = ['Never', 'Seldom', 'At times', 'Often', 'Always']\n"
)


@pytest.fixture
def wording(settings, tmp_path):
    file = tmp_path / "swemwbs.toml"
    file.write_text(WORDING)
    settings.SWEMWBS_WORDING = str(file)
    available.cache_clear()
    yield
    available.cache_clear()


def test_a_licensed_measure_stays_away_until_the_operator_has_loaded_its_wording():
    assert "swemwbs" not in available()
    assert set(may_be_added()) == set(INSTRUMENTS) - {"swemwbs", *DEFAULT_PACK}


@pytest.mark.usefixtures("wording")
def test_with_its_wording_a_licensed_measure_may_be_chosen():
    swemwbs = may_be_added()["swemwbs"]
    assert (swemwbs.has_wording, swemwbs.items[0].wording) == (True, "Statement 1")


@pytest.mark.parametrize(
    ("instrument", "key", "expected"),
    [
        ("ons4", "satisfied", (0, 10)),
        ("ucla3", "total", (3, 9)),
        ("djg6", "total", (0, 6)),
        ("djg6", "emotional", (0, 3)),
        ("gad7", "total", (0, 21)),
        ("phq9", "total", (0, 27)),
        ("swemwbs", "metric", (7, 35)),
    ],
)
def test_a_chart_runs_from_the_lowest_to_the_highest_that_can_be_scored(instrument, key, expected):
    assert score_range(INSTRUMENTS[instrument], key) == expected

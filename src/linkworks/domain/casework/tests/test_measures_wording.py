import pytest

from linkworks.domain.casework.measures import INSTRUMENTS, WordingError, load_wording, score

SWEMWBS = INSTRUMENTS["swemwbs"]

GOOD = """
registration = "A test"
introduction = "Think of last week."
statements = ["S1", "S2", "S3", "S4", "S5", "S6", "S7"]
answers = ["A1", "A2", "A3", "A4", "A5"]
"""


@pytest.fixture
def written(tmp_path):
    def write(text: str):
        path = tmp_path / "swemwbs.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_licensed_wording_is_not_shipped():
    assert not SWEMWBS.has_wording
    assert [item.wording for item in SWEMWBS.items] == [f"Statement {number}" for number in range(1, 8)]
    assert [answer.words for answer in SWEMWBS.items[0].answers] == ["1", "2", "3", "4", "5"]


def test_an_operators_file_gives_the_wording_and_leaves_the_scoring(written):
    worded = load_wording(SWEMWBS, written(GOOD))
    assert worded.has_wording
    assert worded.introduction == "Think of last week."
    assert [item.wording for item in worded.items] == ["S1", "S2", "S3", "S4", "S5", "S6", "S7"]
    assert worded.items[6].words_for(5) == "A5"
    answers = {item.key: 3 for item in SWEMWBS.items}
    assert score(worded, answers).scales == score(SWEMWBS, answers).scales


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ('registration = "A test"', "", "under which registration"),
        ('"S7"', "", "needs 7 statements"),
        ('"S7"', '""', "needs 7 statements"),
        ('"S7"', "7", "needs 7 statements"),
        ('"A5"', '"A5", "A6"', "needs 5 answers"),
        ("answers = ", "answers ", "not a TOML file"),
    ],
)
def test_a_file_that_will_not_do_says_what_is_wrong(written, old, new, sentence):
    with pytest.raises(WordingError, match=sentence):
        load_wording(SWEMWBS, written(GOOD.replace(old, new)))

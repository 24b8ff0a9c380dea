from linkworks.domain.people.matching import name_pairs
from linkworks.domain.people.matching.name_pairs import NameJudge


def test_a_judge_of_millions_of_names_remembers_no_more_than_so_many(monkeypatch):
    monkeypatch.setattr(name_pairs, "MOST_REMEMBERED", 3)
    judge = NameJudge()
    for number in range(10):
        judge.given(("joan",), (f"jo{number}",))
        judge.family(("khan",), (f"kh{number}",))
    assert max(len(judge._given), len(judge._family)) <= 3
    assert judge.given(("joan",), ("joan",)) is name_pairs.Like.SAME

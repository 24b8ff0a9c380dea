import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

SERVICE = {
    "id": "S1",
    "name": "Fresh Start",
    "description": "Debt advice.",
    "categories": ["debt"],
    "eligibility": {"text": "Adults", "age_min": 18, "conditions_any": [], "areas": ["Lewisham"]},
    "status": "open",
}
CLOSED = SERVICE | {"id": "S2", "status": "closed"}
STRANGE = SERVICE | {"id": "S3", "eligibility": {"conditions_any": ["huntingtons_family"], "colour": "blue"}}
CASE = {
    "id": "C1",
    "story": "Bailiffs are coming.",
    "client": {"age": 40},
    "truth": {"conditions": ["huntingtons_family"]},
}


@pytest.fixture
def run(tmp_path):
    def run(catalogue=(SERVICE, CLOSED, STRANGE), cases=(CASE,)):
        (tmp_path / "catalogue.json").write_text(json.dumps(catalogue))
        (tmp_path / "cases.jsonl").write_text("\n".join(map(json.dumps, cases)))
        call_command(
            "match_services",
            catalogue=tmp_path / "catalogue.json",
            cases=tmp_path / "cases.jsonl",
            out=tmp_path / "run.jsonl",
            stdout=StringIO(),
            stderr=StringIO(),
        )
        return [json.loads(line) for line in (tmp_path / "run.jsonl").read_text().splitlines()]

    return run


def test_it_ranks_each_case_from_story_and_client_alone(run):
    assert run() == [{"case_id": "C1", "ranked": ["S1"]}]


def test_a_bad_file_is_named(run, tmp_path):
    with pytest.raises(CommandError, match=r"line 1: a case needs an id and a story"):
        run(cases=({"id": "C1"},))
    with pytest.raises(CommandError, match="one JSON list"):
        run(catalogue={"services": []})
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("match_services", catalogue=tmp_path / "none", cases=tmp_path / "none", out=tmp_path / "out")

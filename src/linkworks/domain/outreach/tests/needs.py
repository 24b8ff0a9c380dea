"""What tests of needs share: a script that is published, answers given in a call, a job of the team."""

from linkworks.domain.outreach.actions.answers import save_answer
from linkworks.domain.outreach.actions.scripts import draft_script, publish_script
from linkworks.domain.outreach.scripts.reading import needs_of, read_script
from linkworks.foundation.core.actor import Actor

OPENING = {"who-answered": ["person"], "who-we-are": ["carry-on"], "two-facts": ["right"], "may-ask": ["yes"]}
COOKS_NOT = {
    **OPENING,
    "food-enough": ["none"],
    "food-why": ["getting-it"],
    "food-none": ["cannot-cook"],
}


def script_of(coordinator, content):
    draft = draft_script(coordinator, name="Welfare", content=content)
    publish_script(coordinator, draft=draft, need_types=needs_of(read_script(content)))
    return draft


def answer(caller, held, answers):
    for step, given in answers.items():
        save_answer(caller, token=held.token, step=step, given=given)


def system(need):
    return Actor.system("test", need.team_id)

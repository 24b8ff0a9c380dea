"""What matters, needs, the plan, research, advocacy."""

from linkworks.foundation.audit.registry import declare

declare("what_matters.recorded", "What matters to the person was written down")

declare("needs.added", "Needs were added", "categories")
declare("need.moved", "A need now stands differently", "category", "status")

declare("plan.agreed", "A plan was agreed", "review_on", "person_has_copy")
declare("plan.review_arranged", "When to look at the plan again was changed", "review_on", "person_has_copy")
declare("plan.reviewed", "The plan was looked at again", "review_on", "person_has_copy")

declare("goal.agreed", "A goal was agreed")
declare("goal.reworded", "A goal was put in other words")
declare("goal.moved", "A goal now stands differently", "status")
declare("goal.scored", "The person said how close a goal is", "goal", "score")

declare("plan_step.added", "A step towards a goal was added", "goal")
declare("plan_step.done", "A step towards a goal was done", "goal")
declare("plan_step.not_done", "A step was marked as done by mistake", "goal")

declare("research.asked", "Something to look into was written down", "due_on")
declare("research.handed_on", "Something to look into was handed to a colleague", "worker")
declare("research.found", "What was found was written down")

declare("advocacy.begun", "Speaking up for the person was begun", "deadline")
declare("advocacy.changed", "What is being spoken up for was changed", "deadline")
declare("advocacy.step_recorded", "What was done or heard while speaking up was written down", "result")

"""Choices and the ladder as they are drawn."""

from collections.abc import Iterator

from linkworks.domain.onward.choices import LADDER, Choice, NeedMet, Rung
from linkworks.domain.onward.ladder import Climbed, Progress
from linkworks.domain.onward.selectors.options import OptionStory
from linkworks.foundation.core import words
from linkworks.foundation.design.parts import Colour, LadderStep, Tag

CHOICE_COLOURS: dict[Choice, Colour] = {Choice.YES: "green", Choice.TELL_ME_MORE: "blue", Choice.NO: "grey"}
NOT_ASKED = Tag("Not asked yet", "yellow")
NEED_NOT_MET = {NeedMet.PARTLY: "in part so far", NeedMet.NO: "not yet what was needed"}


def choice_tag(choice: str) -> Tag:
    return Tag(f"“{Choice(choice).label}”", CHOICE_COLOURS[Choice(choice)]) if choice else NOT_ASKED


def ladder_steps(story: OptionStory) -> tuple[LadderStep, ...]:
    return tuple(_steps(story.progress, is_under_way=story.has_way_on or story.progress.is_known))


def ladder_words(progress: Progress) -> str:
    """The whole ladder in a phrase, for lists: “received help, 3 March 2026; stopped: the wait was too long”."""
    top = progress.climbed[-1] if progress.climbed else None
    said = [f"{top.rung.label}, {words.full_date(top.by)}"] if top else []
    if progress.need_met in NEED_NOT_MET:
        said.append(NEED_NOT_MET[progress.need_met])
    if progress.stopped:
        said.append(f"stopped: {progress.stopped.label.lower()}")
    told = "; ".join(said)
    return words.start_large(told)


def _steps(progress: Progress, *, is_under_way: bool) -> Iterator[LadderStep]:
    climbed = {step.rung: step for step in progress.climbed}
    for number, rung in enumerate(LADDER):
        if rung in climbed:
            yield _done(climbed[rung])
        elif number == len(climbed) and progress.stopped:
            yield LadderStep(rung.label, "stopped", note=progress.stopped.label.lower())
        elif number == len(climbed) and is_under_way:
            yield LadderStep(rung.label, "current", note=_note(rung, progress))
        else:
            yield LadderStep(rung.label, "ahead")


def _done(step: Climbed) -> LadderStep:
    if step.is_implied:
        return LadderStep(step.rung.label, "done", note=f"by {words.day(step.by)}")
    return LadderStep(step.rung.label, "done", at=step.by)


def _note(rung: Rung, progress: Progress) -> str:
    if rung == Rung.NEED_MET and progress.need_met in NEED_NOT_MET:
        return NEED_NOT_MET[progress.need_met]
    return "not told yet"

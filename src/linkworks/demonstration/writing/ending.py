"""The code that went into the GP record, and how a case ended, with the message back."""

from dataclasses import dataclass
from datetime import date, timedelta

from linkworks.demonstration import figures
from linkworks.demonstration.days import ONE_DAY, day_of, working_day_on_or_after
from linkworks.demonstration.figures import Path
from linkworks.demonstration.post import Post
from linkworks.demonstration.spells import Spell
from linkworks.demonstration.stories import phrases
from linkworks.demonstration.world import World
from linkworks.demonstration.writing.course import add_step
from linkworks.domain.casework.actions.close import CHECK_IN
from linkworks.domain.casework.choices import CaseStatus, ClosureReason, HowItWent
from linkworks.domain.casework.closing_summary import GoalChange, SummaryFacts, summary_text
from linkworks.domain.casework.codes import DECLINED, REFERRAL, codes
from linkworks.domain.casework.models import Closure, CodedEntry, Contact, Task
from linkworks.domain.referrals import message_texts
from linkworks.domain.referrals.choices import ReferralReason, ReferralSource
from linkworks.foundation.core.names import initials

REASONS = {
    Path.ADVICE: ClosureReason.ADVICE_GIVEN,
    Path.NEVER_REACHED: ClosureReason.NO_REPLY,
    Path.LOST_TOUCH: ClosureReason.NO_REPLY,
    Path.SAID_NO: ClosureReason.DECLINED,
    Path.MOVED: ClosureReason.MOVED,
    Path.DIED: ClosureReason.DIED,
}
SAYINGS = {path: path.value.replace(" ", "_") for path in REASONS}
MOST_WORDS = {HowItWent.NEED_MET: "met", HowItWent.PARTLY: "partly", HowItWent.NOT_MET: "not_met"}


def how_it_goes(spell: Spell) -> HowItWent:
    """How it will be said that it went, known to whoever tells the story."""
    if spell.path is Path.ADVICE:
        return HowItWent.NEED_MET if spell.is_recorded and spell.chance.happens(0.5) else HowItWent.NOT_KNOWN
    if not spell.is_supported:
        return HowItWent.NOT_KNOWN
    return spell.chance.weighted(figures.HOW_IT_WENT)


@dataclass(slots=True)
class Ending:
    world: World
    post: Post

    def write(self, spell: Spell, how: HowItWent) -> None:
        self._referral_code(spell)
        if spell.closed_at is None:
            return
        said = how if spell.is_recorded else HowItWent.NOT_KNOWN
        reason = self._reason(spell, how)
        closure = self._close(spell, reason, said)
        messages = self._tell(spell, closure)
        self.world.log.change(
            spell.worker.user,
            "case.closed",
            spell.closed_at,
            spell.case,
            spell.case.person_id,
            reason=reason,
            how_it_went=said,
            messages=messages,
        )
        if reason is ClosureReason.DIED:
            spell.person.died_on = day_of(spell.closed_at) - 2 * ONE_DAY

    def _referral_code(self, spell: Spell) -> None:
        """Once, at the first conversation in which support was accepted; not every worker remembers."""
        share = figures.CODED if spell.is_recorded else figures.CODED_BY_OTHERS
        if spell.talks and spell.path is not Path.SAID_NO and spell.chance.happens(share):
            self._code(spell, REFERRAL, spell.talks[0].contact)

    def _code(self, spell: Spell, meaning: str, contact: Contact | None) -> None:
        when = (contact.created_at if contact else spell.closed_at or self.world.midnight) + timedelta(minutes=2)
        by = spell.worker_at(when).user
        code = codes()[meaning].code
        entry = self.world.on_case(
            CodedEntry, spell.case, by, when, meaning=meaning, code=code, contact=contact, at=when
        )
        self.world.log.change(by, "code.recorded", when, entry, spell.case.person_id, meaning=meaning, code=code)

    def _reason(self, spell: Spell, how: HowItWent) -> ClosureReason:
        return REASONS.get(spell.path) or spell.chance.weighted(figures.WHY_CLOSED[how])

    def _close(self, spell: Spell, reason: ClosureReason, how: HowItWent) -> Closure:
        when, by = spell.closed_at, spell.worker.user
        assert when is not None  # noqa: S101 (only closed cases come here)
        check_in_on = None
        if spell.is_supported and spell.chance.happens(figures.CHECK_IN):
            check_in_on = working_day_on_or_after(day_of(when) + spell.chance.between(42, 90) * ONE_DAY)
            self._check_in(spell, check_in_on)
        words = self._words(spell, how)
        closure: Closure = self.world.on_case(
            Closure, spell.case, by, when, at=when, reason=reason, how_it_went=how, words=words, check_in_on=check_in_on
        )
        spell.case.status, spell.case.closed_at = CaseStatus.CLOSED, when
        step = f"{closure.get_reason_display()}. {closure.get_how_it_went_display()}. {words}".strip()
        add_step(self.world, spell, CaseStatus.CLOSED, when, by, step)
        if spell.path is Path.SAID_NO and spell.chance.happens(figures.CODED):
            self._code(spell, DECLINED, None)
        return closure

    def _check_in(self, spell: Spell, due_on: date) -> None:
        by = spell.worker.user
        when = spell.closed_at or self.world.midnight
        lately = self.world.days_ago(10) < due_on
        is_done = due_on < self.world.day and (not lately or spell.chance.happens(0.6))
        done_at = self.world.diary.take(by.pk, due_on, spell.chance) if is_done else None
        self.world.on_case(
            Task,
            spell.case,
            by,
            when,
            title=CHECK_IN,
            worker=by,
            due_on=due_on,
            done_at=done_at if done_at and self.world.is_past(done_at) else None,
        )

    def _words(self, spell: Spell, how: HowItWent) -> str:
        if spell.path in REASONS:
            ways = phrases()[SAYINGS[spell.path]]["ending"]
        elif how is HowItWent.NOT_KNOWN:
            return ""
        else:
            ways = getattr(spell.story, MOST_WORDS[how])
        return spell.voice.say(self.world.wording.choose(ways, spell.worker.user.pk))

    def _tell(self, spell: Spell, closure: Closure) -> int:
        """The practice gets the summary; a referrer who is not the practice, only that it has ended."""
        when, by = closure.at, spell.worker.user
        told = message_texts.summary(spell.referral, summary_text(self._facts(spell, closure)))
        messages = int(self.post.tell_practice(spell.referral, told, when, by))
        if spell.referral.source != ReferralSource.PRACTICE:
            self.post.tell_outcome(spell.referral, message_texts.closed(spell.referral), when, by)
        return messages

    def _facts(self, spell: Spell, closure: Closure) -> SummaryFacts:
        referral = spell.referral
        return SummaryFacts(
            about=f"{initials(referral.given_name, referral.family_name)} (our reference {referral.reference})",
            opened_on=day_of(spell.case.opened_at),
            contacts=len(spell.talks),
            reasons=[ReferralReason(reason).label for reason in referral.reasons],
            what_matters=spell.what_matters,
            goals=[GoalChange(words, scores[0], scores[-1]) for words, scores in spell.goals.items() if scores],
            measures=spell.changes,
            reason=closure.get_reason_display(),
            how_it_went=closure.get_how_it_went_display(),
            words=closure.words,
            check_in_on=closure.check_in_on,
        )

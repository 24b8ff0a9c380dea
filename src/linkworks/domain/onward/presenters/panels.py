"""What options put on the case page and on My day."""

from dataclasses import dataclass

from linkworks.domain.casework.choices import CaseStatus
from linkworks.domain.casework.models import Case
from linkworks.domain.onward.choices import Choice, OnwardStatus
from linkworks.domain.onward.models import ClientChoice, OnwardReferral, Option, OptionsSheet
from linkworks.domain.onward.presenters.about import find_url, option_url, options_url
from linkworks.domain.onward.presenters.ladder import choice_tag, ladder_words
from linkworks.domain.onward.presenters.options import referral_stands
from linkworks.domain.onward.presenters.sheet import sheet_url
from linkworks.domain.onward.selectors.options import OptionStory, list_where_options_stand
from linkworks.domain.onward.selectors.sheets import read_sheet_news
from linkworks.domain.onward.selectors.waiting import list_silent, list_to_follow
from linkworks.foundation.audit.log import record_look
from linkworks.foundation.core import words
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import Link, Tag

MY_DAY = "casework.my_day"
AT_ONCE = 8
SAID = {Choice.YES: "chose", Choice.TELL_ME_MORE: "would like to know more about"}


@dataclass(frozen=True)
class OptionLine:
    link: Link
    choice: Tag
    how_far: str


@dataclass(frozen=True)
class OptionsPanel:
    known_as: str
    options: tuple[OptionLine, ...]
    every: Link
    find: Link | None


@dataclass(frozen=True)
class WaitingLine:
    """A sentence with the service as a link in it."""

    before: str
    link: Link
    after: str


@dataclass(frozen=True)
class WaitingPanel:
    heading: str
    first: tuple[WaitingLine, ...]
    rest: tuple[WaitingLine, ...]


def options_panel(actor: Actor, case: Case) -> OptionsPanel:
    is_closed = case.status == CaseStatus.CLOSED
    return OptionsPanel(
        known_as=case.person.known_as,
        options=tuple(_option(case, story) for story in list_where_options_stand(actor, case)),
        every=Link("Options and sheets", options_url(case.pk)),
        find=None if is_closed else Link("Find options", find_url(case.pk)),
    )


def silent_panel(actor: Actor, subject: None) -> WaitingPanel | None:
    """Partners who have the next word, longest silent first."""
    silent = list_silent(actor)
    record_look(actor, MY_DAY, [referral.person_id for referral in silent])
    return _panel("Partners we wait for", [_silent(referral) for referral in silent])


def to_follow_panel(actor: Actor, subject: None) -> WaitingPanel | None:
    """What people said to options, and nobody has taken further yet."""
    options = list_to_follow(actor)
    record_look(actor, MY_DAY, [option.person_id for option in options])
    return _panel("What came back", [_to_follow(option) for option in options])


def sheet_news_panel(actor: Actor, subject: None) -> WaitingPanel | None:
    """What people refused on their options sheets, and sheets that nobody opened or that were shut."""
    news = read_sheet_news(actor)
    record_look(actor, MY_DAY, [row.person_id for row in (*news.refused, *news.unread)])
    lines = [*(_refused(told) for told in news.refused), *(_unread(sheet) for sheet in news.unread)]
    return _panel("From their options sheets", lines)


def _option(case: Case, story: OptionStory) -> OptionLine:
    link = Link(story.option.service_name, option_url(case.pk, story.option.pk))
    stands = referral_stands(story.referrals[-1]) if story.referrals else ""
    return OptionLine(link, choice_tag(story.option.choice), ladder_words(story.progress) or stands)


def _silent(referral: OnwardReferral) -> WaitingLine:
    status = OnwardStatus(referral.status)
    answer = "no answer yet, sent" if status == OnwardStatus.SENT else f"“{status.label.lower()}”, nothing heard since"
    after = f"{answer} {words.ago(referral.status_since)}"
    link = Link(referral.service_name, option_url(referral.case_id, referral.option_id))  # type: ignore[attr-defined]
    has_died = referral.died_on  # type: ignore[attr-defined]
    return WaitingLine(f"{_name(referral)}:", link, f"has died: tell them ({after})" if has_died else after)


def _to_follow(option: Option) -> WaitingLine:
    said = f"{_name(option)} {SAID[Choice(option.choice)]}"
    link = Link(option.service_name, option_url(option.case_id, option.pk))  # type: ignore[attr-defined]
    return WaitingLine(said, link, words.ago(option.chosen_at) if option.chosen_at else "")


def _refused(told: ClientChoice) -> WaitingLine:
    link = Link(told.service_name, option_url(told.case_id, told.option_id))  # type: ignore[attr-defined]
    return WaitingLine(f"{_name(told)} said “not for me” to", link, words.ago(told.at))


def _unread(sheet: OptionsSheet) -> WaitingLine:
    link = Link("Options sheet", sheet_url(sheet))
    if sheet.was_shut:
        return WaitingLine(f"{_name(sheet)}:", link, "closed after too many wrong years. Ask them whether it was they")
    ended = words.ago(sheet.expires_at) if sheet.expires_at else ""
    return WaitingLine(f"{_name(sheet)}:", link, f"its link ran out unread {ended}")


def _name(row: OnwardReferral | Option | OptionsSheet | ClientChoice) -> str:
    return f"{row.given_name} {row.family_name}"  # type: ignore[union-attr]


def _panel(heading: str, lines: list[WaitingLine]) -> WaitingPanel | None:
    return WaitingPanel(heading, tuple(lines[:AT_ONCE]), tuple(lines[AT_ONCE:])) if lines else None

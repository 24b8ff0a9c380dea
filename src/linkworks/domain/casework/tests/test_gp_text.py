from dataclasses import replace
from datetime import date

from linkworks.domain.casework.code_guard import CaseEvent, CodeDecision, Occasion, code_due
from linkworks.domain.casework.codes import codes
from linkworks.domain.casework.gp_text import GpEntry, gp_text

MARCH = date(2026, 3, 3)

ENTRY = GpEntry(
    contact_on=MARCH,
    kind="Telephone call",
    worker="Amina Bello",
    decision=code_due([CaseEvent(Occasion.ACCEPTED, MARCH)]),
    done="Listened;\n  talked about  the walking group",
    next_step="Ring about the walking group",
    next_step_on=date(2026, 3, 10),
)


def test_the_text_says_what_was_done_what_comes_next_and_which_code_is_due():
    assert gp_text(ENTRY).splitlines() == [
        "Social prescribing: Telephone call, 3 March 2026",
        "Link worker: Amina Bello",
        "What we did: Listened; talked about the walking group",
        "Next step: Ring about the walking group (by 10 March 2026)",
        "Code: 871731000000106 Referral to social prescribing service (procedure)",
        "The referral code is due: this is the first time in this case that the client accepts support.",
    ]


def test_without_a_code_it_says_why():
    entry = replace(ENTRY, decision=code_due([CaseEvent(Occasion.WELFARE_CALL, MARCH)]))
    assert gp_text(entry).splitlines()[-2:] == ["Code: none", "No code is due: a welfare call is never coded."]


def test_what_was_not_recorded_is_said_to_be_missing():
    entry = replace(ENTRY, done=" \n", next_step="", next_step_on=None)
    assert "What we did: nothing recorded" in gp_text(entry)
    assert "Next step: none planned" in gp_text(entry)


def test_an_unconfirmed_code_carries_its_mark_into_the_text():
    entry = replace(ENTRY, decision=CodeDecision(codes()["offered"], "Because."))
    assert "Code: 871691000000100 Social prescribing offered [not confirmed: check it before use]" in gp_text(entry)

from tests.system.every_page.visit import Visit, form, send_it_empty

LEAD, WORKER = "team_lead", "link_worker"


def referral(state: str, part: str = ""):
    return lambda world: f"/referrals/{getattr(world.referrals, state).pk}{part}"


WAYS = {
    "referrals.inbox": {
        "empty": Visit(LEAD, lambda world: "/referrals?source=police&status=withdrawn"),
        "filled": Visit(LEAD, lambda world: "/referrals"),
    },
    "referrals.referral": {
        "received": Visit(LEAD, referral("received")),
        "undecided": Visit(LEAD, referral("undecided")),
        "returned": Visit(LEAD, referral("returned")),
        "declined": Visit(LEAD, referral("declined")),
        "accepted": Visit(WORKER, referral("accepted")),
    },
    # The number is on another record: to register without saying so is an error.
    "referrals.who": {
        "filled": Visit(LEAD, referral("undecided", "/who")),
        "error": Visit(LEAD, referral("undecided", "/who"), send_it_empty),
    },
    "referrals.new": form("coordinator", lambda world: "/referrals/new"),
    "referrals.nhs_number": form(LEAD, referral("undecided", "/nhs-number"), first="filled"),
    "referrals.somebody_else": form(LEAD, referral("joined", "/somebody-else")),
    "referrals.return": form(LEAD, referral("received", "/return")),
    "referrals.answer": form(LEAD, referral("returned", "/answer")),
    "referrals.decline": form(LEAD, referral("received", "/decline")),
    "referrals.withdraw": form(LEAD, referral("received", "/withdraw")),
    "referrals.take_back": form(LEAD, referral("declined", "/take-back")),
}

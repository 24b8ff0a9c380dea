from tests.system.every_page.visit import Visit, form

COORDINATOR = "coordinator"


def at(path: str):
    return lambda world: path


def of_campaign(part: str = "", which: str = "campaign"):
    return lambda world: f"/campaigns/{world.outreach[which].pk}{part}"


WAYS = {
    "outreach.campaigns": {
        "empty": Visit("other_lead", at("/campaigns")),
        "filled": Visit(COORDINATOR, at("/campaigns")),
    },
    "outreach.campaign_new": form(COORDINATOR, at("/campaigns/new")),
    "outreach.campaign": {
        "empty": Visit(COORDINATOR, of_campaign(which="prepared")),
        "filled": Visit(COORDINATOR, of_campaign()),
    },
}

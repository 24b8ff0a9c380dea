from tests.system.every_page.visit import Visit

WAYS = {
    "messaging.stuck": {
        "empty": Visit("other_lead", lambda world: "/messages"),
        "filled": Visit("team_lead", lambda world: "/messages"),
    }
}

from tests.system.every_page.visit import read

WAYS = {"messaging.stuck": read("team_lead", lambda world: "/messages", state="empty")}

from tests.system.every_page.visit import read

WAYS = {
    "reports.figures": read("commissioner", lambda world: "/figures")
    | read("other_lead", lambda world: "/figures", state="empty")
}

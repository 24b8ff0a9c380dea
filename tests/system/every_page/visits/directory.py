from tests.system.every_page.visit import Visit, form, read

WAYS = {
    "directory.search": {
        "filled": Visit("link_worker", lambda world: "/directory"),
        "empty": Visit("link_worker", lambda world: "/directory?q=zzzzqqq"),
    },
    "directory.service": read("link_worker", lambda world: f"/directory/{world.service.pk}"),
    "directory.check": form("link_worker", lambda world: f"/directory/{world.service.pk}/check", first="filled"),
}

import brotli

from linkworks.foundation.design import built_assets


def test_the_committed_assets_match_their_sources():
    assert built_assets.differences() == []


def test_a_changed_source_is_named(monkeypatch):
    changed = built_assets.current_hashes()
    changed["sources"]["scss/_page.scss"] = "something else"
    monkeypatch.setattr(built_assets, "current_hashes", lambda: changed)
    assert built_assets.differences() == [
        "sources: scss/_page.scss has changed since the assets were built. Run script/assets."
    ]


def test_nothing_is_fetched_from_elsewhere():
    css = (built_assets.BUILT / "linkworks.css").read_text()
    assert "@font-face" not in css
    assert "http" not in css.replace("http://www.w3.org", "")
    assert "frutiger" not in css.lower()


def test_style_and_script_leave_most_of_the_hundred_kilobytes_to_the_page():
    sizes = [
        len(brotli.compress((built_assets.BUILT / name).read_bytes())) for name in ("linkworks.css", "linkworks.js")
    ]
    assert sum(sizes) < 60_000

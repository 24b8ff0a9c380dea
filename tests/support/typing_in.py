"""Filling a form as somebody does who sees it, by the names of its fields."""

from playwright.sync_api import Page


def fill_in(page: Page, answers: dict[str, str | list[str]]) -> None:
    """Type, tick and choose; a list ticks several boxes."""
    for name, answer in answers.items():
        field = page.locator(f"main [name='{name}']")
        kind = field.first.evaluate("e => e.tagName === 'SELECT' ? 'select' : e.type")
        if kind in {"radio", "checkbox"}:
            _tick(page, name, [answer] if isinstance(answer, str) else answer)
        elif kind == "select":
            field.select_option(answer)
        else:
            field.fill(str(answer))


def send(page: Page, button: str) -> None:
    """Press the form's own button."""
    page.locator("main form button[type=submit]").filter(has_text=button).last.click()


def follow(page: Page, words: str) -> None:
    """Press a link by its words, whether it looks like a link or a button."""
    page.locator("main a").filter(has_text=words).first.click()


def _tick(page: Page, name: str, values: list[str]) -> None:
    for value in values:
        page.locator(f"main [name='{name}'][value='{value}']").check()

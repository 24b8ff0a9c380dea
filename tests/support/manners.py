"""What every page owes its reader, beyond what axe can see."""

from playwright.sync_api import Page

_LOOK = """() => ({
  headings: [...document.querySelectorAll('h1')].map(h => h.textContent.trim()),
  title: document.title,
  ids: [...document.querySelectorAll('[id]')].map(e => e.id),
  unlabelled: [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
    .filter(e => !e.labels?.length && !e.ariaLabel && !e.getAttribute('aria-labelledby')).map(e => e.name || e.id),
  hasty: [...document.forms].filter(form => {
    const presses = [...form.elements].filter(e => e.type === 'submit');
    const boxes = form.querySelector('input:not([type=hidden]):not([type=file])');
    return boxes && presses.length > 1 && presses[0].name && !presses[0].disabled;
  }).map(form => form.action),
  wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  outside: performance.getEntriesByType('resource').map(r => r.name).filter(n => !n.startsWith(location.origin)),
})"""


def rudeness(page: Page) -> list[str]:
    """What this page does wrong; nothing is the right answer."""
    seen = page.evaluate(_LOOK)
    doubled = sorted({one for one in seen["ids"] if seen["ids"].count(one) > 1})
    found = {
        f"{len(seen['headings'])} first-level headings": len(seen["headings"]) != 1,
        "an empty title": not seen["title"].removesuffix("– Linkworks").strip(),
        f"ids that stand twice: {doubled}": bool(doubled),
        f"fields without a label: {seen['unlabelled']}": bool(seen["unlabelled"]),
        f"forms in which Enter presses one of several answers: {seen['hasty']}": bool(seen["hasty"]),
        f"{seen['wide']} pixels too wide": seen["wide"] > 0,
        f"fetched from outside: {seen['outside']}": bool(seen["outside"]),
    }
    return [words for words, is_so in found.items() if is_so]

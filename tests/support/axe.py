"""Accessibility faults of a page, by the rules of WCAG 2.2 A and AA."""

from pathlib import Path

from playwright.sync_api import Page

SCRIPT = (Path(__file__).parents[1] / "system" / "vendor" / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


# Two frames after the last change of size everything stands where it will stay; colours are judged by what lies under.
SETTLED = """() => document.fonts.ready.then(
  () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))))"""

# What was found in order is long, and would be carried over only to be thrown away.
RUN = """rules => axe.run({runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})
  .then(result => result.violations)"""


def faults(page: Page) -> list[str]:
    """A line for each fault: the rule, the element, what is wrong."""
    page.wait_for_load_state("load")
    page.evaluate(SETTLED)
    if not page.evaluate("() => 'axe' in window"):  # the same page at another width has it already
        page.evaluate(SCRIPT)
    found = page.evaluate(RUN, RULES)
    return [f"{fault['id']}: {node['target']} {node['failureSummary']}" for fault in found for node in fault["nodes"]]

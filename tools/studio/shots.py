"""Take the pictures of the docs: ``python -m tools.studio.shots docs/studio`` (needs Chromium)."""

import sys
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from .browse import PAGES, context, launched, opened, served

QUERIES = {
    "explore": "&theory=degenerated-workers-state&schema=1&id=germany-1923-success",
    "compare": "&theory=degenerated-workers-state&theory=state-capitalism&theory=bureaucratic-collectivism",
    "claims": "&open=c000-expropriation-tracks-rule",
    "record": "&open=gdp-ussr-maddison",
    "theories": "&open=state-capitalism",
}


def shoot(browser: Browser, address: str, folder: Path, *, dark: bool, narrow: bool) -> None:
    """Write one picture of every page, light or dark, wide or narrow."""
    made = context(browser, dark=dark, narrow=narrow)
    for name in PAGES:
        page = made.new_page()
        opened(page, address, f"page={name}{QUERIES.get(name, '')}")
        if name == "plan":
            plan_made(page)
        ending = ("-dark" if dark else "") + ("-narrow" if narrow else "")
        page.screenshot(path=folder / f"{name}{ending}.png")
        page.close()
    made.close()


def plan_made(page: Page) -> None:
    """Ask for the plan that the page offers first, and wait for it."""
    page.get_by_role("button", name="Make the plan").click()
    page.get_by_role("heading", name="Bottlenecks").wait_for()


def main(folder: Path, every: bool) -> None:
    """Write the pictures into a folder: light and wide, or every kind."""
    folder.mkdir(parents=True, exist_ok=True)
    both = (False, True) if every else (False,)
    with served() as studio, sync_playwright() as playwright:
        browser = launched(playwright)
        if browser is None:
            sys.exit("No Chromium was found; install one, or run: playwright install chromium")
        for dark, narrow in product(both, both):
            shoot(browser, studio.address, folder, dark=dark, narrow=narrow)


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--every" in sys.argv)

"""Take pictures as other eyes see them: ``python -m tools.studio.vision out/vision`` (needs Chromium).

Four kinds of colour vision, the reader's own few colours, more contrast, and print; of every page, from head
to foot, with rival estimates drawn, a mechanism and what is left of open numbers opened, and a plan made.
"""

import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from thermidor.theories import THEORIES

from .browse import PAGES, context, launched, opened, served
from .shots import QUERIES, plan_made

ALL = "".join(f"&theory={one}" for one in THEORIES)
RIVALLED = "disputes-germany"
RIVALS = (f"{RIVALLED}~militarized_disputes", f"{RIVALLED}~militarized_disputes_with_jpn")
SEEN = QUERIES | {
    "compare": ALL,  # all colours in one chart
    "record": f"&open={RIVALLED}" + "".join(f"&view=record.beside%3D{one}" for one in RIVALS),
}
WITH_NUMBERS = "Targets follow the moves of rivals"
KINDS = ("protanopia", "deuteranopia", "tritanopia", "achromatopsia")
MEDIA: dict[str, dict[str, Any]] = {
    "contrast": {"contrast": "more"},
    "print": {"media": "print"},
    "forced": {"forced_colors": "active"},  # last: Chromium keeps its black paper for pictures that follow
}


def shoot(page: Page, path: Path, dark: bool) -> None:
    """Write one picture for each kind of colour vision and each medium."""
    eyes = page.context.new_cdp_session(page)
    for kind in KINDS:
        eyes.send("Emulation.setEmulatedVisionDeficiency", {"type": kind})
        page.screenshot(path=f"{path}-{kind}.png", full_page=True)
    eyes.send("Emulation.setEmulatedVisionDeficiency", {"type": "none"})
    for name, medium in MEDIA.items():
        page.emulate_media(color_scheme="dark" if dark else "light", **medium)
        page.screenshot(path=f"{path}-{name}.png", full_page=True)
        page.emulate_media(media="screen", forced_colors="none", contrast="no-preference")


def both(browser: Browser, address: str, folder: Path) -> None:
    """Write the pictures of each page, light and dark."""
    for dark in (False, True):
        made = context(browser, dark=dark)
        for name in PAGES:
            page = made.new_page()
            opened(page, address, f"page={name}{SEEN.get(name, '')}")
            if name == "plan":
                plan_made(page)
            if name == "theories":
                page.locator(".mechanism summary", has_text=WITH_NUMBERS).first.click()
                page.evaluate("scrollTo(0, 0)")
            shoot(page, folder / f"{name}{'-dark' if dark else ''}", dark)
            page.close()
        made.close()


def main(folder: Path) -> None:
    """Write the pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with served() as studio, sync_playwright() as playwright:
        browser = launched(playwright)
        if browser is None:
            sys.exit("No Chromium was found; install one, or run: playwright install chromium")
        both(browser, studio.address, folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]))

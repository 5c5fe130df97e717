"""One studio and one browser for all tests of this folder; without a browser they are skipped, and say so."""

from collections.abc import Iterator

import pytest

pytest.importorskip("playwright", reason="the browser tests need the Python package playwright")

from playwright.sync_api import Browser, Page, expect, sync_playwright
from tools.studio.browse import PATIENCE, Served, context, launched, served

expect.set_options(timeout=1000 * PATIENCE)


@pytest.fixture(scope="session")
def studio() -> Iterator[Served]:
    with served() as one:
        yield one


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = launched(playwright)
        if found is None:
            pytest.skip("the browser tests need Chromium; none was found on this machine")
        yield found
        found.close()


class Watched(list[str]):
    """What went wrong in a page: errors of scripts, words of the console, requests to other hosts."""


@pytest.fixture
def faults() -> Watched:
    return Watched()


@pytest.fixture
def page(browser: Browser, studio: Served, faults: Watched) -> Iterator[Page]:
    made = context(browser)
    one = watched(made.new_page(), studio.address, faults)
    yield one
    made.close()
    assert not faults


def watched(page: Page, address: str, faults: list[str]) -> Page:
    """Note every error and every request that leaves this machine."""
    page.on("pageerror", lambda error: faults.append(f"error: {error}"))
    page.on("console", lambda said: said.type == "error" and faults.append(f"console: {said.text}"))
    page.on("request", lambda one: _foreign(one.url, address) and faults.append(f"foreign: {one.url}"))
    return page


def _foreign(url: str, address: str) -> bool:
    return not url.startswith((address, address.replace("http", "ws", 1), "blob:", "data:"))

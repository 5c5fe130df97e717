"""Kinds of events can be left out of the charts; the others keep their numbers, as does the address."""

from playwright.sync_api import expect
from tools.studio.browse import opened, settled

RUN = "page=compare&theory=state-capitalism&theory=transitory-caste&draws=64&chart=hunger"


def numbers(page):
    return page.locator("#chart-hunger text.mark-number").all_text_contents()


def test_a_kind_of_events_is_left_out_and_comes_back(page, studio):
    opened(page, studio.address, RUN)
    whole = numbers(page)
    listed = page.locator("ol.events li")
    assert len(whole) == listed.count() >= 7
    page.get_by_role("group", name="Kinds of events").get_by_label("politics").uncheck()
    expect(listed).to_have_count(3)
    left = [one.get_attribute("value") for one in listed.all()]
    assert numbers(page) == left == ["2", "3", "4"]
    page.reload()
    settled(page)
    assert numbers(page) == left
    page.get_by_role("link", name="Explore", exact=True).click()
    settled(page)
    expect(page.get_by_label("politics")).not_to_be_checked()
    assert numbers(page) == left
    page.get_by_label("politics").check()
    expect(listed).to_have_count(len(whole))
    assert numbers(page) == whole

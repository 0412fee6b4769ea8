"""The frame in a real browser: nothing that axe finds, nothing that scrolls sideways, everything by keys."""

import pytest

SIZES = [(1440, 1), (390, 1), (320, 1), (1440, 2), (390, 2)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "text"), SIZES)
def test_the_home_is_accessible_at_every_width_and_size_of_text(
    page_of, workspace, axe, sideways, screens, scheme, width, text
):
    page = page_of("viewer", width=width, scheme=scheme, text=text)
    page.goto(f"/w/{workspace.slug}/")
    axe(page)
    if text == 1:
        sideways(page)
    screens(page, f"home-{width}-{text}-{scheme}")

"""Wagtail's own accessibility checker, beside our panel, speaks Vietnamese."""

import pytest
from django.utils.translation import override
from wagtail.admin.userbar import ContentCheckerItem


@pytest.mark.parametrize("rule", ContentCheckerItem.axe_run_only)
def test_every_rule_that_runs_has_vietnamese_words(rule):
    """A rule without words of Wagtail's own would show those of Axe, which are English."""
    words = ContentCheckerItem.axe_messages[rule]
    for name in ("error_name", "help_text"):
        with override("en"):
            english = str(words[name])
        with override("vi"):
            assert str(words[name]) != english, english

"""What the program does not reach yet, by aspect and case, each with what is missing.

The marks are strict: once the assertion holds, the mark fails and is taken out here.
"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.public_samples.expected import EXPECTED

FIRST, DUTY, CLOSED, DERIVED, STANDING = "first", "duty", "closed", "derived", "standing"
CARD_FIRST = (
    "the ladder puts the card first only while an application waits or no organ has the duty, not where so far nothing was "
    "refused, only more papers were asked, and going back with the published rule is the next step"
)
FORM_UNKNOWN = (
    "a refusal by an office that can be respondent, of which nobody noted whether it was in writing, is treated as one "
    "that was not: the ladder holds reconsideration back instead of showing both readings"
)
COLLECTOR = "arrears of premiums have no organ of their own: the duty goes by service alone (pension: the agency)"
NOT_BY_HAND = "patterns rest on the rules of the packs; what a rule entered by hand finds is not taken for a pattern"

PENDING: Mapping[str, Mapping[str, str]] = {
    FIRST: {
        "hk-both-parents-insurance": CARD_FIRST,
        "tj-teda-borrowed-flat-notarised": CARD_FIRST,
        "js-arrears-nobody-competent": COLLECTOR,
        "zz-2014-papers-do-not-match": CARD_FIRST,
        "hf-bj-hukou-transfer-both-refuse": FORM_UNKNOWN,
        "xx-award-unenforced-late-reconsideration": (
            "the first step is never the court, and a decision on reconsideration is taken for a new act"
        ),
        "bj-2014-higher-vocational-six-years": FORM_UNKNOWN,
        "xx-cleaner-backpay-within-two-years": (
            "a labour case starts with arbitration whatever is asked; unpaid premiums go to inspection"
        ),
        "zz-chronic-illness-30-percent": CARD_FIRST,
        "bj-chaoyang-insurance-agency": CARD_FIRST,
        "bj-haidian-dormitory-bulldozed": (
            "an unnamed service has no organ, and a request for urgent protection is not told apart"
        ),
        "dg-refund-instead-of-transfer": "no step says “sign nothing yet” before a refund that ends the record",
        "hf-wrong-reconsideration-body": "the first step names the government whatever version of the law is in force",
    },
    DERIVED: {
        "zz-2014-papers-do-not-match": (
            "a programme for younger children is not met for want of their age, which is taken for a requirement "
            "out of reach: whom a programme is for is not told apart from what it asks"
        ),
        "xy-gaokao-insurance-interrupted": (NOT_BY_HAND + "; nor does a total of 24 months rule out 36 unbroken ones"),
        "xa-hukou-moved-both-provinces-refuse": NOT_BY_HAND,
    },
    CLOSED: {
        "xx-award-unenforced-late-reconsideration": (
            "reconsideration already used is not shown as closed; an award in force closes nothing, because "
            "labour ways are shown for labour cases alone and enforcement of an award is no way at all"
        ),
        "jm-heshan-first-visit-not-registered": (
            "the application for recognition, with its year from the injury, is no way of the ladder"
        ),
        "dg-refund-instead-of-transfer": "the transfer of a pension is no way of the ladder",
    },
}


def each(aspect: str) -> pytest.MarkDecorator:
    """Every case by itself; where the aspect is pending, strictly so and with what is missing."""
    missing = PENDING.get(aspect, {})
    cases = [
        pytest.param(name, marks=pytest.mark.xfail(reason=missing[name], strict=True)) if name in missing else name
        for name in EXPECTED
    ]
    return pytest.mark.parametrize("name", cases)

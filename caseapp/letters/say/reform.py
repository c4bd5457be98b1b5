"""What a reform changed for the clients of an office, in one sentence."""

from __future__ import annotations

from caseapp.i18n import N_
from caseapp.letters.both import Both, same
from caseapp.letters.say.finding import both, join, say
from caseapp.policy.model import Programme


def say_reform(
    earlier: Programme | None, later: Programme | None, clients: int, changed: int, gained: int, lost: int
) -> Both:
    """How many of the clients get another answer by the later rule than by the earlier one, on the same facts."""
    before = both(earlier.name) if earlier else say(N_("no rule"))
    after = both(later.name) if later else say(N_("no rule"))
    head = say(N_("From “{before}” to “{after}”:"), before=before, after=after)
    count = same(str(clients))
    if clients == 0:
        return join(head, say(N_("none of our clients is one it speaks to.")))
    if changed == 0:
        return join(head, say(N_("households: {count}. None gets another answer: it changed no outcome."), count=count))
    return join(
        head,
        say(
            N_("households: {count}. Another answer: {changed}; now met by {gained}, no longer by {lost}."),
            count=count, changed=same(str(changed)), gained=same(str(gained)), lost=same(str(lost)),
        ),
    )  # fmt: skip

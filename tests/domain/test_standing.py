"""Where a paper stands follows from handovers, visits and validity; what a person set holds until something later."""

from __future__ import annotations

from datetime import date

import pytest

from caseapp.domain.case_file import CaseFile
from caseapp.domain.cases import Case
from caseapp.domain.days import ImpreciseDay
from caseapp.domain.documents import Attachment, Document, DocumentState, HolderKind, in_page_order
from caseapp.domain.handovers import Form, Handover, Keeper, last_of_original, original_keeper, together
from caseapp.domain.offices import Level, Office, OfficeKind
from caseapp.domain.standing import Because, Standings
from caseapp.domain.visits import Answer, Demand, Visit

JUNE_1, JUNE_5, JUNE_9 = date(2026, 6, 1), date(2026, 6, 5), date(2026, 6, 9)
ON = date(2026, 6, 12)
S = DocumentState


def paper(state: S = S.HELD, since: date | None = JUNE_1, **more: object) -> Document:
    return Document("d", "c", "rental_contract", state=state, state_on=since, **more)


def moved(day: date | None, giver: Keeper, receiver: Keeper, form: Form = Form.ORIGINAL, identity: str = "h") -> Handover:
    return Handover(identity, "c", "d", day, form, giver, receiver, "王")


def stands(document: Document | None, *handovers: Handover, **more: object):
    file = CaseFile(Case("c", "1", JUNE_1), documents=(document,) if document else (), handovers=handovers, **more)
    return Standings(file, ON).of("rental_contract", document)


IN = moved(JUNE_5, Keeper.CLIENT, Keeper.OFFICE)
BACK = moved(JUNE_9, Keeper.OFFICE, Keeper.CLIENT)


@pytest.mark.parametrize(
    ("document", "handovers", "state", "because"),
    [
        (None, (), S.NEEDED, Because.NOTHING),
        (paper(), (), S.HELD, Because.SET),
        (paper(), (IN,), S.HANDED_IN, Because.HANDOVER),
        (paper(), (BACK, IN), S.RETURNED, Because.HANDOVER),
        (paper(since=ON), (IN,), S.HELD, Because.SET),
        (paper(S.NEEDED, None), (IN,), S.HANDED_IN, Because.HANDOVER),
        (paper(S.WITHHELD, JUNE_5), (IN,), S.WITHHELD, Because.SET),
        (paper(S.WITHHELD, JUNE_1), (IN,), S.HANDED_IN, Because.HANDOVER),
        (paper(), (moved(JUNE_5, Keeper.CLIENT, Keeper.CASEWORKER),), S.HELD, Because.SET),
        (paper(), (moved(date(2026, 6, 20), Keeper.CLIENT, Keeper.OFFICE),), S.HELD, Because.SET),
        (paper(valid_until=date(2026, 6, 11)), (), S.EXPIRED, Because.VALIDITY),
        (paper(valid_until=ON), (), S.HELD, Because.SET),
        (paper(valid_until=JUNE_9), (IN,), S.HANDED_IN, Because.HANDOVER),
        (paper(valid_until=JUNE_1), (IN, BACK), S.EXPIRED, Because.VALIDITY),
        (paper(S.NOT_APPLICABLE, valid_until=JUNE_1), (), S.NOT_APPLICABLE, Because.SET),
    ],
)
def test_the_state_of_a_paper_is_what_happened_last(document, handovers, state, because):
    found = stands(document, *handovers)
    assert (found.state, found.because) == (state, because)


def test_a_landlord_who_said_no_withholds_the_paper_he_was_asked_for():
    landlord = Office("o", OfficeKind.LANDLORD, Level.UNIT)
    visit = Visit("v", "c", "o", day=ImpreciseDay.on(JUNE_5), answer=Answer.REFUSED, words="不签合同")
    told = {"visits": (visit,), "demands": (Demand("q", "v", "rental_contract"),), "offices": {"o": landlord}}
    found = stands(None, **told)
    assert (found.state, found.since, found.holder, found.words) == (S.WITHHELD, JUNE_5, HolderKind.LANDLORD, "不签合同")
    assert stands(paper(), **told).state is S.HELD


def test_the_original_lies_where_it_was_last_taken_and_copies_do_not_move_it():
    chain = (
        moved(JUNE_5, Keeper.CASEWORKER, Keeper.LAWYER, identity="2"),
        moved(JUNE_1, Keeper.CLIENT, Keeper.CASEWORKER, identity="1"),
        moved(JUNE_9, Keeper.CASEWORKER, Keeper.OFFICE, Form.COPY, identity="3"),
    )
    assert original_keeper(chain, "d") is Keeper.LAWYER
    assert original_keeper(chain, "d", date(2026, 6, 2)) is Keeper.CASEWORKER
    assert original_keeper(chain, "other") is Keeper.CLIENT
    assert last_of_original(chain, "d").id == "2"


def test_what_changed_hands_together_stands_on_one_receipt():
    other = Handover("h2", "c", "e", JUNE_5, Form.COPY, Keeper.CLIENT, Keeper.OFFICE, "王")
    assert [one.id for one in together((BACK, IN, other), IN)] == ["h", "h2"]


def test_pages_follow_their_places_and_new_ones_come_last():
    files = [Attachment(name, "c", "b", place=place) for name, place in (("new", 0), ("2", 2), ("1", 1), ("newer", 0))]
    assert [file.id for file in in_page_order(files)] == ["1", "2", "new", "newer"]

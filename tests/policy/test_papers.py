# ruff: noqa: E501  (one row of a table, one line)
"""A paper is described once for the place; a programme names it, or says what is different here."""

import pytest

from caseapp.policy.documents import documents
from tests.policy.linjiang import TEXT, changed, pack_of, problems_of

PAPERS = """\
papers:
  - {id: rental_contract, issuer_zh: 房东, issuer_en: landlord, common_obstacle_zh: 房东不肯签, common_obstacle_en: not signed}
  - {id: social_insurance_record, issued_by: lj-education}
programmes:
"""
LISTED = changed("programmes:\n", PAPERS).replace(
    """      - {id: rental_contract, name_zh: 房屋租赁合同, name_en: Rental contract}
      - {id: social_insurance_record, name_zh: 社保记录, name_en: Insurance record}
""",
    "      - rental_contract\n      - social_insurance_record\n      - hukou_booklet\n",
)


def test_a_paper_named_by_its_id_is_what_the_place_says_of_it() -> None:
    lease, record, booklet = pack_of(LISTED).programmes[0].documents
    assert lease.issuer is not None and lease.issuer.zh == "房东" and lease.common_obstacle is not None
    assert record.issued_by == "lj-education"
    assert booklet.name is documents()["hukou_booklet"].name and booklet.issuer is None


def test_an_entry_of_a_programme_changes_only_what_it_says() -> None:
    entry = "{id: rental_contract, common_obstacle_zh: null, validity_zh: 一年, validity_en: one year}"
    (lease, *_) = pack_of(LISTED.replace("      - rental_contract\n", f"      - {entry}\n")).programmes[0].documents
    assert (lease.common_obstacle, lease.name) == (None, documents()["rental_contract"].name)
    assert lease.issuer is not None and lease.validity is not None and lease.validity.en == "one year"


def test_another_issuer_replaces_the_usual_one_whole() -> None:
    entry = "{id: social_insurance_record, issuer_zh: 单位, issuer_en: employer}"
    pack = pack_of(LISTED.replace("      - social_insurance_record\n", f"      - {entry}\n"))
    record = pack.programmes[0].documents[1]
    assert record.issued_by is None and record.issuer is not None and record.issuer.en == "employer"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("- hukou_booklet", "- hukou_book", "[programmes[0].documents[2]]: hukou_book is not in the document catalogue"),
        ("- hukou_booklet", "- rental_contract", "The id rental_contract stands here twice"),
        ("- {id: rental_contract", "- {id: rent_contract", "[papers[0].id]: rent_contract is not in the document catalogue"),
        ("id: social_insurance_record, issued_by", "id: rental_contract, issued_by", "[papers[1].id]: The id rental_contract stands"),
        ("issued_by: lj-education", "issued_by: lj-x", "[papers[1].issued_by]: lj-x is not listed under offices"),
        ("issuer_en: landlord, ", "", "[papers[0].issuer_en]: A text is expected"),
        ("issuer_zh: 房东,", "issuer_zh: 房东, colour: red,", "[papers[0].colour]: This key is not known here"),
        ("- hukou_booklet", "- {id: hukou_booklet, issued_by: lj-x}", "[programmes[0].documents[2].issued_by]: lj-x is not"),
        ("- hukou_booklet", "- [hukou_booklet]", "[programmes[0].documents[2]]: A mapping"),
    ],
)  # fmt: skip
def test_an_error_in_a_paper_is_shown_once_where_it_stands(old: str, new: str, problem: str) -> None:
    assert LISTED.count(old) == 1
    found = problems_of(LISTED.replace(old, new))
    assert any(problem in one for one in found), found
    assert len(found) <= 2, found


def test_papers_written_out_in_a_programme_still_read() -> None:
    assert [paper.id for paper in pack_of(TEXT).programmes[0].documents] == ["rental_contract", "social_insurance_record"]

"""Papers that show the same as the one asked for."""

from __future__ import annotations

from caseapp.domain.case_file import CaseFile

SHOWS_THE_SAME = {
    # Residence Permit Regulations art. 9: proof of address includes a lease, a title deed, a lodging certificate.
    "proof_of_address": (
        "rental_registration_certificate",
        "rental_contract",
        "property_certificate",
        "dormitory_certificate",
        "business_or_dorm_property",
    ),
    # The same article: proof of work includes a contract or any other material that shows stable work.
    "employment_certificate": ("labour_contract", "social_insurance_record", "business_licence"),
}


def holds_substitute(file: CaseFile) -> bool:
    """Whether, for some paper an office asked for, another that shows the same is in hand."""
    held = {document.paper for document in file.documents if document.state.in_hand}
    return any(held.intersection(SHOWS_THE_SAME.get(demand.paper, ())) for demand in file.demands)

"""Papers that show the same as the one asked for, and the provision that lets them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SameProof:
    """Papers of the catalogue that show the same, and the id of the provision that names them."""

    papers: tuple[str, ...]
    provision: str


SAME_PROOF: Mapping[str, SameProof] = {
    # Residence Permit Regulations art. 9: proof of address includes a lease, a title deed, a lodging certificate.
    "proof_of_address": SameProof(
        (
            "rental_registration_certificate",
            "rental_contract",
            "property_certificate",
            "dormitory_certificate",
            "business_or_dorm_property",
        ),
        "rp-documents",
    ),
    # The same article: proof of work includes a contract or any other material that shows stable work.
    "employment_certificate": SameProof(
        ("labour_contract", "social_insurance_record", "business_licence"), "rp-work-proof"
    ),
}

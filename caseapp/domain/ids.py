"""Typed identities. Each is the text of a UUID; the types keep a case from being taken for a person."""

from __future__ import annotations

import uuid
from typing import NewType

PersonId = NewType("PersonId", str)
HouseholdId = NewType("HouseholdId", str)
MembershipId = NewType("MembershipId", str)
CaseId = NewType("CaseId", str)
PartyId = NewType("PartyId", str)
KeyDayId = NewType("KeyDayId", str)
EnquiryId = NewType("EnquiryId", str)
FactId = NewType("FactId", str)
SpellId = NewType("SpellId", str)
DocumentId = NewType("DocumentId", str)
BlobId = NewType("BlobId", str)
AttachmentId = NewType("AttachmentId", str)
HandoverId = NewType("HandoverId", str)
OfficeId = NewType("OfficeId", str)
VisitId = NewType("VisitId", str)
DemandId = NewType("DemandId", str)
WrittenAnswerId = NewType("WrittenAnswerId", str)
ConsentId = NewType("ConsentId", str)
PatternMarkId = NewType("PatternMarkId", str)
LetterId = NewType("LetterId", str)
ReadOutId = NewType("ReadOutId", str)
ReleaseId = NewType("ReleaseId", str)
ReleasedCellId = NewType("ReleasedCellId", str)
ProfileId = NewType("ProfileId", str)
CaseworkerId = NewType("CaseworkerId", str)
LocalRuleId = NewType("LocalRuleId", str)
LocalCriterionId = NewType("LocalCriterionId", str)
RuleVerifiedId = NewType("RuleVerifiedId", str)
FollowUpId = NewType("FollowUpId", str)
AgendaMarkId = NewType("AgendaMarkId", str)

PROFILE = ProfileId("00000000-0000-4000-8000-000000000001")
"""A casebook has one organisation profile."""


def new_id() -> str:
    """A fresh random identity (RFC 9562, version 4)."""
    return str(uuid.uuid4())

"""The derivation rules, registered by importing them. A new rule is a function beside its kin and one line here."""

from __future__ import annotations

from caseapp.attribution.rules import conditions, insurance, papers, referrals, refusals, time, work

__all__ = ["conditions", "insurance", "papers", "referrals", "refusals", "time", "work"]

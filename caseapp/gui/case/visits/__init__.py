"""The visits of a case: the list, the form, and the chain of referrals."""

"""The sample casebook on this computer. It holds nobody's data, so its passphrase is no secret."""

from __future__ import annotations

from pathlib import Path

from caseapp.paths import user_data

SAMPLE_PASSPHRASE = "made-up families only"


def sample_folder() -> Path:
    """Where the sample casebook is kept."""
    return user_data() / "sample.casebook"

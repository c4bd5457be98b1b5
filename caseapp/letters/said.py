"""Sentences in both languages, with what they rest on: what papers are put together from."""

from __future__ import annotations

from dataclasses import dataclass

from caseapp.letters.blocks import FORM, RestsOn, Sentence
from caseapp.letters.both import Both


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence in both languages, with what it rests on."""

    text: Both
    rests_on: RestsOn = FORM

    @property
    def zh(self) -> Sentence:
        return Sentence(self.text.zh, self.rests_on)

    @property
    def en(self) -> Sentence:
        return Sentence(self.text.en, self.rests_on)


Line = tuple[Said, ...]

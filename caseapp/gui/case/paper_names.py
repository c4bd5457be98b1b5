"""What a paper is called on screen."""

from __future__ import annotations

from caseapp.gui.both import in_language
from caseapp.letters.say.pattern import say_paper


def paper_name(paper: str, title: str = "") -> str:
    """The paper's own title, else its name in the catalogue, else what was typed."""
    return title or in_language(say_paper(paper))

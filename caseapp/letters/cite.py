"""Provisions as a letter cites them: the statute in 《 》, the article in Chinese numerals, a few words quoted.

Only provisions whose text was read and whose version was in force on the letter's day are cited; a letter of 2012 cites
no article of a text of 2018.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from caseapp.domain.cases import Service
from caseapp.law.duties import paying_up
from caseapp.law.library import citable, provisions, statutes
from caseapp.letters.blocks import RestsOn
from caseapp.letters.both import Both
from caseapp.letters.material import Material
from caseapp.letters.numerals import english_article
from caseapp.letters.said import Said
from caseapp.letters.wording import phrases

MOST_ARTICLES = 5


def citable_ids(ids: Iterable[str], on: date) -> tuple[str, ...]:
    """Those of ``ids`` a letter of ``on`` may cite, in their order."""
    return tuple(id_ for id_ in ids if citable(provisions()[id_], on))


def cited(material: Material) -> tuple[str, ...]:
    """Ids of the provisions a letter cites for its request: those of the service, at most five."""
    return citable_ids(_wanted(material), material.on)[:MOST_ARTICLES]


def all_citable(material: Material) -> bool:
    """Whether none of them had to be left out because its text of that day is not held."""
    versions = {provisions()[id_].statute for id_ in _wanted(material)}
    found = {provisions()[id_].statute for id_ in cited(material)}
    return bool(found) or not versions


def _wanted(material: Material) -> tuple[str, ...]:
    words = material.words
    permit = words.with_permit if material.holds_permit else ()
    fee = words.with_fee if any(visit.fee_asked_yuan.strip() for visit in material.file.visits) else ()
    return (*paying_up(material.file, material.on), *words.provisions, *fee, *permit)


class Citer:
    """Names a statute's title where it is needed: the first time, and when another stood between."""

    def __init__(self, service: Service) -> None:
        self._service, self._last = service, ""

    def name(self, id_: str) -> Both:
        """《义务教育法》第十二条第二款 / art. 12(2) of the Compulsory Education Law."""
        found = provisions()[id_]
        statute = statutes()[found.statute]
        again = self._last == found.statute
        self._last = found.statute
        english = english_article(found.article)
        if again:
            return Both(found.article, english)
        return Both(f"《{statute.cited_as}》{found.article}", f"{english} of the {_plain(statute.title_en)}")

    def sentence(self, id_: str) -> Said:
        """What the letter says of the provision, from ``resources/letters/citations.yaml``."""
        own = f"{id_}.{self._service.value}"
        key = own if own in phrases("citations") else id_
        return Said(phrases("citations").say(key, cite=self.name(id_)), RestsOn(provisions=(id_,)))


def _plain(title: str) -> str:
    """A title without its note of the version."""
    return title.split(" (")[0]

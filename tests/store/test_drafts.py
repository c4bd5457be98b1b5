"""What is being typed: kept inside the encrypted database, apart from the journal, and gone when it is dropped."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

from caseapp.store import drafts, opening
from caseapp.store.casebook import Casebook
from caseapp.store.dump import digest
from caseapp.store.erasure import erase_case, erase_person
from caseapp.store.sharing import apply_changes, changes_since, vector
from caseapp.store.verify import verify
from tests.store.desk import KEY, NOW, begin_case
from tests.store.test_erasure import person_of, traces
from tests.store.test_secrecy import files_with

TYPED = "她说窗口的人让她回老家开证明"


def keys(casebook: Casebook, who: str = "li") -> list[str]:
    return [draft.key for draft in drafts.every(casebook, who)]


def test_the_last_kept_stands_in_the_place_of_the_one_before(casebook: Casebook) -> None:
    drafts.keep(casebook, "li", "intake", {"story": "first"}, NOW)
    drafts.keep(casebook, "li", "enquiry", {"question": "half a \ud83c surrogate"}, NOW + timedelta(seconds=1))
    drafts.keep(casebook, "li", "intake", {"story": TYPED}, NOW + timedelta(seconds=5), at_hand=False)
    drafts.keep(casebook, "wang", "intake", {"story": "another's"}, NOW)
    assert drafts.read(casebook, "li", "intake") == drafts.Kept(
        "intake", {"story": TYPED}, NOW + timedelta(seconds=5), at_hand=False
    )
    assert keys(casebook) == ["intake", "enquiry"]
    assert drafts.read(casebook, "li", "visit") is None


def test_the_journal_knows_nothing_of_it(casebook: Casebook) -> None:
    begin_case(casebook)
    before, sequence = digest(casebook), casebook.sequence
    drafts.keep(casebook, "li", "intake", {"story": TYPED}, NOW)
    assert (digest(casebook), casebook.sequence) == (before, sequence)
    assert verify(casebook).problems == ()
    casebook.close()
    with opening.open_with_key(casebook.folder, KEY, NOW) as again:
        assert again.notices == ()
        assert keys(again) == ["intake"]


def test_it_never_travels_and_hinders_no_merge(casebook: Casebook) -> None:
    begin_case(casebook)
    casebook.close()
    folder = Path(shutil.copytree(casebook.folder, casebook.folder.with_name("Other.casebook")))
    with opening.open_with_key(casebook.folder, KEY, NOW) as one, opening.open_with_key(folder, KEY, NOW) as other:
        drafts.keep(one, "li", "intake", {"story": TYPED}, NOW)
        begin_case(one, name="甲")
        begin_case(other, name="乙")
        apply_changes(other, changes_since(one, vector(other)), "wang", NOW)
        apply_changes(one, changes_since(other, vector(one)), "li", NOW)
        assert digest(one) == digest(other)
        assert (keys(one), keys(other)) == (["intake"], [])
        assert verify(one).problems == verify(other).problems == ()


def test_it_is_in_no_file_in_plain_and_in_no_page_once_dropped(casebook: Casebook, tmp_path: Path) -> None:
    drafts.keep(casebook, "li", "intake", {"story": TYPED * 900, "client_name": "欧阳龘梅"}, NOW)
    assert list(files_with((TYPED, "欧阳龘梅"), tmp_path)) == []
    assert traces(casebook, TYPED, "欧阳龘梅") == [TYPED, "欧阳龘梅"]
    drafts.keep(casebook, "li", "intake", {"story": "short"}, NOW)
    drafts.drop(casebook, "li", "intake")
    casebook.close()
    assert traces(casebook, TYPED, "欧阳龘梅", "short") == []


def test_what_was_typed_about_an_erased_person_or_case_goes_with_them(casebook: Casebook) -> None:
    case, other = begin_case(casebook, name="欧阳龘梅"), begin_case(casebook, name="别人")
    person = person_of(casebook, "欧阳龘梅").id
    casebook.close()
    folder = Path(shutil.copytree(casebook.folder, casebook.folder.with_name("Other.casebook")))
    with opening.open_with_key(casebook.folder, KEY, NOW) as one, opening.open_with_key(folder, KEY, NOW) as two:
        for copy in (one, two):
            for key in ("intake", f"visit:{case.id}:new", f"person:{other.id}:{person}", f"visit:{other.id}:new"):
                drafts.keep(copy, "li", key, {"words": TYPED}, NOW)
        erase_person(one, person, "li", NOW)
        assert set(keys(one)) == {"intake", f"visit:{other.id}:new"}
        apply_changes(two, changes_since(one, vector(two)), "wang", NOW)
        assert set(keys(two)) == {"intake", f"visit:{other.id}:new"}
        erase_case(one, other.id, "li", NOW)
        assert keys(one) == ["intake"]
        drafts.drop(one, "li", "intake")
        erase_case(one, case.id, "li", NOW)
        assert traces(one, TYPED) == []


def test_it_outlives_a_process_that_is_killed(casebook: Casebook) -> None:
    casebook.close()
    program = (
        "import os, signal, sys; from datetime import datetime; from pathlib import Path;"
        "from caseapp.store import drafts, opening;"
        "casebook = opening.open_with_key(Path(sys.argv[1]), bytes(range(32)), datetime.now().astimezone());"
        "drafts.keep(casebook, 'li', 'intake', {'story': sys.argv[2]}, datetime.now().astimezone());"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    killed = subprocess.run([sys.executable, "-c", program, str(casebook.folder), TYPED], check=False)
    assert killed.returncode == -9
    with opening.open_with_key(casebook.folder, KEY, NOW) as again:
        kept = drafts.read(again, "li", "intake")
        assert kept is not None
        assert kept.content == {"story": TYPED}

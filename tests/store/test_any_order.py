"""Whatever is done, on however many copies, in whatever order they hear of each other: nothing is lost, all agree."""

from __future__ import annotations

import random
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import hypothesis.strategies as st
from hypothesis import Phase, settings
from hypothesis.stateful import Bundle, RuleBasedStateMachine, rule

from caseapp.domain.ids import PersonId, new_id
from caseapp.domain.people import Person, Sex
from caseapp.errors import CaseAppError
from caseapp.store import opening
from caseapp.store.casebook import Casebook
from caseapp.store.dump import dump
from caseapp.store.erasure import erase_person
from caseapp.store.sharing import Batch, apply_changes, changes_since, vector
from caseapp.store.undo import undo
from caseapp.store.verify import verify
from tests.store.desk import KEY, NOW

COPIES = 3
which = st.integers(0, COPIES - 1)
texts = st.sampled_from(("", "王伟", "李𠮷四", "Nuñez", "'; DROP TABLE", "孩子甲"))


class Copies(RuleBasedStateMachine):
    people = Bundle("people")

    def __init__(self) -> None:
        super().__init__()
        self.home = Path(tempfile.mkdtemp())
        first = opening.create_with_key(self.home / "0.casebook", KEY, "li", NOW)
        first.close()
        for copy in range(1, COPIES):
            shutil.copytree(self.home / "0.casebook", self.home / f"{copy}.casebook")
        self.copies = [opening.open_with_key(self.home / f"{n}.casebook", KEY, NOW, handle=f"w{n}") for n in range(COPIES)]
        self.written: set[str] = set()
        self.erased: set[str] = set()

    def put(self, casebook: Casebook, person: Person) -> None:
        try:
            with casebook.write("Edited", casebook.handle, NOW) as writer:
                writer.put(person)
        except CaseAppError:
            return
        self.written.update({person.name, person.address} - {""})

    @rule(target=people, at=which, name=texts, phone=texts)
    def create(self, at: int, name: str, phone: str) -> str:
        person = Person(PersonId(new_id()), name=name, phone=phone)
        self.put(self.copies[at], person)
        return person.id

    @rule(at=which, person=people, name=texts, address=texts, sex=st.sampled_from((None, *Sex)))
    def edit(self, at: int, person: str, name: str, address: str, sex: Sex | None) -> None:
        with self.copies[at].read() as reader:
            known = reader.get(Person, person, deleted=True)
        if known:
            self.put(self.copies[at], replace(known, name=name, address=address, postcode=name, sex=sex))

    @rule(at=which, person=people, way=st.sampled_from(("delete", "restore")))
    def delete_or_restore(self, at: int, person: str, way: str) -> None:
        try:
            with self.copies[at].write("Taken off or back", "li", NOW) as writer:
                getattr(writer, way)(Person, person)
        except CaseAppError:
            pass

    @rule(at=which, person=people, name=texts)
    def several_things_at_once(self, at: int, person: str, name: str) -> None:
        try:
            with self.copies[at].write("Many", "li", NOW) as writer:
                for text in (name, "x"):
                    writer.put(Person(PersonId(person), name=text))
                writer.delete(Person, person)
                writer.put(Person(PersonId(person), name=name, nickname="y"))
                fresh = Person(PersonId(new_id()), name=name)
                writer.put(fresh)
                writer.delete(Person, fresh.id)
        except CaseAppError:
            pass

    @rule(at=which, name=texts)
    def settle(self, at: int, name: str) -> None:
        with self.copies[at].read() as reader:
            found = reader.conflicts()
        if found:
            with self.copies[at].write("Settled", "li", NOW) as writer:
                values = found[0].contenders[-1].values
                writer.settle(Person, found[0].record, found[0].register, values)
            with self.copies[at].read() as reader:
                left = reader.conflicts()
            assert (found[0].record, found[0].register) not in {(entry.record, entry.register) for entry in left}

    @rule(at=which, back=st.integers(0, 6))
    def undo_something(self, at: int, back: int) -> None:
        with self.copies[at].read() as reader:
            entries = reader.history()
        try:
            with self.copies[at].write("Undone", "li", NOW) as writer:
                undo(writer, entries[min(back, len(entries) - 1)].id)
        except CaseAppError:
            pass

    @rule(at=which, person=people)
    def erase(self, at: int, person: str) -> None:
        with self.copies[at].read() as reader:
            known = reader.get(Person, person, deleted=True)
        if known:
            erase_person(self.copies[at], person, "li", NOW)
            self.erased.add(person)

    @rule(origin=which, hearer=which, seed=st.integers(0, 99), part=st.floats(0, 1))
    def hear_some_of_it(self, origin: int, hearer: int, seed: int, part: float) -> None:
        pick = random.Random(seed)
        batch = changes_since(self.copies[origin], {})
        some = [entry for entry in batch.changesets if pick.random() <= part]
        pick.shuffle(some)
        apply_changes(self.copies[hearer], Batch(batch.casebook, tuple(some + some[:2])), "li", NOW)

    def teardown(self) -> None:
        try:
            self.tables_are_the_fold_of_the_journal()
            self.all_agree_once_everything_is_heard()
        finally:
            for casebook in self.copies:
                casebook.close()
            shutil.rmtree(self.home)

    def tables_are_the_fold_of_the_journal(self) -> None:
        for casebook in self.copies:
            assert [str(problem) for problem in verify(casebook).problems if not problem.harmless] == []

    def all_agree_once_everything_is_heard(self) -> None:
        before = {change for casebook in self.copies for change in _changes(casebook)}
        for _ in range(2):
            for target in reversed(self.copies):
                for source in self.copies:
                    if source is not target:
                        apply_changes(target, changes_since(source, vector(target)), "li", NOW)
        dumps = [dump(casebook) for casebook in self.copies]
        assert dumps[0] == dumps[1] == dumps[2]
        for casebook in self.copies:
            assert verify(casebook).problems == ()
            assert _changes(casebook) >= before
        for person in self.erased:
            with self.copies[0].read() as reader:
                assert reader.get(Person, person, deleted=True) is None
        if not self.erased:
            kept = "".join(dumps[0])
            assert all(text in kept for text in self.written if "'" not in text)


def _changes(casebook: Casebook) -> set[str]:
    return {change.id for entry in changes_since(casebook, {}).changesets for change in entry.changes}


TestCopies = Copies.TestCase
TestCopies.settings = settings(
    max_examples=settings().max_examples // 4,
    stateful_step_count=18,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
)

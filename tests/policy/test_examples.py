"""Every worked example of every pack, each a test of its own."""

import pytest

from caseapp.policy.examples import run_example
from caseapp.policy.model import Example, Pack, Programme
from caseapp.policy.packs import load, places

EXAMPLES = [
    pytest.param(load(place), programme, example, id=f"{programme.id}: {example.says}")
    for place in places()
    for programme in load(place).programmes
    for example in programme.examples
]


@pytest.mark.parametrize(("pack", "programme", "example"), EXAMPLES)
def test_a_worked_example_holds(pack: Pack, programme: Programme, example: Example) -> None:
    assert example.because
    assert run_example(pack, programme, example) == ()

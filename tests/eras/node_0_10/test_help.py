"""What `help()` prints of 0.10's modules."""

import importlib
import pydoc

import pytest

from eras import node_0_10
from eras.node_0_10 import fs


@pytest.mark.parametrize("name", node_0_10.MODULES)
def test_signatures_hold_no_addresses(name):
    module = importlib.import_module(f"eras.node_0_10.{name}")
    shown = [pydoc.plain(pydoc.render_doc(value)) for value in vars(module).values() if callable(value)]
    assert shown or name == "constants"
    assert not [text for text in shown if "=<object object at" in text]


def test_a_call_of_fs_tells_what_its_callback_is_given():
    assert "`callback` is given an error or None" in pydoc.plain(pydoc.render_doc(fs.readFile))
    assert "callback" not in pydoc.plain(pydoc.render_doc(fs.readFileSync))

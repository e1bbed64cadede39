"""Examples of addons: built before the program starts, and no failure where there is no compiler."""

import textwrap

import pytest
from eratools import generations
from eratools.examples import blocks, documents, runner
from eratools.examples.manifest import Example
from eratools.node_waf.configuring import find_compiler

WSCRIPT = """
def configure(conf):
    conf.check_tool("compiler_cxx node_addon")

def build(bld):
    bld.new_task_gen("cxx", "shlib", "node_addon", target="thing", source="thing.cc")
"""

SOURCE = """
#include <v8.h>
extern "C" void init(v8::Handle<v8::Object> target) {
  target->Set(v8::String::New("name"), v8::String::New("thing"));
}
"""

PROGRAM = 'require("sys").puts(require("./thing").name)'


def check(source):
    program = runner.Program("0.1", "example.py", PROGRAM, {"thing.cc": source, "wscript": WSCRIPT})
    return runner.check(program, Example(("aa",), addon=True, stdout="thing\n", exit=0))


@pytest.mark.skipif(not find_compiler(), reason="there is no C++ compiler")
def test_an_addon_is_built_first():
    assert check(SOURCE) == ""
    wrong = check(SOURCE + "!")
    assert wrong.startswith("node-waf ended with code 1") and "thing.cc:6" in wrong


@pytest.fixture
def page(tmp_path, monkeypatch):
    """A document with a block of C++ that lies beside the manifest's program."""
    path = tmp_path / "page.md"
    path.write_text(f"# Addon\n\n```cpp\n{SOURCE}```\n")
    (block,) = blocks.read(path)
    manifest = f"""
        [[example]]
        blocks = ["{block.fingerprint}"]
        situation = "beside"
        addon = true
        files = {{ "thing.cc" = "{block.fingerprint}" }}
        after = "the program"
        stdout = "thing\\n"
        """
    (tmp_path / "page.toml").write_text(textwrap.dedent(manifest))
    monkeypatch.setattr(documents, "folder", lambda: tmp_path)
    return documents.open_document(path, generations.find("0.1"))


def test_a_block_that_lies_beside_the_program(page):
    (block,) = page.blocks
    program = documents.program(page, block, page.examples[block.fingerprint])
    assert program.text == "the program"
    assert "#include <v8.h>" in program.files["thing.cc"]


def test_without_a_compiler(page, monkeypatch):
    monkeypatch.setattr(documents, "find_compiler", list)
    (block,) = page.blocks
    reason = documents.why_not(page.era, block, page.examples[block.fingerprint])
    assert reason == "needs a C++ compiler"

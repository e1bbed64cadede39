"""A whole document: run, reported, and told by the exit code."""

import json
import textwrap
import threading

import pytest
from eratools import cli
from eratools.examples import blocks
from eratools.examples import documents as docs

PAGE = """\
# First

```python
print("right")
```

# Second

```python
print("wrong")
```

# Third

    ls -l
"""


@pytest.fixture
def page(tmp_path, monkeypatch):
    """A page whose second block does not do what its manifest says."""
    path = tmp_path / "page.md"
    path.write_text(PAGE)
    first, second, third = blocks.read(path)
    manifest = f"""
        [[example]]
        blocks = ["{first.fingerprint}", "{second.fingerprint}"]
        stdout = "right\\n"
        exit = 0
        [[example]]
        blocks = ["{third.fingerprint}"]
        skip = "a shell command"
        [[example]]
        blocks = ["00000000"]
        skip = "gone"
        """
    (tmp_path / "page.toml").write_text(textwrap.dedent(manifest))
    monkeypatch.setattr(docs, "folder", lambda: tmp_path)
    return path


def test_report_and_exit_code(page, capsys):
    assert cli.main(["examples", "--era", "0.10", str(page)]) == 1
    out = capsys.readouterr().out
    lines = out.splitlines()
    assert [line.split()[0] for line in lines[1:3]] == ["passed", "failed"]
    assert "      expected stdout 'right\\n', but it was 'wrong\\n'" in lines
    assert any(line.endswith("Third: a shell command") for line in lines)
    assert "  the manifest describes a block 00000000 that is not in this document" in lines
    assert lines[-2].split() == ["document", "era", "blocks", "passed", "failed", "not", "runnable"]
    assert lines[-1].split() == ["page.md", "0.10", "3", "1", "1", "1"]


def test_nothing_failed(page, capsys):
    page.write_text(PAGE.replace("wrong", "other"))
    assert cli.main(["examples", "--era", "0.10", "--json", "-", str(page)]) == 0
    told = json.loads(capsys.readouterr().out)
    outcomes = [(block["outcome"], block["reason"]) for block in told["documents"][0]["blocks"]]
    assert outcomes == [
        ("passed", ""),
        ("not runnable", "no manifest says what to expect of it"),
        ("not runnable", "a shell command"),
    ]


def test_an_interrupt_starts_no_further_example(page, monkeypatch):
    started = []
    last_is_over = threading.Event()

    def run(_document, block):
        started.append(block)
        last_is_over.wait(5)

    def interrupt(running):
        list(running)[-1].add_done_callback(lambda _last: last_is_over.set())
        raise KeyboardInterrupt

    monkeypatch.setattr(docs.os, "cpu_count", lambda: 1)
    monkeypatch.setattr(docs, "_check", run)
    monkeypatch.setattr(docs, "as_completed", interrupt)
    document = docs.open_document(page, docs.generations.find("0.10"))
    with pytest.raises(KeyboardInterrupt):
        docs.check(document, print)
    assert started == document.blocks[:1]


def test_what_a_generation_lacks_is_the_reason(tmp_path, page):
    mark = blocks.read(page)[0].fingerprint
    (tmp_path / "page.toml").write_text(f'[[example]]\nblocks = ["{mark}"]\nneeds = ["warp", "http"]\n')
    opened = docs.open_document(page, docs.generations.find("0.10"))
    example = opened.examples[mark]
    reason = docs.why_not(opened.era, opened.blocks[0], example)
    assert reason == "needs warp, which this generation does not have yet"


def test_a_generation_that_is_not_built_is_the_reason(documents):
    for era in docs.generations.GENERATIONS:
        if not era.built:
            opened = docs.open_document(documents / era.document, None)
            results = docs.check(opened, lambda result: None)
            assert {result.outcome for result in results} == {docs.NOT_RUN}
            assert any("is not built yet" in result.reason for result in results)

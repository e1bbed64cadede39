"""Finding code blocks: in the five documents, and in the corners of their formats."""

import textwrap

import pytest
from eratools.examples import blocks

COUNTS = {
    "node-0.1.24.txt": 33,
    "node-0.10.15.md": 20,
    "iojs-2.2.1.md": 24,
    "node-4.2.md": 25,
    "node-10.1.0-http2.md": 62,
}


@pytest.mark.parametrize(("name", "count"), COUNTS.items())
def test_count_of_blocks(documents, name, count):
    found = blocks.read(documents / name)
    assert len(found) == count
    assert len({block.fingerprint for block in found}) == count
    assert all(block.text.strip() and block.heading for block in found)


@pytest.mark.parametrize("name", [name for name in COUNTS if name.endswith(".md")])
def test_agrees_with_a_full_markdown_parser(documents, name):
    markdown_it = pytest.importorskip("markdown_it")
    text = (documents / name).read_text()
    tokens = markdown_it.MarkdownIt("commonmark").parse(text)
    expected = [
        (token.map[0] + 1 + (token.type == "fence"), token.content)
        for token in tokens
        if token.type in ("fence", "code_block")
    ]
    assert [(block.line, block.text) for block in blocks.read(documents / name)] == expected


def markdown(text):
    return [(line, language, code) for line, _, language, code in blocks.markdown(textwrap.dedent(text))]


def test_indented_and_fenced_blocks():
    found = markdown("""\
        # Title

            one
              two

            three

        Text that goes on
            with an indented line.

        ~~~ python
        ```
          four
        ~~~
        """)
    assert found == [(3, "", "one\n  two\n\nthree\n"), (12, "python", "```\n  four\n")]


def test_list_items_are_no_code_but_may_hold_some():
    found = markdown("""\
        * item
          * inner
            continued

            still the inner item

        * another

              code of the item

          ```js
          fenced
          ```

        text
        """)
    assert found == [(9, "", "code of the item\n"), (12, "js", "fenced\n")]


def test_comments_hold_no_code():
    assert markdown("<!-- YAML\n\n    changes: 1\n-->\n\n    code\n") == [(6, "", "code\n")]


def test_an_unclosed_fence_runs_to_the_end():
    assert markdown("```js\nlast\n") == [(2, "js", "last\n")]


def test_asciidoc_listings_and_titles():
    listing = "-" * 20
    text = f"Title\n-----\n\n=== Name +x+\n\n----\ncode\n\n----\nafter that:\n{listing}\nmore\n{listing}\n"
    assert list(blocks.asciidoc(text)) == [(7, "Name x", "", "code\n\n"), (12, "Name x", "", "more\n")]


def test_fingerprints_survive_indentation_and_trailing_space_only():
    mark = blocks.fingerprint("if (a) {\n  b;\n}\n")
    assert blocks.fingerprint("    if (a) {  \n      b;\n    }\n\n") == mark
    assert blocks.fingerprint("if (a) {\n  c;\n}\n") != mark
    assert len(mark) == 8


def test_blocks_with_one_text_have_fingerprints_of_their_own(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("```javascript\nsame\n```\n\n```JS\nsame\n```\n")
    first, second = blocks.read(page)
    assert (first.language, second.language) == ("js", "js")
    assert second.fingerprint == f"{first.fingerprint}-2"

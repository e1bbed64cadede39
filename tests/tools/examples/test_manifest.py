"""The manifests: that they are complete, match their documents, and that a senseless one is refused."""

import pytest
from eratools import generations
from eratools.examples import documents as docs
from eratools.examples import manifest

BUILT = ("0.1", "0.10")


@pytest.mark.parametrize("era", BUILT)
def test_every_block_of_a_built_generation_is_described(documents, era):
    generation = generations.find(era)
    document = docs.open_document(documents / generation.document, None)
    assert document.era is generation
    assert [b.fingerprint for b in document.blocks if b.fingerprint not in document.examples] == []
    assert document.unmatched == []


@pytest.mark.parametrize("era", [era.name for era in generations.GENERATIONS])
def test_every_description_matches_a_block(documents, era):
    document = docs.open_document(documents / generations.find(era).document, None)
    assert document.unmatched == []


@pytest.mark.parametrize("era", BUILT)
def test_every_example_of_a_page_is_checked_in_both_languages(era):
    (page,) = docs.pages(generations.find(era))
    document = docs.open_document(page, None)
    assert document.unmatched == []
    languages = {block.fingerprint: block.language for block in document.blocks}
    assert languages.keys() == document.examples.keys()
    for example in document.examples.values():
        if example.skip or example.situation == "beside":
            continue  # a command, or a file that the programs around it need
        assert example.checks
        assert sorted(languages[mark] for mark in example.blocks) == ["js", "py"]


@pytest.mark.parametrize("era", BUILT)
def test_a_page_shows_the_four_things_everyone_asks_for(era):
    (page,) = docs.pages(generations.find(era))
    headings = {block.heading for block in docs.open_document(page, None).blocks}
    assert headings >= {"Hello world", "A client", "A streaming upload", "When it goes wrong"}


def load(tmp_path, text):
    path = tmp_path / "page.toml"
    path.write_text(text)
    return manifest.load(path)


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ('blocks = ["aa"]', "checks nothing"),
        ('blocks = ["aa"]\nexit = 0', "checks nothing"),
        ('stdout = "x"\nblocks = []', "says of no block"),
        ('blocks = ["aa"]\nstdout = "x"\nsituation = "moon"', "unknown situation 'moon'"),
        ('blocks = ["aa"]\nstduot = "x"', "unknown key 'stduot'"),
        ('blocks = ["aa", "aa"]\nstdout = "x"', "aa is described twice"),
        ('blocks = ["aa"]\nprobes = [{port = 1, talk = [{say = "x"}]}]', "is no step"),
    ],
)
def test_a_senseless_manifest_is_refused(tmp_path, text, complaint):
    with pytest.raises(manifest.ManifestError, match=complaint):
        load(tmp_path, f"[[example]]\n{text}\n")


def test_a_document_without_a_manifest_has_no_examples(tmp_path):
    assert manifest.load(tmp_path / "nothing.toml") == []


def test_a_manifest_is_read(tmp_path):
    (example,) = load(
        tmp_path,
        """
        [[example]]
        blocks = ["aa", "bb"]
        exit = 3
        [[example.peers]]
        host = "far.example"
        port = 80
        talk = [{ send = "x" }]
        """,
    )
    assert example.blocks == ("aa", "bb")
    assert (example.exit, example.runs) == (3, True)
    assert example.peers[0] == manifest.Conversation(80, [{"send": "x"}], "far.example")

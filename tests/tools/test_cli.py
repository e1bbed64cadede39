"""The `eras` command, as a user meets it: in a process of its own."""

import importlib.metadata
import json
import os
import signal
import subprocess
import sys

import pytest
from eratools import generations


def eras(*args, **options):
    """Run the command; `(exit code, stdout, stderr)`."""
    command = [sys.executable, "-m", "eratools.cli", *map(str, args)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, **options)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def program(tmp_path):
    """Writes a program into a folder of its own; returns its path."""

    def write(text, name="program.py"):
        path = tmp_path / name
        path.write_text(text)
        return path

    return write


def test_help_teaches():
    code, out, _ = eras("--help")
    assert code == 0
    assert "eras run --era 0.10 server.js" in out
    assert all(command in out for command in ("list", "run", "examples"))
    for command in ("list", "run", "examples"):
        assert eras(command, "--help")[0] == 0


@pytest.mark.parametrize("words", ["", "list", "run", "repl", "examples", "bench", "bench http"])
def test_help_fits_a_terminal_of_eighty_columns(words, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    _, out, _ = eras(*words.split(), "--help")
    assert [line for line in out.splitlines() if len(line) > 80] == []


def test_no_command_at_all_teaches_too():
    code, out, err = eras()
    assert (code, out) == (2, "")
    assert err == eras("--help")[1]


def test_version():
    assert eras("--version") == (0, f"eras {importlib.metadata.version('node-eras')}\n", "")


@pytest.mark.parametrize("command", [("examples",), ("bench", "http"), ("bench", "start")])
def test_a_report_that_cannot_be_written_is_told_before_the_work(command, tmp_path):
    for file in (tmp_path / "nowhere" / "report.json", tmp_path):
        code, out, err = eras(*command, "--json", file)
        assert (code, out) == (2, "")
        assert err.endswith(f"eras {' '.join(command)}: error: argument --json: cannot write '{file}'\n")


@pytest.mark.parametrize(("given", "told"), [("many", "'many' is not a number"), ("0", "must be at least 1")])
def test_a_count_that_is_none(given, told):
    code, _, err = eras("bench", "http", "--rounds", given)
    assert code == 2 and err.endswith(f"argument --rounds: {told}\n")


def test_list_names_every_generation():
    code, out, err = eras("list")
    assert (code, err) == (0, "")
    head, *rows = out.splitlines()
    assert head.startswith("era")
    assert len(rows) == len(generations.GENERATIONS)
    for row, era in zip(rows, generations.GENERATIONS, strict=True):
        assert row.startswith(era.name) and era.import_name in row and era.document in row
        assert era.completeness() in row


@pytest.mark.parametrize("command", [("run", "--era", "0.7", "x.py"), ("examples", "--era", "0.7")])
def test_an_unknown_era_lists_the_known_ones(command):
    code, out, err = eras(*command)
    assert (code, out) == (2, "")
    assert err == f"eras {command[0]}: unknown era '0.7'; the known ones are 0.1, 0.10, iojs, 4, 10\n"


@pytest.mark.parametrize(
    ("name", "era"),
    [
        ("0.1", "0.1"),
        ("v0.1.24", "0.1"),
        ("node_0_1", "0.1"),
        ("0.10", "0.10"),
        ("0.10.15", "0.10"),
        ("Node-0.10", "0.10"),
        ("iojs", "iojs"),
        ("iojs_2", "iojs"),
        ("2.2.1", "iojs"),
        ("node_4", "4"),
        ("4.2", "4"),
        ("v10.1.0", "10"),
    ],
)
def test_an_era_goes_by_several_names(name, era):
    assert generations.find(name).name == era


def test_run_python(program):
    path = program(
        "import sys\n"
        "from nodecore.loop import get_loop\n"
        "print(__name__, sys.argv[1:], sys.path[0], __file__)\n"
        "def later():\n"
        "    print('later'); print('aside', file=sys.stderr); sys.exit(7)\n"
        "get_loop().timer(later, 1)\n"
    )
    code, out, err = eras("run", "--era", "0.10", path, "--era", "x")
    assert out == f"__main__ ['--era', 'x'] {path.parent} {path}\nlater\n"
    assert (code, err) == (7, "aside\n")


def test_a_program_does_not_wait_for_other_commands(program):
    text = "import sys\nprint([name for name in sys.modules if name.startswith('eratools.')])"
    _, loaded, _ = eras("run", "--era", "0.1", program(text))
    assert "eratools.run" in loaded
    assert "eratools.examples" not in loaded and "eratools.bench" not in loaded


def test_run_python_twice_over_is_harmless(program):
    path = program("import eras; eras.run(); print('done')")
    assert eras("run", "--era", "0.10", path) == (0, "done\n", "")


def test_cycles_of_a_small_program_do_not_pile_up(program):
    """They live for a while, so that only a look at everything finds them."""
    source = """
import collections
class Cycle:
    alive = 0
    def __init__(self):
        self.me = self
        Cycle.alive += 1
    def __del__(self):
        Cycle.alive -= 1
held = collections.deque(maxlen=40_000)
for _ in range(600_000):
    held.append(Cycle())
print(Cycle.alive < 400_000)
"""
    assert eras("run", "--era", "0.10", program(source)) == (0, "True\n", "")


def test_an_uncaught_error_names_file_and_line_and_nothing_of_ours(program):
    path = program(
        "def fall():\n    raise ValueError('x')\n\n"
        "from nodecore.loop import get_loop\nget_loop().timer(fall, 1)\n"
    )
    code, _, err = eras("run", "--era", "0.10", path)
    assert code == 1
    assert err == (
        f'Traceback (most recent call last):\n  File "{path}", line 2, in fall\n'
        "    raise ValueError('x')\nValueError: x\n"
    )
    code, _, err = eras("run", "--era", "0.10", program("1 +"))
    assert code == 1 and "line 1" in err and "SyntaxError" in err and "eratools" not in err


def test_an_uncaught_listener_also_hears_of_the_program_s_own_errors(program):
    path = program(
        "from nodecore.loop import get_loop\n"
        "def heard(error):\n    print('heard', error)\n    return True\n"
        "get_loop().uncaught_listeners.append(heard)\n"
        "get_loop().timer(lambda: print('goes on'), 1)\n"
        "raise ValueError('x')\n"
    )
    assert eras("run", "--era", "0.10", path) == (0, "heard x\ngoes on\n", "")


def test_exit_with_a_message(program):
    assert eras("run", "--era", "0.10", program("raise SystemExit('no')")) == (1, "", "no\n")
    assert eras("run", "--era", "0.10", program("raise SystemExit"))[0] == 0


def test_a_missing_file():
    code, _, err = eras("run", "--era", "0.10", "nowhere.py")
    assert (code, err) == (2, "eras run: cannot open 'nowhere.py': No such file or directory\n")


def test_javascript_without_its_extra_says_what_to_install(program, tmp_path):
    path = program("", name="program.js")
    hide = tmp_path / "sitecustomize.py"
    hide.write_text("import sys\nsys.modules['quickjs'] = None\n")
    code, _, err = eras("run", "--era", "0.10", path, env={**os.environ, "PYTHONPATH": str(tmp_path)})
    assert code == 2
    assert "pip install 'node-eras[js]'" in err


def test_a_generation_that_is_not_built(program, monkeypatch):
    missing = [era for era in generations.GENERATIONS if not era.built]
    if not missing:
        pytest.skip("every generation is built")
    code, _, err = eras("run", "--era", missing[0].name, program(""))
    assert code == 2 and "not built yet" in err


@pytest.fixture
def page(tmp_path):
    """A document that no manifest describes."""
    path = tmp_path / "page.md"
    path.write_text("# Title\n\n```python\nprint(1)\n```\n")
    return path


def test_examples_lists_what_it_cannot_run(page):
    code, out, err = eras("examples", "--era", "0.10", page)
    assert (code, err) == (0, "")
    assert "not runnable" in out and "no manifest says what to expect of it" in out
    assert "\x1b" not in out


def test_examples_as_json(page, tmp_path):
    report = tmp_path / "report.json"
    assert eras("examples", "--era", "0.10", "--json", report, page)[0] == 0
    told = json.loads(report.read_text())
    assert (told["blocks"], told["passed"], told["failed"], told["not_runnable"]) == (1, 0, 0, 1)
    (block,) = told["documents"][0]["blocks"]
    assert (block["line"], block["heading"], block["language"]) == (4, "Title", "py")
    code, out, _ = eras("examples", "--era", "0.10", "--json", "-", page)
    assert code == 0 and json.loads(out) == told


def test_examples_wants_an_era_for_a_foreign_document(page):
    code, _, err = eras("examples", page)
    assert (code, err) == (2, "eras examples: page.md belongs to no generation; say which one with --era\n")


def test_examples_of_a_generation_without_a_page():
    told = "eras examples: the iojs generation has no page yet; give a DOCUMENT\n"
    assert eras("examples", "--era", "iojs") == (2, "", told)


def test_examples_of_a_missing_document():
    code, _, err = eras("examples", "--era", "0.1", "nowhere.md")
    assert code == 2 and "nowhere.md" in err


def test_run_javascript(program):
    pytest.importorskip("quickjs")
    path = program(
        "console.log(process.argv.slice(2).join(' '), process.argv[1] === __filename);\n"
        "process.on('exit', function () { console.log('leaving'); });\n"
        "setTimeout(function () { process.exit(3); }, 1);\n",
        name="program.js",
    )
    assert eras("run", "--era", "0.10", path, "a", "--era") == (3, "a --era true\nleaving\n", "")


def test_an_uncaught_javascript_error_names_file_and_line(program):
    pytest.importorskip("quickjs")
    path = program("\nthrow new Error('no');\n", name="program.js")
    code, out, err = eras("run", "--era", "0.10", path)
    assert code != 0 and out == ""
    assert "Error: no" in err and f"{path}:2" in err


def test_an_interrupt_ends_a_program_in_silence(program):
    path = program("print('up')\nfrom nodecore.loop import get_loop\nget_loop().timer(print, 60000)\n")
    command = [sys.executable, "-m", "eratools.cli", "run", "--era", "0.10", str(path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "up\n"
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=60) == ("", "")
    assert process.returncode == -signal.SIGINT


def test_a_reader_that_leaves_early_is_no_error():
    command = f"{sys.executable} -u -m eratools.cli list"
    read_end, write_end = os.pipe()
    os.close(read_end)
    done = subprocess.run(command.split(), stdout=write_end, stderr=subprocess.PIPE, text=True, timeout=60)
    os.close(write_end)
    assert (done.returncode, done.stderr) == (0, "")

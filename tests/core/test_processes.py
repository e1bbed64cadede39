"""Starting other programs, and the machine's own addresses."""

import errno
import os

import pytest
from nodecore import processes
from nodecore.interfaces import addresses
from nodecore.loop import get_loop


def output_of(argv, **options):
    """(exit code, what the program wrote to the descriptor it was given as 1)."""
    ours, theirs = os.pipe()
    loop = get_loop()
    try:
        pid = processes.start(argv, [None, theirs, None], **options)
    except BaseException:
        os.close(ours)
        raise
    finally:
        os.close(theirs)
    watcher = loop.child(pid)
    loop.watch(watcher, watcher.stop)
    loop.run()
    with open(ours, "rb") as file:
        return os.waitstatus_to_exitcode(watcher.rstatus), file.read()


def test_arguments_folder_and_environment(tmp_path):
    script = 'echo "$1" $A; pwd; exit 3'
    code, text = output_of(["/bin/sh", "-c", script, "sh", "a b"], env={"A": "x"}, cwd=str(tmp_path))
    assert (code, text) == (3, f"a b x\n{tmp_path}\n".encode())


def test_what_cannot_be_started():
    with pytest.raises(processes.NotStarted) as caught:
        output_of(["/no/such/program"])
    assert caught.value.error.errno == errno.ENOENT and caught.value.pid > 0
    with pytest.raises(processes.NotStarted) as caught:
        output_of(["pwd"], cwd=os.devnull)
    assert caught.value.error.errno == errno.ENOTDIR


def test_a_script_that_does_not_say_what_runs_it(tmp_path):
    script = tmp_path / "script"
    script.write_text('echo "run by a shell: $1"\n')
    script.chmod(0o755)
    assert output_of([str(script), "x"]) == (0, b"run by a shell: x\n")


def test_a_session_of_its_own():
    code, text = output_of(["/bin/sh", "-c", "ps -o sid= -p $$; echo $$"], detached=True)
    session, pid = text.split()
    assert code == 0 and session == pid


def test_descriptors_may_trade_places():
    pipes = [os.pipe() for _ in range(3)]
    loop = get_loop()
    script = 'for n in 3 4 5; do eval "echo $n >&$n"; done'
    pid = processes.start(["sh", "-c", script], [None] * 3 + [theirs for _ours, theirs in pipes])
    watcher = loop.child(pid)
    loop.watch(watcher, watcher.stop)
    loop.run()
    for number, (ours, theirs) in enumerate(pipes, 3):
        os.close(theirs)
        with open(ours, "rb") as file:
            assert file.read() == b"%d\n" % number


def test_addresses():
    found = list(addresses())
    assert ("127.0.0.1", True) in [(address, internal) for _name, address, internal in found]
    assert all(name for name, _address, _internal in found)

"""The descriptor that is kept for when there is no other."""

import errno
import os

import pytest
from nodecore.descriptors import Reserve


def is_open(fd):
    try:
        os.fstat(fd)
    except OSError:
        return False
    return True


def test_it_is_free_while_it_is_lent():
    reserve = Reserve()
    reserve.keep()
    kept = reserve._fd
    with reserve.lent() as is_free:
        assert is_free
        assert not is_open(kept)
        with reserve.lent() as is_free_again:
            assert not is_free_again
    assert is_open(reserve._fd)
    os.close(reserve._fd)


def test_a_call_that_finds_no_descriptor_gets_it():
    reserve = Reserve()
    reserve.keep()
    kept = reserve._fd
    seen = []

    def call(name):
        seen.append(is_open(kept))
        if len(seen) == 1:
            raise OSError(errno.EMFILE, "Too many open files")
        return name

    assert reserve.call(call, "made") == "made"
    assert seen == [True, False]
    os.close(reserve._fd)


def test_other_errors_are_told_at_once():
    calls = []

    def call():
        calls.append(1)
        raise FileNotFoundError(errno.ENOENT, "No such file")

    with pytest.raises(FileNotFoundError):
        Reserve().call(call)
    assert len(calls) == 1

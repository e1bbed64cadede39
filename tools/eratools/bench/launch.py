"""Run a command and print its seconds, its seconds of processor time and the KiB of its peak.

A program of its own, and one that imports next to nothing: the system counts the memory of whoever starts a
command as that command's.
"""

import os
import sys
import time


def main(command: list[str]) -> int:
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, os.environ)
    _, status, used = os.wait4(pid, 0)
    print(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss)
    return os.waitstatus_to_exitcode(status)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

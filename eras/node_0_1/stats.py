"""`posix.Stats`: what the system knows of a file."""

from datetime import datetime

from nodecore.file_stats import FileStats


class FileTime(datetime):
    """A moment of a file's life in whole seconds of UTC, printed as the document prints it."""

    def __str__(self) -> str:
        return self.strftime("%Y-%m-%dT%H:%M:%SZ")


class Stats(FileStats):
    """A file's data, under the names of stat(2); of a file that is not there, all zero."""

    time_type = FileTime

    isFile = FileStats.is_file
    isDirectory = FileStats.is_directory
    isBlockDevice = FileStats.is_block_device
    isCharacterDevice = FileStats.is_character_device
    isSymbolicLink = FileStats.is_symbolic_link
    isFIFO = FileStats.is_fifo
    isSocket = FileStats.is_socket

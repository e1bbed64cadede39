"""`fs.Stats`: what the system knows of a file."""

import stat

from nodecore.file_stats import FileStats


class Stats(FileStats):
    """A file's data under the names of stat(2); its times are dates, in whole seconds."""

    stat_fields = ("dev", "mode", "nlink", "uid", "gid", "rdev", "blksize", "ino", "size", "blocks")
    js_visible = ("_checkModeProperty",)

    def _checkModeProperty(self, property):
        return stat.S_IFMT(self.mode) == property

    isDirectory = FileStats.is_directory
    isFile = FileStats.is_file
    isBlockDevice = FileStats.is_block_device
    isCharacterDevice = FileStats.is_character_device
    isSymbolicLink = FileStats.is_symbolic_link
    isFIFO = FileStats.is_fifo
    isSocket = FileStats.is_socket

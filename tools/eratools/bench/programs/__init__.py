"""The programs that are measured; each listens on 127.0.0.1, on the port that is its argument."""

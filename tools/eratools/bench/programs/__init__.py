"""The programs that are measured. Servers listen on 127.0.0.1, on the port that is their first argument."""

"""`CleartextStream` of 0.10: data, its end, and who is at the other end."""


def hello(connection):
    connection.end("hello")

"""HTTP/1 without a socket: readers take bytes and give events, connections take bytes and write to a sink."""

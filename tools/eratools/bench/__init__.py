"""What the generations cost: requests a second, memory of idle connections, memory while streaming."""

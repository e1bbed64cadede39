"""What the generations cost: requests a second, processor time, memory, time to start, others' waits."""

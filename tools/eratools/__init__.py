"""The `eras` command: run programs and documents of a generation, and measure them."""

"""An empty program: what is measured is the start."""

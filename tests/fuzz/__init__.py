"""The fuzzer: how inputs are made, what is checked, and the run."""

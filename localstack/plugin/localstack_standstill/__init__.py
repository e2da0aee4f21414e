"""LocalStack without Docker, on a clock that can be moved."""

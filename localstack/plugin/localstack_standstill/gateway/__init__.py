"""A REST API at the root of a port of its own, on the movable clock. Nothing is here yet: install.py starts what comes."""

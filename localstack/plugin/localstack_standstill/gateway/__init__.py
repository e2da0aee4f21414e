"""A REST API at the root of a port of its own, as a custom domain would have it, over HTTPS."""

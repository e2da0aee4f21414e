"""LocalStack made quicker, or mended; each is switched on its own."""

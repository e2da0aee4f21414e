"""The content types of requests, read once each."""

from functools import lru_cache

from twisted.web import http

from localstack_standstill.replace import wrap


def remember_content_types() -> None:
    # Twisted reads this header with the standard library's mail parser: a tenth of LocalStack's time.
    wrap(http, "_parseContentType", lru_cache(maxsize=256))

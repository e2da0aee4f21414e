"""Puts everything of ours into LocalStack as it starts."""

import os

from localstack.runtime import hooks


@hooks.on_infra_start()
def install_safe_return() -> None:
    from safe_return_localstack.dynamodb import use_maven_jars
    from safe_return_localstack.runtimes import accept_newer_runtimes

    use_maven_jars()
    accept_newer_runtimes()

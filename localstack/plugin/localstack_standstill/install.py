"""Puts the parts that are switched on into LocalStack as it starts."""

from localstack.runtime import hooks

from localstack_standstill.settings import is_on


@hooks.on_infra_start()
def install_standstill() -> None:
    # Imported only here: each part imports the services that it changes.
    from localstack_standstill.supported import require_supported

    require_supported()
    # First, as what it remembers is used by every service from its start.
    from localstack_standstill.patches.install import install_patches

    install_patches()
    if is_on("CLOCK"):
        from localstack_standstill.clock.install import install_clock

        install_clock()
    # Its switch is LocalStack's own: LAMBDA_RUNTIME_EXECUTOR=process.
    from localstack_standstill.executor.install import install_executor

    install_executor()
    # Its switch is a second address in LocalStack's own GATEWAY_LISTEN.
    from localstack_standstill.gateway.install import install_gateway

    install_gateway()

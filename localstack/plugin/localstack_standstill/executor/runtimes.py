"""Which Lambda runtimes a Node process can be: one that LocalStack is too old to know, and none of other languages."""

import functools
from collections.abc import Callable
from typing import Any

from localstack.aws.api.lambda_ import InvalidParameterValueException
from localstack.services.lambda_ import api_utils, provider, runtimes
from localstack.services.lambda_.provider import LambdaProvider

from localstack_standstill.replace import replace, wrap

NEWER = ("nodejs24.x",)


def accept_newer_runtimes() -> None:
    for name in NEWER:
        runtimes.IMAGE_MAPPING.setdefault(name, name)
        for known in (runtimes.ALL_RUNTIMES, runtimes.SUPPORTED_RUNTIMES, runtimes.RUNTIMES_AGGREGATED["nodejs"]):
            if name not in known:
                known.append(name)
    # Both modules took the list by name at import; they must see the one that was extended.
    for module in (provider, api_utils):
        replace(module, "ALL_RUNTIMES", runtimes.ALL_RUNTIMES)


def _refuse(what: str | None) -> None:
    if what is not None and not what.startswith("nodejs"):
        raise InvalidParameterValueException(
            f"Functions run as Node processes here, so {what} cannot be run: "
            "take a nodejs runtime, or LAMBDA_RUNTIME_EXECUTOR=docker.",
            Type="User",
        )


def refuse_other_runtimes() -> None:
    def validating(validate: Callable[..., None]) -> Callable[..., None]:
        def validate_runtime(self: LambdaProvider, package_type: str, runtime: str | None) -> None:
            validate(self, package_type, runtime)
            _refuse("a container image" if package_type == "Image" else runtime)

        return validate_runtime

    def updating(update: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(update)
        def update_function_configuration(self: LambdaProvider, context: Any, request: dict[str, Any]) -> Any:
            _refuse(request.get("Runtime"))
            return update(self, context, request)

        return update_function_configuration

    wrap(LambdaProvider, "_validate_runtime", validating)
    wrap(LambdaProvider, "update_function_configuration", updating)

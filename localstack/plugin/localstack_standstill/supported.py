"""Which releases of LocalStack this package was made for, and tried with."""

from importlib.metadata import version

from localstack_standstill.replace import DoesNotFit

SUPPORTED = ("4.9.2",)


def require_supported(found: str | None = None) -> None:
    release = found or version("localstack-core")
    if release not in SUPPORTED:
        raise DoesNotFit(f"localstack-standstill fits LocalStack {', '.join(SUPPORTED)}, and this is {release}.")

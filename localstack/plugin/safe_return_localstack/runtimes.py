"""Names a Lambda runtime that LocalStack 4.9.2 is too old to know, so that the template deployed is the production one."""

from localstack.services.lambda_ import api_utils, provider, runtimes

NEWER = ("nodejs24.x",)


def accept_newer_runtimes() -> None:
    for name in NEWER:
        runtimes.IMAGE_MAPPING.setdefault(name, name)
        for known in (runtimes.ALL_RUNTIMES, runtimes.SUPPORTED_RUNTIMES, runtimes.RUNTIMES_AGGREGATED["nodejs"]):
            if name not in known:
                known.append(name)
    # Both modules took the list by name at import; they must see the one that was extended.
    for module in (provider, api_utils):
        module.ALL_RUNTIMES = runtimes.ALL_RUNTIMES

"""CloudFormation, as quick as the services behind it."""

from localstack.services.cloudformation.resource_provider import ResourceProviderExecutor

from localstack_standstill.replace import replace

# LocalStack looks again after five seconds, and a function is never ready at the first look: a stack of eleven took a minute.
LOOK_AGAIN_SECONDS = 0.1


def hasten_deployments() -> None:
    loop = ResourceProviderExecutor.deploy_loop
    limit, _ = loop.__defaults__
    replace(loop, "__defaults__", (limit, LOOK_AGAIN_SECONDS))

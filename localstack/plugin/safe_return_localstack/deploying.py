"""CloudFormation, as quick as the services behind it."""

from localstack.services.cloudformation.resource_provider import ResourceProviderExecutor

# LocalStack looks again after five seconds, and a function is never ready at the first look: a stack of eleven took a minute.
LOOK_AGAIN_SECONDS = 0.1


def hasten_deployments() -> None:
    limit, _ = ResourceProviderExecutor.deploy_loop.__defaults__
    ResourceProviderExecutor.deploy_loop.__defaults__ = (limit, LOOK_AGAIN_SECONDS)

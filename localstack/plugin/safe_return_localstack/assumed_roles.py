"""The clients with which LocalStack's services call each other, made once for each role."""

from functools import lru_cache
from typing import Any

from localstack.services.stepfunctions.asl.utils import boto_client
from localstack.utils.aws.client_types import ServicePrincipal


def remember_assumed_roles() -> None:
    # For each task of a state machine LocalStack assumes the role anew and makes a client of it; no session ever ends.
    assume = boto_client.connect_to.with_assumed_role

    @lru_cache(maxsize=256)
    def assume_once(role_arn: str, service_principal: ServicePrincipal, region_name: str, config: Any) -> Any:
        return assume(role_arn=role_arn, service_principal=service_principal, region_name=region_name, config=config)

    class Remembering:
        with_assumed_role = staticmethod(
            lambda *, role_arn, service_principal, region_name, config: assume_once(
                role_arn, service_principal, region_name, config
            )
        )

    boto_client.connect_to = Remembering

"""The clients with which state machines call other services, made once for each role."""

from functools import cache
from types import SimpleNamespace

from localstack.aws.connect import ServiceLevelClientFactory
from localstack.services.stepfunctions.asl.utils import boto_client

from localstack_standstill.replace import replace


def remember_assumed_roles() -> None:
    # For each task LocalStack assumes the role anew and makes a client of it. No session of its ever ends.
    assume = boto_client.connect_to.with_assumed_role

    @cache
    def assume_once(**role: object) -> ServiceLevelClientFactory:
        return assume(**role)

    replace(boto_client, "connect_to", SimpleNamespace(with_assumed_role=assume_once))

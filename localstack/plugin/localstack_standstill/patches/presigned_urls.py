"""The client that signs the address of a function's code, made once."""

from functools import cache
from types import SimpleNamespace

from localstack.services.lambda_.invocation import lambda_models

from localstack_standstill.replace import replace


def sign_with_one_client() -> None:
    # One was made for each look at a function: an eighth of what the deployment of a stack cost.
    replace(lambda_models, "boto3", SimpleNamespace(client=cache(lambda_models.boto3.client)))

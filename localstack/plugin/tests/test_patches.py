import json
from collections.abc import Callable
from types import SimpleNamespace

import boto3
import pytest
from localstack.services.lambda_.invocation import lambda_models
from localstack.services.stepfunctions.asl.component.common.path import result_path
from localstack.services.stepfunctions.asl.parse.asl_parser import AmazonStateLanguageParser, ASLParserException
from localstack.services.stepfunctions.asl.utils import boto_client, json_path

from localstack_standstill.patches.assumed_roles import remember_assumed_roles
from localstack_standstill.patches.definitions import remember_definitions
from localstack_standstill.patches.json_paths import remember_json_paths
from localstack_standstill.patches.presigned_urls import sign_with_one_client

WAIT = json.dumps({"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 1, "End": True}}})


@pytest.fixture
def put_back():
    """What a patch put in is taken out again after the test."""
    before: list[tuple[object, str, object]] = []

    def keep(owner: object, name: str) -> None:
        before.append((owner, name, vars(owner)[name]))

    yield keep
    for owner, name, value in before:
        setattr(owner, name, value)


def counting(function: Callable, calls: list) -> Callable:
    def counted(*args, **kwargs):
        calls.append(args)
        return function(*args, **kwargs)

    return counted


def test_a_path_is_read_once_wherever_it_stands(put_back, monkeypatch) -> None:
    calls: list = []
    for module in (json_path, result_path):
        put_back(module, "parse")
        monkeypatch.setattr(module, "parse", counting(module.parse, calls))
    remember_json_paths()
    assert [json_path.extract_json("$.a.b", {"a": {"b": n}}) for n in (1, 2)] == [1, 2]
    assert result_path.parse("$.step") is result_path.parse("$.step")
    assert len(calls) == 2


def test_a_definition_is_parsed_once_and_made_anew_for_each_execution(put_back, monkeypatch) -> None:
    calls: list = []
    put_back(AmazonStateLanguageParser, "parse")
    monkeypatch.setattr(AmazonStateLanguageParser, "parse", staticmethod(counting(AmazonStateLanguageParser.parse, calls)))
    remember_definitions()
    (one, tree), (two, same) = AmazonStateLanguageParser.parse(WAIT), AmazonStateLanguageParser.parse(WAIT)
    assert (len(calls), tree is same, one is two) == (1, True, False)
    with pytest.raises(ASLParserException):
        AmazonStateLanguageParser.parse('{"StartAt": 7}')


def test_one_client_signs_the_addresses_of_code(put_back, monkeypatch) -> None:
    made: list = []
    put_back(lambda_models, "boto3")
    monkeypatch.setattr(lambda_models, "boto3", SimpleNamespace(client=counting(boto3.client, made)))
    sign_with_one_client()
    codes = [
        lambda_models.S3Code(
            id=key, account_id="000000000000", s3_bucket="code", s3_key=key, s3_object_version=None, code_sha256="", code_size=1
        )
        for key in ("one", "two")
    ]
    signed = [code.generate_presigned_url("http://127.0.0.1:4566") for code in codes]
    assert ["/code/one?" in signed[0], "/code/two?" in signed[1], len(made)] == [True, True, 1]


def test_a_role_is_assumed_once_for_each_region(put_back, monkeypatch) -> None:
    assumed: list = []
    put_back(boto_client, "connect_to")

    def assume(**role):
        assumed.append(role["region_name"])
        return SimpleNamespace(get_client=lambda service: (service, role["region_name"]))

    monkeypatch.setattr(boto_client, "connect_to", SimpleNamespace(with_assumed_role=assume))
    remember_assumed_roles()
    state = SimpleNamespace(role_arn="arn:aws:iam::000000000000:role/any")
    for region in ("eu-west-2", "eu-west-1", "eu-west-2"):
        assert boto_client.boto_client_for("lambda", region, state) == ("lambda", region)
    assert assumed == ["eu-west-2", "eu-west-1"]

"""The patches by name, in the order in which they are put in."""

from localstack_standstill.patches.assumed_roles import remember_assumed_roles
from localstack_standstill.patches.cloudwatch import spare_cloudwatch
from localstack_standstill.patches.content_types import remember_content_types
from localstack_standstill.patches.data_files import read_data_files_once
from localstack_standstill.patches.definitions import remember_definitions
from localstack_standstill.patches.deploying import hasten_deployments
from localstack_standstill.patches.direct_dynamodb import ask_dynamodb_directly
from localstack_standstill.patches.dynamodb_jars import use_own_jars
from localstack_standstill.patches.json_paths import remember_json_paths
from localstack_standstill.patches.polling import hasten_polling
from localstack_standstill.patches.presigned_urls import sign_with_one_client
from localstack_standstill.settings import chosen

# Nobody can tell that these are there, but by the time that something takes.
USUAL = {
    "data-files": read_data_files_once,
    "content-types": remember_content_types,
    "json-paths": remember_json_paths,
    "definitions": remember_definitions,
    "assumed-roles": remember_assumed_roles,
    "deploying": hasten_deployments,
    "presigned-urls": sign_with_one_client,
    "polling": hasten_polling,
    "dynamodb-jars": use_own_jars,
}
# These take something away for what they save.
ASKED_FOR = {
    "direct-dynamodb": ask_dynamodb_directly,
    "spare-cloudwatch": spare_cloudwatch,
}
KNOWN = USUAL | ASKED_FOR


def install_patches() -> None:
    for name in chosen("PATCHES", usual=USUAL, known=KNOWN):
        KNOWN[name]()

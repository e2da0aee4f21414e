"""The JSON paths of a state machine, read once."""

from functools import cache

from localstack.services.stepfunctions.asl.component.common.path import result_path
from localstack.services.stepfunctions.asl.utils import json_path

from localstack_standstill.replace import wrap


def remember_json_paths() -> None:
    # LocalStack builds a whole parser for each path of each state: 13 ms, most of what a transition cost.
    for module in (json_path, result_path):
        wrap(module, "parse", cache)

"""The definition of a state machine, parsed once."""

from collections.abc import Callable
from functools import lru_cache

from antlr4 import ParserRuleContext
from localstack.services.stepfunctions.asl.component.eval_component import EvalComponent
from localstack.services.stepfunctions.asl.parse.asl_parser import AmazonStateLanguageParser
from localstack.services.stepfunctions.asl.parse.preprocessor import Preprocessor

from localstack_standstill.replace import wrap

Parse = Callable[[str], tuple[EvalComponent, ParserRuleContext]]


def _once(parse: Parse) -> Parse:
    @lru_cache(maxsize=64)
    def tree_of(definition: str) -> ParserRuleContext:
        _, tree = parse(definition)
        return tree

    def parse_once(definition: str) -> tuple[EvalComponent, ParserRuleContext]:
        # The text is parsed once; what an execution runs is made anew, as it may keep a state of its own.
        tree = tree_of(definition)
        return Preprocessor().visit(tree), tree

    return staticmethod(parse_once)


def remember_definitions() -> None:
    wrap(AmazonStateLanguageParser, "parse", _once)

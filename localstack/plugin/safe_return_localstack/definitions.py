"""The definition of a state machine, parsed once."""

from functools import lru_cache

from antlr4 import ParserRuleContext
from localstack.services.stepfunctions.asl.component.eval_component import EvalComponent
from localstack.services.stepfunctions.asl.parse.asl_parser import AmazonStateLanguageParser
from localstack.services.stepfunctions.asl.parse.preprocessor import Preprocessor


def remember_definitions() -> None:
    parse = AmazonStateLanguageParser.parse

    @lru_cache(maxsize=64)
    def tree_of(definition: str) -> ParserRuleContext:
        _, tree = parse(definition)
        return tree

    def parse_once(definition: str) -> tuple[EvalComponent, ParserRuleContext]:
        # The text is parsed once; what an execution runs is made anew, as it may keep a state of its own.
        tree = tree_of(definition)
        return Preprocessor().visit(tree), tree

    AmazonStateLanguageParser.parse = staticmethod(parse_once)

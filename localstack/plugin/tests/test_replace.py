import ast
from pathlib import Path
from types import SimpleNamespace

import pytest

import localstack_standstill
from localstack_standstill.replace import DoesNotFit, replace, wrap


def test_it_replaces_what_is_there() -> None:
    owner = SimpleNamespace(wait=1)
    replace(owner, "wait", 2)
    wrap(owner, "wait", lambda before: before + 10)
    assert owner.wait == 12


@pytest.mark.parametrize("change", [lambda owner: replace(owner, "sleep", 2), lambda owner: wrap(owner, "sleep", str)])
def test_it_refuses_a_name_that_is_not_there(change) -> None:
    owner = SimpleNamespace(wait=1)
    with pytest.raises(DoesNotFit, match="has no sleep"):
        change(owner)
    assert not hasattr(owner, "sleep")


def imported_names(tree: ast.AST) -> set[str]:
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    ours = [node for node in imports if isinstance(node, ast.ImportFrom) and node.module.startswith("localstack_standstill")]
    return {alias.asname or alias.name for node in imports if node not in ours for alias in node.names}


def assigned_attributes(tree: ast.AST) -> list[ast.Attribute]:
    targets = [
        target
        for node in ast.walk(tree)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AugAssign) else [])
    ]
    return [target for target in targets if isinstance(target, ast.Attribute)]


def test_nothing_of_others_is_changed_in_any_other_way() -> None:
    folder = Path(localstack_standstill.__file__).parent
    found = []
    for file in folder.rglob("*.py"):
        tree = ast.parse(file.read_text())
        names = imported_names(tree)
        for target in assigned_attributes(tree):
            if isinstance(target.value, ast.Name) and target.value.id in names:
                found.append(f"{file.relative_to(folder)}:{target.lineno}")
    assert found == []

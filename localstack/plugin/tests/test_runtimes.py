from types import SimpleNamespace

import pytest
from localstack.aws.api.lambda_ import InvalidParameterValueException
from localstack.services.lambda_ import provider

from localstack_standstill.executor import runtimes


@pytest.fixture
def lambda_provider(monkeypatch):
    """LocalStack's own checks, with ours around them and nothing behind them."""

    class Provider:
        _validate_runtime = provider.LambdaProvider._validate_runtime

        def update_function_configuration(self, context, request):
            return request["Runtime"]

    monkeypatch.setattr(runtimes, "LambdaProvider", Provider)
    runtimes.accept_newer_runtimes()
    runtimes.refuse_other_runtimes()
    return Provider()


@pytest.mark.parametrize("runtime", ["nodejs22.x", "nodejs24.x"])
def test_node_is_accepted(lambda_provider, runtime) -> None:
    lambda_provider._validate_runtime("Zip", runtime)
    assert lambda_provider.update_function_configuration(SimpleNamespace(), {"Runtime": runtime}) == runtime


@pytest.mark.parametrize("runtime", ["python3.13", "java21", "provided.al2023"])
def test_other_languages_are_refused_in_a_sentence(lambda_provider, runtime) -> None:
    said = rf"^Functions run as Node processes here, so {runtime} cannot be run: take a nodejs runtime"
    with pytest.raises(InvalidParameterValueException, match=said):
        lambda_provider._validate_runtime("Zip", runtime)
    with pytest.raises(InvalidParameterValueException, match=said):
        lambda_provider.update_function_configuration(SimpleNamespace(), {"Runtime": runtime})


def test_so_is_a_container_image(lambda_provider) -> None:
    with pytest.raises(InvalidParameterValueException, match="a container image cannot be run"):
        lambda_provider._validate_runtime("Image", None)

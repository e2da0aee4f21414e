import pytest

from localstack_standstill.replace import DoesNotFit
from localstack_standstill.supported import require_supported


def test_the_release_it_is_installed_beside_is_one_it_fits() -> None:
    require_supported()


def test_another_release_is_refused_in_a_sentence() -> None:
    with pytest.raises(DoesNotFit, match=r"^localstack-standstill fits LocalStack 4\.9\.2, and this is 4\.14\.0\.$"):
        require_supported("4.14.0")

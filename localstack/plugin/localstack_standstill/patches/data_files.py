"""The AWS SDK's own data, read once for the whole process."""

import functools
from typing import Any

from botocore.loaders import JSONFileLoader

from localstack_standstill.replace import replace


def read_data_files_once() -> None:
    # LocalStack makes a session for nearly everything, and each reads the same list of endpoints anew: 0.2 s each.
    load = JSONFileLoader().load_file

    @functools.cache
    def load_once(path: str) -> Any:
        return load(path)

    replace(JSONFileLoader, "load_file", lambda self, path: load_once(path))

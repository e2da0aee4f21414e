"""Which API answers on which port."""

from dataclasses import dataclass

from localstack import config


@dataclass(frozen=True)
class Door:
    api: str
    stage: str


OPEN: dict[int, Door] = {}


def ports() -> list[int]:
    """The first address is LocalStack's own; every further one is a door."""
    return [address.port for address in config.GATEWAY_LISTEN[1:]]


class NoSuchDoor(ValueError):
    """Its message is the sentence the caller gets."""


def open_door(port: int, api: str, stage: str) -> None:
    if port not in ports():
        raise NoSuchDoor(f"Port {port} is no door: GATEWAY_LISTEN names it after LocalStack's own address.")
    OPEN[port] = Door(api, stage)

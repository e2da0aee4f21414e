import ipaddress
import stat
from urllib.parse import unquote

import pytest
from cryptography import x509
from localstack import config
from localstack.aws.api import RequestContext
from localstack.aws.chain import HandlerChain
from localstack.config import HostAndPort
from localstack.http import Request, Response

from localstack_standstill.gateway import doors
from localstack_standstill.gateway.certificate import write
from localstack_standstill.gateway.serve import DoorHandler

OWN, DOOR = 4566, 4568


@pytest.fixture(autouse=True)
def listening(monkeypatch):
    monkeypatch.setattr(config, "GATEWAY_LISTEN", [HostAndPort("127.0.0.1", port) for port in (OWN, DOOR)])
    monkeypatch.setattr(doors, "OPEN", {})
    monkeypatch.setattr("localstack_standstill.gateway.serve.OPEN", doors.OPEN)


def asked(port: int, raw: str, asks: list) -> tuple[HandlerChain, Response]:
    def endpoint(request, **parts):
        asks.append((request.environ["RAW_URI"], parts))
        return Response("the page", status=200)

    path, _, query = raw.partition("?")
    request = Request("GET", unquote(path), query_string=query, raw_path=path, server=("127.0.0.1", port))
    chain, context, response = HandlerChain(), RequestContext(request), Response()
    DoorHandler(endpoint)(chain, context, response)
    return chain, response


def test_a_door_leads_to_its_api_with_the_stage_put_before_the_whole_path():
    doors.open_door(DOOR, "abc", "live")
    asks: list = []
    chain, response = asked(DOOR, "/live/x%2Fy/live?q=1", asks)
    assert asks == [("/live/live/x%2Fy/live?q=1", {"api_id": "abc", "stage": "live", "path": "/live/x/y/live"})]
    assert response.data == b"the page"
    assert chain.terminated


def test_localstacks_own_paths_are_not_there_at_a_door():
    doors.open_door(DOOR, "abc", "live")
    asks: list = []
    asked(DOOR, "/_clock/advance", asks)
    assert asks[0][0] == "/live/_clock/advance"


def test_a_door_that_leads_nowhere_yet_says_so_and_leads_to_nothing_else():
    chain, response = asked(DOOR, "/", [])
    assert (response.status_code, response.data) == (404, b"Nothing is deployed behind this port yet.")
    assert chain.terminated


def test_localstacks_own_port_is_left_alone():
    doors.open_door(DOOR, "abc", "live")
    asks: list = []
    chain, _ = asked(OWN, "/", asks)
    assert asks == []
    assert not chain.terminated


def test_no_door_is_opened_where_nothing_listens_or_where_localstack_does():
    for port in (OWN, 4569):
        with pytest.raises(doors.NoSuchDoor):
            doors.open_door(port, "abc", "live")



def test_the_certificate_names_this_machine_and_is_nobody_elses_to_read(tmp_path):
    file = tmp_path / "tls" / "server.pem"
    write(file)
    made = x509.load_pem_x509_certificate(file.read_bytes())
    names = made.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    assert names.get_values_for_type(x509.DNSName) == ["localhost"]
    assert names.get_values_for_type(x509.IPAddress) == [ipaddress.ip_address("127.0.0.1")]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600

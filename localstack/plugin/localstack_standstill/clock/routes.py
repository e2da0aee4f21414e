"""The clock over HTTP, on the port of every other service."""

from typing import Any

from localstack.http import Response, route
from localstack.services.edge import ROUTER
from werkzeug import Request

from localstack_standstill.clock import keeper
from localstack_standstill.clock.movable_clock import CLOCK, from_iso, to_iso
from localstack_standstill.clock.costs import COSTS
from localstack_standstill.clock.quiet import NotQuiet, busy, wait_for_quiet

# A lab that never rests must not hang the command that asks.
SETTLE_LIMIT_SECONDS = 20.0


class BadRequest(ValueError):
    """Its message is the sentence the caller gets."""


def _json(body: Any, status: int = 200) -> Response:
    response = Response(status=status)
    response.set_json(body)
    return response


def _target(body: Any) -> keeper.Target:
    try:
        if isinstance(body, dict) and isinstance(body.get("to"), str):
            at = from_iso(body["to"])
            return lambda now: at
        if isinstance(body, dict) and isinstance(body.get("seconds"), int | float):
            ms = round(body["seconds"] * 1000)
            return lambda now: now + ms
    except (ValueError, OverflowError):
        pass
    raise BadRequest('The body must be {"to": an ISO time} or {"seconds": a number}.')


class ClockRoutes:
    @route("/_clock", methods=["GET"])
    def read(self, _request: Request) -> Response:
        due = keeper.next_due()
        return _json(
            {
                "now": to_iso(CLOCK.now_ms()),
                "frozen": CLOCK.frozen,
                "nextDue": None if due is None else to_iso(due),
                "quiet": not busy(),
                "waiters": CLOCK.waiting(),
            }
        )

    @route("/_clock/advance", methods=["POST"])
    def advance(self, request: Request) -> Response:
        try:
            target = _target(request.get_json(force=True, silent=True))
            stops = keeper.advance(target)
        except BadRequest as error:
            return _json({"error": str(error)}, 400)
        except keeper.Backwards:
            error = f"The clock only moves forward, and it is {to_iso(CLOCK.now_ms())} already."
            return _json({"error": error}, 400)
        except NotQuiet as error:
            return _json({"error": f"The clock stopped at {to_iso(CLOCK.now_ms())}. {error}"}, 500)
        return _json(
            {
                "now": to_iso(CLOCK.now_ms()),
                "stops": [{"at": to_iso(stop.at), "due": stop.due} for stop in stops],
            }
        )

    @route("/_clock/settle", methods=["POST"])
    def settle(self, _request: Request) -> Response:
        try:
            wait_for_quiet(SETTLE_LIMIT_SECONDS)
        except NotQuiet as error:
            return _json({"error": str(error)}, 503)
        return _json({"now": to_iso(CLOCK.now_ms())})

    @route("/_clock/costs", methods=["GET"])
    def costs(self, _request: Request) -> Response:
        return _json(COSTS.reading())

    @route("/_clock/drop-timers", methods=["POST"])
    def drop_timers(self, _request: Request) -> Response:
        return _json({"dropped": CLOCK.drop_timers()})


def serve_clock() -> None:
    ROUTER.add(ClockRoutes())

"""Puts everything of ours into LocalStack as it starts."""

import os

from localstack.runtime import hooks


@hooks.on_infra_start()
def install_safe_return() -> None:
    # Imported only here: each of these imports the service that it changes.
    from safe_return_localstack.assumed_roles import remember_assumed_roles
    from safe_return_localstack.clock import CLOCK, from_iso
    from safe_return_localstack.cloudwatch import spare_cloudwatch
    from safe_return_localstack.content_types import remember_content_types
    from safe_return_localstack.counted_services import count_services
    from safe_return_localstack.data_files import read_data_files_once
    from safe_return_localstack.definitions import remember_definitions
    from safe_return_localstack.deploying import hasten_deployments
    from safe_return_localstack.dynamodb import use_maven_jars
    from safe_return_localstack.environments import mend_environments
    from safe_return_localstack.executor import tell_clock_to_functions
    from safe_return_localstack.json_paths import remember_json_paths
    from safe_return_localstack.keeper import start_keeping
    from safe_return_localstack.polling import hasten_polling
    from safe_return_localstack.queues import move_queues
    from safe_return_localstack.routes import serve_clock
    from safe_return_localstack.runtimes import accept_newer_runtimes
    from safe_return_localstack.schedules import move_schedules
    from safe_return_localstack.service_times import move_service_times
    from safe_return_localstack.stepfunctions import move_step_functions
    from safe_return_localstack.taken import count_taken_messages

    read_data_files_once()
    use_maven_jars()
    accept_newer_runtimes()
    hasten_deployments()
    move_step_functions()
    remember_json_paths()
    remember_definitions()
    remember_assumed_roles()
    remember_content_types()
    move_queues()
    count_taken_messages()
    move_schedules()
    move_service_times()
    hasten_polling()
    count_services()
    spare_cloudwatch()
    mend_environments()
    at = os.environ.get("SAFE_RETURN_CLOCK_AT")
    if at:
        CLOCK.start_at(from_iso(at))
    CLOCK.listeners.append(tell_clock_to_functions)
    start_keeping()
    serve_clock()

"""Lambda functions as warm Node processes: LAMBDA_RUNTIME_EXECUTOR=process."""

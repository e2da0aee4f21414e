"""LocalStack in host mode: Lambda functions as Node processes, DynamoDB from Maven, a clock that can be moved."""

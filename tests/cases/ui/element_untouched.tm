// W0407: elements without a flow of which nobody says anything; not those that are named, that stand for a resource, that something is found at
use std.web
boundary cloud { store cluster { external = true } }
actor customer: User
process api: WebService
process billing: WebService
actor auditor
actor guard
process lamp
process worker { resource = "aws_lambda_function.worker" }
process shown
actor thief
extend process { watched_by: actor }
threat Dark: Stride.DenialOfService "It goes out" { on lamp, likelihood = Low, impact = Low }
view everything { include = [shown] }
attacker burglar { starts_at = [thief] }
flow customer -> api
process gate { watched_by = guard }
flow gate -> api

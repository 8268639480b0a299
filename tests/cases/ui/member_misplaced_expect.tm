// E0115: an expectation in a policy
policy P "P" { expect api.name == "api" }

// E0206: a test of a model that is not there
model shop "Shop"
process api
test "typo" with shpo { expect api.name == "api" }

# A model that nobody answers for is out of date before anybody notices.
package main

import rego.v1

deny_ownership contains {"msg": msg, "location": input.model.location} if {
	some field in ["owner", "scope", "appetite"]
	input.model[field] == ""
	msg := sprintf("the model states no %s", [field])
}

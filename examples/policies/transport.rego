# What is personal or highly confidential crosses a boundary only where the model knows that it is encrypted.
# The engine's own threats ask the same, but a decision can set those aside; this cannot be.
package main

import rego.v1

sensitive contains item.id if {
	some item in input.data
	some property in item.properties
	[property.property, property.value] in [["personal", "true"], ["confidentiality", "High"], ["confidentiality", "VeryHigh"]]
}

encrypted(flow) if {
	some property in flow.properties
	property.property == "encrypted"
	property.value == "true"
}

deny_transport contains {"msg": msg, "location": flow.location} if {
	some flow in input.flows
	flow.crosses_boundary
	some item in array.concat(flow.sends, flow.receives)
	item in sensitive
	not encrypted(flow)
	msg := sprintf("%s crosses a boundary on `%s`, which is not known to be encrypted", [item, flow.id])
}

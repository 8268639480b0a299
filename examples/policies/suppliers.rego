# Personal data goes only to suppliers that the company has looked at: they carry the tag `approved`.
package main

import rego.v1

personal contains item.id if {
	some item in input.data
	some property in item.properties
	property.property == "personal"
	property.value == "true"
}

deny_supplier contains {"msg": msg, "location": supplier.location} if {
	some supplier in input.elements
	supplier.external
	not "approved" in supplier.tags
	some flow in input.flows
	given := {item | some item in flow.sends; flow.target == supplier.id} | {item | some item in flow.receives; flow.source == supplier.id}
	some item in given & personal
	msg := sprintf("`%s` gets %s and is not tagged `approved`", [supplier.id, item])
}

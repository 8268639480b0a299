# A control that holds down a high risk names a check that would notice its absence. A warning: such checks come with time.
package main

import rego.v1

high := 3

claimed contains claim.control if some claim in input.evidence.claims

warn_evidence contains {"msg": msg, "location": control.location} if {
	some threat in input.threats
	threat.inherent.rank >= high
	threat.residual.rank < threat.inherent.rank
	some control in threat.controls
	control.status == "implemented"
	not control.control in claimed
	msg := sprintf("nothing verifies %s, which holds down %s", [control.title, threat.id])
}

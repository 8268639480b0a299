# Accepting a risk is for a time, for a reason, and never about the highest level.
# That somebody signs it, the language asks itself.
package main

import rego.v1

longest_days := 365

shortest_reason := 20

accepted contains decision if {
	some decision in input.decisions
	decision.kind == "accept"
}

named(decision) := sprintf("accept %s on %s", [decision.rule, decision.target])

deny_acceptance contains {"msg": msg, "location": decision.location} if {
	some decision in accepted
	count(decision.reason) < shortest_reason
	msg := sprintf("`%s` gives no reason worth reading", [named(decision)])
}

deny_acceptance contains {"msg": msg, "location": decision.location} if {
	some decision in accepted
	decision.days_left > longest_days
	msg := sprintf("`%s` holds longer than %d days", [named(decision), longest_days])
}

deny_acceptance contains {"msg": msg, "location": decision.location} if {
	some decision in accepted
	some threat in input.threats
	threat.id in decision.threats
	threat.residual.rank == count(input.risk.risk) - 1
	msg := sprintf("`%s` accepts a risk of the highest level: %s", [named(decision), threat.id])
}

//! Denial of service, after Microsoft's rules D2 to D5.

/// One of the two asks for more than the other can give: rows without end, connections never closed, disks written full.
threat ResourcesConsumed: Stride.DenialOfService "Program or store can be worn out" {
  on f: DataFlow
  when in_scope(f) and f.source is GenericProcess and f.target is GenericDataStore
  likelihood = Low
  impact = worst_loss(f)
  mitigated_by = [RateLimit(on = f.source), AutoScaling(on = [f.source, f.target]), CircuitBreaker]
  references = ["CWE-770", "CAPEC-130", "T1499.003"]
  message = "{f.source} and {f.target} can use up each other's memory, disk or connections."
  detection = "Run the dearest query a hundred times at once; fill the disk; let the store answer after a minute. Watch what else stops."
  false_positives = "Every query has a limit, a time-out and a share of the connections, and the disk is watched."
  remedy = "Set limits and time-outs on both sides, and watch them."
}

/// A message makes the program stop: a value it did not expect, a dependency that fails, memory that runs out.
threat ReceiverStopped: Stride.DenialOfService "The receiving program can be stopped" {
  on f: DataFlow
  when in_scope(f) and crosses_trust(f) and f.target is GenericProcess
  likelihood = if from_anywhere(f) then High else Moderate
  impact = worst_loss(f)
  mitigated_by = [
    InputValidation(on = f.target),
    Redundancy(on = f.target),
    RateLimit(strength = 40%, on = f.target),
    AutoScaling(strength = 20%, on = f.target)
  ]
  references = ["CWE-248", "CAPEC-125", "T1499.004"]
  message = "What {f.source} sends over the boundary may stop {f.target}."
  detection = "Fuzz the interface in a test system until something stops; stop the program yourself and time its return."
  false_positives = "The platform starts it anew within seconds, and nothing is lost."
  remedy = "Handle every failure of a request inside the request, and start the program anew when it stops."
}

/// Someone outside either end cuts the conversation: a flood, a cable, a filter, a name that no longer resolves.
threat FlowCut: Stride.DenialOfService "The conversation can be cut" {
  on f: DataFlow
  when in_scope(f) and crosses_trust(f)
  likelihood = Low
  impact = worst_loss(f)
  mitigated_by = [RedundantPath, CircuitBreaker, DdosProtection(on = [f.source, f.target])]
  references = ["CAPEC-607", "T1498"]
  message = "Someone between {f.source} and {f.target} can interrupt them."
  detection = "Block the connection for an hour in a test system and see what users see and what must be mended afterwards."
  false_positives = "The sender works on by itself as long as an interruption lasts."
  remedy = "Decide how long either end must last without the other; add a second path or a queue where it cannot."
}

/// Someone keeps others from the store: it is flooded, locked, deleted, or the way to it is closed.
threat StoreUnreachable: Stride.DenialOfService "The store can be made unreachable" {
  on f: DataFlow
  when in_scope(f) and crosses_trust(f)
  when f.source is GenericDataStore or f.target is GenericDataStore
  likelihood = Low
  impact = worst_loss(f)
  mitigated_by = [
    Redundancy(on = [f.source, f.target]),
    Backups(on = [f.source, f.target]),
    NetworkSegmentation(strength = 40%, on = [f.source, f.target])
  ]
  references = ["CWE-770", "CAPEC-607", "T1489"]
  message = "The store between {f.source} and {f.target} can be kept from those who need it."
  detection = "Hold a lock, use up the connections, delete a copy: see who is cut off and how long the return takes."
  false_positives = "Users can wait, and the store can be made anew from elsewhere."
  remedy = "Limit what one client can hold, keep a second copy, and rehearse the return."
}

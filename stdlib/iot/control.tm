//! Orders and readings: what steers machines, and what people and programs believe about them.
use std.web

/// It says who it is from in a way that others on the line cannot imitate; in clear over open ground, other rules ask.
fn unproven_inside(f: flow) = not f.authenticated and not exposed(f) and not on_one_machine(f)

/// As above; where nobody has said whether the receiver looks at what it is told, only that is asked.
fn unproven_or_later(f: flow) = unproven_inside(f)
  or f.target is process
    and not known(f.target.readings_checked)
    and not known(f.authenticated)
    and not exposed(f)
    and not on_one_machine(f)

/// Any device or computer on the same line can give the machine orders, and it obeys.
threat OrdersFromAnyone: Stride.Spoofing "It obeys anyone on the line" {
  on f: flow
  when f.target is Actuator or f.target is Controller
  when unproven_inside(f)
  when known(f.sends)
    and exists d in f.sends
      where (d is Command
        or f.source is not Sensor
          and not (f.source is EngineeringStation and f.target is Controller)
          and d.integrity >= Moderate)
  likelihood = if surely_touchable(f.target) or surely_touchable(f.source) then Moderate else Low
  impact = if f.target is Device then harm(f.target) else High
  mitigated_by = [
    MutualTls,
    MessageSigning,
    NetworkSegmentation(strength = 50%, on = f.target),
    SafeState(strength = 40%, on = f.target)
  ]
  references = ["CWE-306", "CAPEC-194", "T0855", "T0848"]
  message = "{f.target} takes orders from whoever is on the line with {f.source}."
  detection = "Connect a laptop to the line in a test plant and send the order that its usual partner would send."
  false_positives = "The line has two ends in one locked cabinet."
  remedy = "Use the form of the protocol that proves the sender where there is one; else keep the line short and locked, and put a device in front that lets only known orders through."
}

/// What a sensor reports can be made up: by anything on the line, or by a hand, a lamp or a magnet at the sensor. The machine is steered by it.
threat ReadingsFromAnyone: Stride.Spoofing "Readings that anyone can make up" {
  on f: flow
  when f.source is Sensor and f.target is process and f.target is not Sensor
  when unproven_or_later(f) or surely_touchable(f.source)
  when f.target is process and not f.target.readings_checked
  when known(f.sends) and exists d in f.sends where (known(d.integrity) and d.integrity >= High)
  likelihood = if surely_touchable(f.source) then Moderate else Low
  impact = max(f.sends.integrity)
  mitigated_by = [
    PlausibilityCheck(on = f.target),
    MessageSigning(strength = 50%),
    MutualTls(strength = 50%)
  ]
  references = ["CWE-1293", "CAPEC-194", "T0856"]
  message = "{f.target} believes readings of {f.source} that somebody may have made up."
  detection = "In a test plant, send values in the sensor's name that rise, stand still, and jump, and warm, cover or shine at the sensor itself; see what is done and shown."
  false_positives = "Nothing is steered by it, and people look at the thing itself."
  remedy = "Compare with a second sensor, with physics and with a moment ago; prove the sender where the protocol can."
  fix "Readings are checked for sense" { f.target.readings_checked = true }
}

/// A message through the air is recorded and sent again: the door opens, the valve closes, the alarm is off.
threat RecordedAndReplayed: Stride.Spoofing "Recorded on the air and sent again" {
  on f: RadioLink
  when not f.replay_refused
  when known(f.data)
    and exists d in f.data where (d is Command or known(d.integrity) and d.integrity >= Moderate)
  likelihood = Moderate
  impact = if f.target is Device then harm(f.target) else Moderate
  mitigated_by = [RadioFreshness, MutualTls(strength = 80%)]
  references = ["CWE-294", "CAPEC-60", "T0860", "T0855"]
  message = "What {f.source} and {f.target} say to each other by radio may be sent again by others."
  detection = "Record an order with a cheap receiver and send it an hour later, and after the device was without power."
  false_positives = "Saying it twice changes nothing."
  remedy = "Number messages under a signature, refuse old numbers, and keep the number through a loss of power."
  fix "Old messages are refused" { f.replay_refused = true }
}

/// Somebody near enough sends noise, and what has to come in time does not come.
threat RadioDrowned: Stride.DenialOfService "Radio drowned by noise" {
  on f: RadioLink
  when not f.crosses_boundary
  when known(f.data) and exists d in f.data where (known(d.availability) and d.availability >= High)
  likelihood = Low
  impact = max([d.availability for d in f.data where (known(d.availability))])
  mitigated_by = [RedundantPath, SafeState(strength = 50%, on = f.target)]
  references = ["CAPEC-601", "T0814", "T0815"]
  message = "{f.target} needs to hear {f.source} in time, and noise can keep it from that."
  detection = "In a shielded room, send noise on the channel and watch both ends for an hour."
  false_positives = "Nobody gets near enough, and silence raises an alarm."
  remedy = "Let silence count as an alarm and lead to a safe state, and lay a wire where the message must come."
}

/// Whoever is in the control network loads another program into the controller, or stops it.
threat ProgramOpenToAll: Stride.Tampering "Anyone in the network can reprogram it" {
  on c: Controller
  when not c.program_locked
  when exists f in c.inflows where (f.source is not Sensor and f.source is not Actuator)
  likelihood = if open_to_strangers(c) then High else Low
  impact = harm(c)
  mitigated_by = [
    ProgramKeySwitch,
    NetworkSegmentation(strength = 60%),
    StrongAuthentication(strength = 70%),
    Alerting(strength = 20%)
  ]
  references = ["CWE-862", "T0843", "T0889", "T0858"]
  message = "The program of {c} may be changed over the network at any time."
  detection = "From another machine in the control network, read the program of a test controller, change one value, and load it back."
  false_positives = "Its kind has no program that can be changed."
  remedy = "Leave the switch in the position that refuses changes, set a password where there is one, and compare the running program with the released one every day."
  fix "Changes need a hand at the device" { c.program_locked = true }
}

/// Orders stop, or become impossible, and the machine goes on as it was: heating, turning, open.
threat NoSafeState: Stride.DenialOfService "It goes on when orders stop" {
  on d: Actuator + Controller
  when d.safety_impact >= Moderate
  when not d.safe_state or not known(d.safe_state) and not known(d.safety_impact) // whether it can hurt anybody is asked first
  when count(d.inflows) >= 1
  likelihood = Low
  impact = d.safety_impact
  mitigated_by = [SafeState]
  references = ["CWE-636", "T0827", "T0813", "T0879"]
  message = "{d} may go on in a way that hurts people when it hears nothing, or nonsense."
  detection = "In a test set-up, pull the cable in each phase of work; send values outside what the machine can do."
  false_positives = "Standing still is dangerous, too, and people on the spot decide."
  remedy = "Decide for each machine what state hurts nobody, reach it by mechanics or by a limit inside the device, and rehearse it."
  fix "It goes to a safe state" { d.safe_state = true }
}

/// What should stop the plant before people are hurt can be reached from what is attacked first.
threat SafetyWithinReach: Stride.ElevationOfPrivilege "Safety shares the attacker's road" {
  on s: SafetyController
  when not s.separated
  when exists f in s.inflows where (f.source is not Sensor and f.source is not Actuator)
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [
    SeparateSafety,
    ProgramKeySwitch(strength = 70%),
    NetworkSegmentation(strength = 60%)
  ]
  references = ["CWE-653", "T0880", "T0837"]
  message = "{s} may be reached and changed over what it should protect from."
  detection = "List every machine that can open a connection to it, and every person who can use those; try it from the operators' network."
  false_positives = "What reaches it can only read."
  remedy = "Give it a network, sensors and a programming machine of its own, and let the rest read it through something that passes one way."
  fix "It is kept apart" { s.separated = true }
}

/// All is green on the screen while the tank runs over, because the screen shows what it is told.
threat OperatorsSeeLies: Stride.Tampering "Operators see what the attacker shows" {
  on o: OperatorStation
  when not o.second_view
  when exists f in o.neighbours where (f is Controller or f is IotGateway)
  likelihood = Low
  impact = High
  mitigated_by = [IndependentAlarm, PlausibilityCheck(strength = 40%)]
  references = ["CWE-451", "T0832", "T0815", "T0878"]
  message = "People at {o} may have no second way to see what is really going on."
  detection = "Let a stand-in for the controller report yesterday's values while the test plant runs into its limit, and note when somebody notices by what."
  false_positives = "The machine stands in sight of those who watch it."
  remedy = "Show and sound what matters most by a gauge and a horn that share nothing with the screens."
  fix "There is a second view" { o.second_view = true }
}

/// The machine that may change every controller reads the web or mail.
threat EngineeringOnTheInternet: Stride.Tampering "The machine that programs controllers is online" {
  on e: EngineeringStation
  when exists f in e.outflows
    where (f.target.external and f.target is process
      or known(f.target.trust) and f.target.trust == Untrusted)
  likelihood = Moderate
  impact = VeryHigh
  mitigated_by = [
    EgressFilter,
    NetworkSegmentation(strength = 60%),
    HardenedBaseline(strength = 40%)
  ]
  references = ["CWE-653", "T0817", "T0865", "T0873"]
  message = "{e} programs controllers and opens connections to the outside."
  detection = "Look at a month of its connections, and at who reads mail on it."
  false_positives = "It reaches one update server of its maker through a proxy that allows nothing else."
  remedy = "Use it for nothing else, bring updates in through a checked station, and read mail on another machine."
}

/// A stick or the laptop of a service technician carries the malware past all walls.
threat CarriedInByHand: Stride.Tampering "Malware carried in by hand" {
  on e: EngineeringStation
  when not e.media_checked
  likelihood = Moderate
  impact = High
  mitigated_by = [MediaStation, HardenedBaseline(strength = 50%), CodeIntegrity(strength = 60%)]
  references = ["CAPEC-457", "T0847", "T0864", "T1091"]
  message = "Sticks and machines of others may be connected to {e} unchecked."
  detection = "Ask how the last update of a controller came to the machine; leave a marked stick with a technician and see what happens."
  false_positives = "Its ports are closed, and files come by a checked way."
  remedy = "Check media at a station of its own, allow only your own sticks, and lend technicians a machine of yours."
  fix "Media are checked first" { e.media_checked = true }
}

/// From the office, or from further out, one conversation leads straight into the network where machines are steered.
threat StraightIntoControl: Stride.ElevationOfPrivilege "Straight from the office into the plant" {
  on f: flow
  when exists b in f.entered where (b is ControlNetwork)
  when known(f.source.trust) and f.source.trust < Trusted
  when not exists b in f.source.boundaries where (b is Dmz)
  when f.source is not Device and f.target is not IotGateway
  likelihood = if from_untrusted(f) then High else Moderate
  impact = if f.target is Device then harm(f.target) else High
  mitigated_by = [
    AdministrationGateway(on = f.target),
    NetworkSegmentation(on = f.target),
    Vpn(strength = 40%),
    MultiFactor(strength = 50%, on = [f.source, f.target])
  ]
  references = ["CWE-923", "T0886", "T0822", "T0883", "T0866"]
  message = "{f.source} reaches {f.target} in the control network without a stop in between."
  detection = "From an office machine, list what answers in the control network."
  false_positives = "Something between the two passes data one way only."
  remedy = "End such conversations in a zone between the two: people at a gateway with a second factor and a recording, data at a copy that the office may read."
}

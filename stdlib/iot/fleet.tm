//! Many devices at once: platforms, updates, and how devices come in.
use std.web

/// One device, opened on a bench, listens to all others and speaks in their names.
threat OneSpeaksForAll: Stride.ElevationOfPrivilege "One device may speak for all" {
  on p: DevicePlatform
  when not p.per_device_rights
  when exists f in p.inflows where (f.source is Device)
    or exists f in p.outflows where (f.target is Device)
  likelihood = if exists f in p.inflows where (f.source is Device and surely_touchable(f.source))
      then High
    else Moderate
  impact = High
  mitigated_by = [RightsPerDevice, Alerting(strength = 20%)]
  references = ["CWE-863", "CWE-639", "CAPEC-122", "API1:2023"]
  message = "At {p}, a device may read and write what belongs to others."
  detection = "With the key of one test device, subscribe to everything and publish in the name of another."
  false_positives = "There is one device, or all belong to one owner and matter little."
  remedy = "Tie topics and objects to the identity in the device's certificate, and refuse the rest."
  fix "Rights for each device" { p.per_device_rights = true }
}

/// Whoever breaks into the platform, or an account with rights for it, gives one order to all devices: locks open, heaters on, pumps off.
threat OneOrderForAll: Stride.Tampering "One order to all devices at once" {
  on p: DevicePlatform
  when not p.mass_orders_limited
  when exists f in p.outflows
      where (f.target is Actuator or f.target is Controller or f.target is IotGateway)
    or exists f in p.inflows
      where ((f.source is Actuator or f.source is Controller or f.source is IotGateway)
        and known(f.receives)
        and exists d in f.receives where (d is Command))
  likelihood = Low
  impact = VeryHigh
  mitigated_by = [
    MassOrderLimit,
    Alerting(strength = 30%),
    MultiFactor(strength = 30%),
    SafeState(strength = 40%, on = [p.inflows.source, p.outflows.target])
  ]
  references = ["CWE-799", "T1072", "T0855", "T0831"]
  message = "Through {p}, one person or program may order all devices at once."
  detection = "Ask what the widest order is that one account can give, how many devices it reaches, and who would notice in which minute."
  false_positives = "The devices are few, or nothing they do together is worse than what one does."
  remedy = "Limit how many devices one order reaches, let a second person agree to more, and let devices refuse what makes no sense where they are."
  fix "Orders to many are limited" { p.mass_orders_limited = true }
}

/// Something that is no device of ours registers as one, gets keys, and reports what it likes.
threat FakeDeviceTakenIn: Stride.Spoofing "Anything can register as a device" {
  on p: EnrolsDevices
  when not p.proof_demanded
  when spoken_to(p)
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [
    DeviceAttestation,
    StrongAuthentication(strength = 40%),
    RateLimit(strength = 20%)
  ]
  references = ["CWE-290", "CAPEC-194", "T0848"]
  message = "{p} may give an identity to something that is no device of ours."
  detection = "With a computer and the number of a device that was never sold, go through registration."
  false_positives = "A person with both in hand confirms each new device."
  remedy = "Ask for a signature by a key from the making of the device, for a list of devices that were sold, and for a hand on the device."
  fix "Devices prove themselves" { p.proof_demanded = true }
}

/// One bad release, or one bad person with the right to release, stops every device on the same night.
threat AllAtOnce: Stride.DenialOfService "One bad update stops all devices" {
  on u: UpdateService
  when not u.staged
  when exists f in u.inflows where (f.source is Device)
    or exists f in u.outflows where (f.target is Device or f.target is DevicePlatform)
  likelihood = Low
  impact = High
  mitigated_by = [StagedUpdates]
  references = ["T1072", "T0826", "CAPEC-186"]
  message = "{u} may hand new firmware to all devices at once."
  detection = "Look at the last three releases: how many devices had them after an hour, and what would have stopped them."
  false_positives = "Owners choose the day themselves, and few choose the first."
  remedy = "Begin with your own devices, then one in a hundred, stop by itself when they fall silent, and let a device go back to what worked."
  fix "Release in stages" { u.staged = true }
}

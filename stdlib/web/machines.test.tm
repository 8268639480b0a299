//! Machines: what fires, what stays silent.

test "files with secrets" {
  data Key: Secret
  data Note
  process a
  boundary alone: Host {
    process only
    store lonely: FileStore { holds = Key }
    store said: FileStore { holds = Key, owner_only = false }
  }
  boundary desk: Host {
    actor clerk: Employee
    store shelf: FileStore { holds = Key }
  }
  boundary machine: Host {
    process one
    process two
    store wide: FileStore { holds = Key, owner_only = false }
    store narrow: FileStore { holds = Key, owner_only = true }
    store quiet: FileStore { holds = Key }
    store notes: FileStore { holds = Note, owner_only = false }
  }
  store elsewhere: FileStore { holds = Key, owner_only = false }
  expect ReadableSecretFiles on wide
  expect no ReadableSecretFiles on narrow
  expect possible ReadableSecretFiles on quiet
  expect no ReadableSecretFiles on notes
  expect no ReadableSecretFiles on elsewhere
  // nothing else runs there
  expect no ReadableSecretFiles on lonely
  expect ReadableSecretFiles on said
  expect possible ReadableSecretFiles on shelf
  expect SecretOutsideVault on wide
}

test "logs beside their writers" {
  data Trail: AuditTrail
  data Alarm
  boundary one: Host {
    process a
    process c
    store told: LogStore { append_only = false }
    store own: LogStore { append_only = false }
    store locked: LogStore { append_only = true }
    store quiet: LogStore
    store shared: LogStore { append_only = false }
    store read: LogStore { append_only = false }
    store trail: LogStore { holds = Trail, append_only = false }
  }
  boundary two: Host {
    process b
  }
  flow a -> own
  flow a -> locked
  flow a -> quiet
  flow a -> shared
  flow b -> shared
  flow a -> read
  flow read -> b
  flow a -> trail
  flow c -> told { sends = Alarm }
  flow c -> b { sends = Alarm }
  expect LogBesideItsWriter on own
  expect no LogBesideItsWriter on locked
  expect possible LogBesideItsWriter on quiet
  expect no LogBesideItsWriter on shared
  expect no LogBesideItsWriter on read
  expect no LogBesideItsWriter on trail
  expect no LogBesideItsWriter on told
  expect ForgedTrail on trail
}

test "orders to agents" {
  process agent
  process free: CommandsAgents { orders_listed = false }
  process bound: CommandsAgents { orders_listed = true }
  process quiet: CommandsAgents
  process alone: CommandsAgents { orders_listed = false }
  flow free -> agent
  flow bound -> agent
  flow quiet -> agent
  expect OrdersFromTheWatcher on free
  expect no OrdersFromTheWatcher on bound
  expect possible OrdersFromTheWatcher on quiet
  expect no OrdersFromTheWatcher on alone
}

test "keys of machines" {
  boundary left: Datacentre {
    actor admin: Administrator
    process ruler
    process neighbour
  }
  boundary right: PartnerNetwork {
    process worker
  }
  flow blind: ruler -> worker over Ssh { host_key_known = false }
  flow seeing: ruler -> worker over Sftp { host_key_known = true }
  flow quiet: ruler -> worker over Sftp
  flow person: admin -> worker over Ssh { host_key_known = false }
  flow inside: ruler -> neighbour over Ssh { host_key_known = false }
  expect AnyHostKey on blind
  expect no AnyHostKey on seeing
  expect possible AnyHostKey on quiet
  expect no AnyHostKey on person
  expect no AnyHostKey on inside
}

test "updates" {
  process blind: UpdatesItself { updates_verified = false }
  process careful: UpdatesItself { updates_verified = true }
  process quiet: UpdatesItself
  expect UnverifiedUpdate on blind
  expect no UnverifiedUpdate on careful
  expect possible UnverifiedUpdate on quiet
}

test "known keys of machines, in place" {
  boundary left: Datacentre {
    process ruler
  }
  boundary right: PartnerNetwork {
    process worker
  }
  flow known_keys: ruler -> worker over Ssh { apply KnownHostKeys }
  flow blind: ruler -> worker over Ssh { host_key_known = false }
  expect no AnyHostKey on known_keys
  expect AnyHostKey on blind
}

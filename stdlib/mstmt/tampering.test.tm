//! Tampering: what fires, what stays silent.

test "T1: what comes in" {
  boundary line: InternetLine
  process site: GenericProcess
  actor anyone: HumanUser
  flow plain: anyone -> site over DataFlow { crosses = line }
  flow half: anyone -> site over DataFlow { crosses = line, provides_integrity }
  flow sealed: anyone -> site over HttpsFlow { crosses = line }
  flow near: anyone -> site over DataFlow { crosses = [] }
  expect assumed UncheckedArrival on plain
  expect assumed UncheckedArrival on half
  expect no UncheckedArrival on sealed
  expect no UncheckedArrival on near
}

test "T2: memory of native programs" {
  process caller: ManagedApplication
  process native: NativeApplication
  process plain: GenericProcess
  flow a: caller -> native over DataFlow
  flow b: native -> caller over DataFlow
  flow c: caller -> plain over DataFlow
  expect MemoryTampered on a
  expect no MemoryTampered on b
  expect no MemoryTampered on c
}

test "T3, T4: protocols of one's own" {
  process maker: GenericProcess { custom_protocol }
  process plain: GenericProcess
  flow a: maker -> plain over DataFlow
  flow b: plain -> maker over DataFlow
  expect ReplayedMessages on a
  expect OverlappingMessages on a
  expect no ReplayedMessages on b
  expect no OverlappingMessages on b
}

test "T5: logs" {
  process job: GenericProcess
  store logs: FileSystem { stores_log_data }
  store files: FileSystem
  flow write: job -> logs over DataFlow
  flow read: logs -> job over DataFlow
  flow save: job -> files over DataFlow
  expect LogsAttackReaders on write
  expect LogsAttackReaders on read
  expect no LogsAttackReaders on save
}

test "T6: proven but open" {
  process a: GenericProcess
  process b: GenericProcess
  flow proven: a -> b over DataFlow { authenticates_destination }
  flow sealed: a -> b over HttpsFlow
  flow unproven: a -> b over HttpFlow
  expect assumed AuthenticatedChannelHijacked on proven
  expect no AuthenticatedChannelHijacked on sealed
  expect no AuthenticatedChannelHijacked on unproven
}

test "T7, T8: statements" {
  process site: GenericProcess
  actor clerk: HumanUser
  store db: SqlStore
  store other: NonRelationalStore
  flow a: site -> db over DataFlow
  flow b: clerk -> db over DataFlow
  flow c: site -> other over DataFlow
  expect SqlFromProcess on a
  expect no SqlFromOutside on a
  expect SqlFromOutside on b
  expect no SqlFromProcess on b
  expect no SqlFromProcess on c
}

test "T11, T12: formats" {
  process site: GenericProcess
  process caller: GenericProcess
  flow xml: caller -> site over DataFlow { carries_xml }
  flow json: caller -> site over HttpsFlow { carries_json }
  flow pipe: caller -> site over NamedPipe { carries_json }
  expect XmlProcessing on xml
  expect no XmlProcessing on json
  expect JsonProcessing on json
  expect no JsonProcessing on xml
  expect no JsonProcessing on pipe
}

test "T13.1, T13.2: pages" {
  process site: WebApplicationProcess
  process half: WebServerProcess { sanitizes_output = Yes }
  process clean: WebServerProcess { sanitizes_output = Yes, sanitizes_input = Yes }
  store db: SqlStore
  actor anyone: HumanUser
  flow ask: anyone -> site over HttpFlow
  flow load: db -> site over DataFlow
  flow load_half: db -> half over DataFlow
  flow load_clean: db -> clean over DataFlow
  expect assumed ScriptInPages on ask
  expect no StoredScriptInPages on ask
  expect assumed ScriptInPages on load
  expect assumed StoredScriptInPages on load
  expect assumed StoredScriptInPages on load_half
  expect no ScriptInPages on load_clean
  expect no StoredScriptInPages on load_clean
}

test "T18: stores across a boundary" {
  boundary zone: CorporateBorder {
    store files: FileSystem
    process near: GenericProcess
  }
  process far: GenericProcess
  flow a: far -> files over DataFlow
  flow b: near -> files over DataFlow
  expect StoreCorrupted on a
  expect no StoreCorrupted on b
}

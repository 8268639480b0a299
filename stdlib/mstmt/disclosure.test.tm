//! Information disclosure: what fires, what stays silent.

test "I2, I24: what a program and its store decide" {
  process own: GenericProcess { custom_authorization }
  process plain: GenericProcess
  store files: FileSystem
  store keys: FileSystem { stores_credentials }
  flow a: own -> files over DataFlow
  flow b: plain -> files over DataFlow
  flow c: plain -> keys over DataFlow
  expect HomeMadeAuthorization on a
  expect no HomeMadeAuthorization on b
  expect CredentialsKeptWeakly on c
  expect no CredentialsKeptWeakly on b
}

test "I6: readable across a boundary" {
  boundary zone: BorderBoundary {
    process site: GenericProcess
    store files: FileSystem
  }
  process far: GenericProcess
  actor anyone: HumanUser
  flow a: far -> site over HttpFlow
  flow b: far -> files over SmbFlow
  flow c: anyone -> files over SmbFlow
  flow d: anyone -> site over HttpsFlow
  expect FlowSniffed on a
  expect assumed FlowSniffed on b
  expect no FlowSniffed on c
  expect no FlowSniffed on d
}

test "I23: readers of a store" {
  store files: FileSystem
  store copy: FileSystem
  process job: GenericProcess
  flow a: files -> job over DataFlow
  flow b: files -> copy over DataFlow
  expect WeakStoreAccess on a
  expect no WeakStoreAccess on b
}

test "I25: from machine to machine" {
  boundary line: MachineLine
  boundary net: InternetLine
  process a: GenericProcess
  process b: GenericProcess
  flow pipe: a -> b over RpcFlow { crosses = line }
  flow web: a -> b over HttpsFlow { crosses = line }
  flow far: a -> b over HttpFlow { crosses = net }
  expect CredentialsSentWeakly on pipe
  expect no CredentialsSentWeakly on web
  expect no CredentialsSentWeakly on far
}

test "I25: machines written around programs" {
  boundary one: MachineLine {
    process a: GenericProcess
    process b: GenericProcess
  }
  process c: GenericProcess
  flow outward: a -> c over RpcFlow
  flow inward: c -> b over RpcFlow
  flow local: a -> b over RpcFlow
  expect CredentialsSentWeakly on outward
  expect CredentialsSentWeakly on inward
  expect no CredentialsSentWeakly on local
}

test "I26: a scheme" {
  process a: GenericProcess { authentication_scheme }
  process b: GenericProcess
  flow there: a -> b over DataFlow
  flow back: b -> a over DataFlow
  expect WeakScheme on there
  expect no WeakScheme on back
}

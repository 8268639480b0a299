//! What runs: what fires, what stays silent.
use std.data
use std.web

test "machines" {
  boundary outside: Internet {
    actor alice: User
  }
  boundary inside: CloudAccount {
    process old: CloudMachine {
      metadata_token_required = false,
      admin_ports_open = true,
      image_known = false
    }
    process new: CloudMachine { apply [MetadataTokens, NoOpenShell, KnownImages] }
    process quiet: CloudMachine
    process deep: CloudMachine
  }
  flow alice -> old
  flow alice -> new
  flow alice -> quiet
  flow quiet -> deep
  expect MetadataTheft on old
  expect no MetadataTheft on new
  expect possible MetadataTheft on quiet
  expect no MetadataTheft on deep
  expect OpenAdminPort on old
  expect no OpenAdminPort on new
  expect possible OpenAdminPort on quiet
  expect no OpenAdminPort on deep
  expect UnknownImage on old
  expect no UnknownImage on new
  expect no UnknownImage on quiet
}

test "addresses beside the way" {
  actor alice: User
  process gateway: ApiGateway
  process hook: CloudFunction { public_url = true, authentication = NoAuthentication }
  process signed: CloudFunction { public_url = true, authentication = WorkloadIdentity }
  process quiet: CloudFunction { public_url = true }
  process closed: CloudFunction { public_url = false }
  process drawn: CloudFunction { public_url = true, authentication = NoAuthentication }
  flow gateway -> hook
  flow gateway -> signed
  flow gateway -> quiet
  flow gateway -> closed
  flow alice -> drawn
  expect OpenFunctionUrl on hook
  expect no OpenFunctionUrl on signed
  expect possible OpenFunctionUrl on quiet
  expect no OpenFunctionUrl on closed
  // the way is drawn, and who is not asked there is a threat of std.stride
  expect no OpenFunctionUrl on drawn
  expect WeakAuthentication on drawn
}

test "growth without end" {
  boundary outside: Internet {
    actor alice: User
  }
  boundary inside: CloudAccount {
    process endless: CloudContainer { scale_limited = false }
    process limited: CloudContainer { apply ScaleLimit }
    process asked_before: CloudContainer
    process deep: CloudFunction { scale_limited = false }
  }
  boundary unwatched: CloudAccount {
    spending_watched = false
    process quiet: CloudContainer
  }
  boundary watched: CloudAccount {
    spending_watched = true
    process noticed: CloudContainer
    process still_endless: CloudContainer { scale_limited = false }
  }
  process alone: CloudContainer
  flow alice -> asked_before
  flow alice -> noticed
  flow alice -> still_endless
  flow alice -> alone
  flow alice -> endless
  flow alice -> limited
  flow alice -> quiet
  flow quiet -> deep
  expect RunawayBill on endless
  expect no RunawayBill on limited
  expect possible RunawayBill on quiet
  expect no RunawayBill on deep
  expect no RunawayBill on asked_before
  expect possible UnnoticedSpending on inside
  expect no RunawayBill on noticed
  expect RunawayBill on still_endless
  expect possible RunawayBill on alone
}

test "triggers" {
  process anyone: CloudFunction { invoker_pinned = false }
  process pinned: CloudFunction { invoker_pinned = true }
  process quiet: CloudFunction
  expect BorrowedTrigger on anyone
  expect no BorrowedTrigger on pinned
  expect no BorrowedTrigger on quiet
}

test "events with strangers' words" {
  boundary outside: Internet {
    actor alice: User
  }
  boundary inside: CloudAccount {
    process api: WebService
    process clock: BackgroundJob
    store uploads: Bucket
    store ticks: CloudQueue
    process believing: CloudFunction { input_validation = false }
    process checking: CloudFunction { input_validation = true }
    process quiet: CloudFunction
    process inner: CloudFunction { input_validation = false }
  }
  flow alice -> api
  flow api -> uploads
  flow uploads -> believing
  flow uploads -> checking
  flow quiet -> uploads
  flow clock -> ticks
  flow ticks -> inner
  expect PoisonedEvents on believing
  expect no PoisonedEvents on checking
  expect possible PoisonedEvents on quiet
  expect no PoisonedEvents on inner
}

test "commands for machines" {
  process web: CloudMachine
  process open: MachineManager { commands_limited = false }
  process strict: MachineManager { apply ReviewedCommands }
  process quiet: MachineManager
  process idle: MachineManager { commands_limited = false }
  flow open -> web
  flow strict -> web
  flow quiet -> web
  expect CommandsForAllMachines on open
  expect no CommandsForAllMachines on strict
  expect possible CommandsForAllMachines on quiet
  expect no CommandsForAllMachines on idle
}

test "what the last call left" {
  data Invoice { confidentiality = High }
  store db: CloudTable + SharedTenancy { holds = Invoice }
  process keeping: CloudFunction { keeps_nothing = false }
  process clean: CloudFunction { keeps_nothing = true }
  process quiet: CloudFunction
  process single: CloudFunction { keeps_nothing = false }
  flow keeping -> db
  flow clean -> db
  flow quiet -> db
  expect LeftFromLastCall on keeping
  expect no LeftFromLastCall on clean
  expect possible LeftFromLastCall on quiet
  expect no LeftFromLastCall on single
}

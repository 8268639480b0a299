//! Elevation of privilege: what fires, what stays silent.

test "E3: single sign-on" {
  process site: GenericProcess
  actor idp: AuthorizationProvider
  actor entra: AuthorizationProvider { run_by_microsoft }
  flow a: site -> idp over HttpsFlow
  flow b: site -> entra over HttpsFlow
  expect assumed SsoWeakness on a
  expect no SsoWeakness on b
}

test "E5 to E7: receivers" {
  boundary zone: BorderBoundary {
    process site: GenericProcess
    process near: GenericProcess
    store files: FileSystem
  }
  actor anyone: HumanUser
  flow a: anyone -> site over HttpsFlow
  flow b: near -> site over DataFlow
  flow c: files -> site over DataFlow
  expect ImpersonatedRights on a
  expect RemoteCode on a
  expect ExecutionDiverted on a
  expect ImpersonatedRights on b
  expect no RemoteCode on b
  expect no ExecutionDiverted on b
  expect no ImpersonatedRights on c
}

test "forged requests" {
  boundary line: InternetLine
  boundary machine: MachineLine
  process site: WebApplicationProcess
  process native: NativeApplication
  process thick: ThickClient
  process app: StoreApp { internet_client_server = No, internet_client = No }
  process online: StoreApp { internet_client_server = No, internet_client = Yes }
  actor browser: ExternalBrowser
  flow page: browser -> site over HttpsFlow { crosses = line }
  flow plain: browser -> site over HttpFlow { crosses = line }
  flow guarded: browser -> site over HttpsFlow { crosses = line, forgery_protection = Nonce }
  flow other: native -> site over HttpsFlow { crosses = line }
  flow machine_too: browser -> site over HttpsFlow { crosses = [line, machine] }
  flow to_client: browser -> thick over HttpsFlow { crosses = line }
  flow offline: app -> site over HttpsFlow { crosses = line }
  flow open_: online -> site over HttpsFlow { crosses = line }
  flow near: browser -> site over HttpsFlow
  expect assumed ForgedRequest on page
  expect no ForgedRequest on plain
  expect no ForgedRequest on guarded
  expect no ForgedRequest on other
  expect no ForgedRequest on machine_too
  expect no ForgedRequest on to_client
  expect no ForgedRequest on offline
  expect assumed ForgedRequest on open_
  expect no ForgedRequest on near
}

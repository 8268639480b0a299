//! What agents do: what fires, what stays silent.
use std.web

test "reads strangers, sees secrets, sends out" {
  data Contract { confidentiality = High }
  data Leaflet { confidentiality = VeryLow }
  process web: WebReader
  process mail: ReadsForeignText
  process files: AgentTool
  process brochures: AgentTool
  process all_three: Agent
  process deaf: Agent
  process blind: Agent
  process mute: Agent
  flow a: all_three -> web
  flow b: all_three -> files { receives = Contract }
  flow c: deaf -> files { receives = Contract }
  flow d: blind -> web
  flow e: blind -> brochures { receives = Leaflet }
  flow f: mute -> mail
  flow g: mute -> files { receives = Contract }
  expect PromptedExfiltration on all_three
  expect no PromptedExfiltration on deaf
  expect no PromptedExfiltration on blind
  expect no PromptedExfiltration on mute
}

test "acts" {
  process clerk: Agent
  process plain: WebService
  process pay: ActingTool { confirmed = false, undoable = false }
  process asked: ActingTool { apply ConfirmedActs }
  process drafts: ActingTool { confirmed = false, undoable = true }
  process quiet: ActingTool
  process unused: ActingTool { confirmed = false, undoable = false }
  flow a: clerk -> pay
  flow b: clerk -> asked
  flow c: clerk -> drafts
  flow d: clerk -> quiet
  flow e: plain -> unused
  expect UnconfirmedActs on pay
  expect no UnconfirmedActs on asked
  expect no UnconfirmedActs on drafts
  expect possible UnconfirmedActs on quiet
  expect no UnconfirmedActs on unused
}

test "with whose rights" {
  actor alice: User
  process crm: AgentTool
  process own: Agent { acts_as_asker = false }
  process handed: Agent { apply AskersRights }
  process quiet: Agent
  process bare: Agent { acts_as_asker = false }
  flow a: alice -> own
  flow b: alice -> handed
  flow c: alice -> quiet
  flow d: alice -> bare
  flow e: own -> crm
  flow f: handed -> crm
  flow g: quiet -> crm
  expect AgentsOwnRights on own
  expect no AgentsOwnRights on handed
  expect possible AgentsOwnRights on quiet
  expect no AgentsOwnRights on bare
}

test "with whose rights on what nobody called a tool" {
  data Deal { confidentiality = Moderate, integrity = Moderate }
  data Weather { confidentiality = VeryLow, integrity = VeryLow }
  data Unrated
  actor alice: User
  store db: Postgres
  store passages: VectorStore
  process crm: WebService
  external process stations: WebService
  external process llm: LanguageModel
  process reads: Agent { acts_as_asker = false }
  process writes: Agent { acts_as_asker = false, audit_log = false, stoppable = false }
  process handed: Agent { acts_as_asker = true }
  process quiet: Agent
  process harmless: Agent { acts_as_asker = false, audit_log = false, stoppable = false }
  flow alice -> reads
  flow alice -> writes
  flow alice -> handed
  flow alice -> quiet
  flow alice -> harmless
  flow reads -> db { receives = Deal }
  flow writes -> crm { sends = Deal }
  flow handed -> db { receives = Deal }
  flow quiet -> crm { sends = Deal }
  flow harmless -> stations { receives = Weather }
  flow harmless -> passages { receives = Deal }
  flow harmless -> llm { sends = Deal, receives = Deal }
  flow harmless -> crm { receives = Unrated }
  expect AgentsOwnRights on reads
  expect AgentsOwnRights on writes
  expect no AgentsOwnRights on handed
  expect possible AgentsOwnRights on quiet
  expect no AgentsOwnRights on harmless
  expect UnrecordedAgent on writes
  expect RunawayAgent on writes
  expect no UnrecordedAgent on harmless
  expect no RunawayAgent on harmless
}

test "tools of others" {
  external process theirs: AgentTool
  process ours: AgentTool
  process trusting: Agent { tools_pinned = false }
  process careful: Agent { apply PinnedTools }
  process quiet: Agent
  process home: Agent { tools_pinned = false }
  flow a: trusting -> theirs
  flow b: careful -> theirs
  flow c: quiet -> theirs
  flow d: home -> ours
  expect ChangedTool on trusting
  expect no ChangedTool on careful
  expect possible ChangedTool on quiet
  expect no ChangedTool on home
}

test "code of models" {
  process coder: Agent
  process open: CodeInterpreter { isolated = false }
  process apart: CodeInterpreter { apply IsolatedExecution }
  process quiet: CodeInterpreter
  process unused: CodeInterpreter { isolated = false }
  flow a: coder -> open
  flow b: coder -> apart
  flow c: coder -> quiet
  expect ModelCodeRunsHere on open
  expect no ModelCodeRunsHere on apart
  expect possible ModelCodeRunsHere on quiet
  expect no ModelCodeRunsHere on unused
}

test "agents among themselves" {
  boundary inside: PrivateNetwork {
    process planner: Agent
    process buyer: Agent { authentication = NoAuthentication }
    process proven: Agent { authentication = WorkloadIdentity }
    process quiet: Agent
    boundary box: Host {
      process left: Agent
      process right: Agent { authentication = NoAuthentication }
    }
  }
  flow a: planner -> buyer { authenticated = false }
  flow b: planner -> proven { authenticated = false }
  flow c: planner -> quiet
  flow d: left -> right { authenticated = false }
  flow e: buyer -> quiet { apply MutualTls }
  expect AgentsUnproven on a
  expect no AgentsUnproven on b
  expect possible AgentsUnproven on c
  expect no AgentsUnproven on d
  expect no AgentsUnproven on e
}

test "chains" {
  process bank: ActingTool
  process first: Agent
  process pays: Agent { handover_checked = false }
  process checks: Agent { apply CheckedHandover }
  process quiet: Agent
  process ends: Agent { handover_checked = false }
  flow a: first -> pays
  flow b: first -> checks
  flow c: first -> quiet
  flow d: first -> ends
  flow e: pays -> bank
  flow f: checks -> bank
  flow g: quiet -> bank
  expect CascadingMistakes on pays
  expect no CascadingMistakes on checks
  expect possible CascadingMistakes on quiet
  expect no CascadingMistakes on ends
  expect no CascadingMistakes on first
}

test "approvals" {
  actor boss: Employee
  process clerk: Agent
  process words: ApprovalDesk { shows_effect = false }
  process effect: ApprovalDesk { apply PlainApproval }
  process quiet: ApprovalDesk
  process plain: ApprovalDesk { shows_effect = false }
  flow a: clerk -> words
  flow b: clerk -> effect
  flow c: clerk -> quiet
  flow d: boss -> plain
  expect RubberStamp on words
  expect no RubberStamp on effect
  expect possible RubberStamp on quiet
  expect no RubberStamp on plain
}

test "records, switches and ends" {
  process bank: ActingTool
  external process llm: LanguageModel
  process wild: Agent { audit_log = false, stoppable = false, steps_limited = false }
  process tame: Agent { apply [AuditLog, StopSwitch, TaskBudget] }
  process quiet: Agent
  process idle: Agent { audit_log = false, stoppable = false, steps_limited = false }
  flow a: wild -> bank
  flow b: wild -> llm
  flow c: tame -> bank
  flow d: tame -> llm
  flow e: quiet -> bank
  flow f: quiet -> llm
  data Order { integrity = High }
  actor alice: User
  store orders: Postgres
  store found: VectorStore
  process writes: Agent { audit_log = false }
  process reads: Agent { audit_log = false }
  flow g: alice -> writes
  flow h: writes -> bank
  flow i: writes -> orders { sends = Order }
  flow j: alice -> reads
  flow k: reads -> bank
  flow l: reads -> found { receives = Order }
  expect no UnrecordedAgent on writes
  expect UnrecordedAgent on reads
  expect UnrecordedAgent on wild
  expect RunawayAgent on wild
  expect EndlessSteps on wild
  expect no UnrecordedAgent on tame
  expect no RunawayAgent on tame
  expect no EndlessSteps on tame
  expect possible UnrecordedAgent on quiet
  expect possible RunawayAgent on quiet
  expect possible EndlessSteps on quiet
  expect no UnrecordedAgent on idle
  expect no RunawayAgent on idle
  expect no EndlessSteps on idle
}

test "tools and models behind a gateway" {
  data Deal { integrity = Moderate }
  actor alice: User
  process gateway: Relay
  process model_gateway: Relay
  process idle_gateway: Relay
  process pay: ActingTool { confirmed = false, undoable = false }
  process unused: ActingTool { confirmed = false, undoable = false }
  process desk: ApprovalDesk { shows_effect = false }
  external process llm: LanguageModel
  process bot: Agent {
    acts_as_asker = false
    stoppable = false
    steps_limited = false
    audit_log = false
    model_output_checked = false
  }
  process thinker: Agent { acts_as_asker = false, stoppable = false, audit_log = false }
  process job
  flow alice -> bot
  flow alice -> thinker
  flow bot -> gateway { sends = Deal }
  flow gateway -> pay { sends = Deal }
  flow gateway -> desk { sends = Deal }
  flow bot -> model_gateway { sends = Deal }
  flow thinker -> model_gateway { sends = Deal }
  flow model_gateway -> llm { sends = Deal }
  flow job -> idle_gateway { sends = Deal }
  flow idle_gateway -> unused { sends = Deal }
  expect UnconfirmedActs on pay
  expect no UnconfirmedActs on unused
  expect RubberStamp on desk
  expect AgentsOwnRights on bot
  expect RunawayAgent on bot
  expect EndlessSteps on bot
  expect UncheckedModelOutput on bot
  expect no AgentsOwnRights on thinker // a model is no tool
  expect no RunawayAgent on thinker
}

test "the model names addresses that are opened inside" {
  data Question
  boundary net: Internet {
    actor alice: Customer
  }
  boundary inside: PrivateNetwork {
    process loose: Agent
    process reader: WebReader { addresses_checked = false }
    process careful: WebReader { addresses_checked }
    process asked: WebReader
  }
  flow a: alice -> loose over Https { sends = Question }
  flow b: loose -> reader { sends = Question }
  flow c: loose -> careful { sends = Question }
  flow d: loose -> asked { sends = Question }
  expect ServerSideRequestForgery on reader
  expect no ServerSideRequestForgery on careful
  expect possible ServerSideRequestForgery on asked
}

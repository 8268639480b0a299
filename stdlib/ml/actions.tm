//! What agents do: with whose rights, on whose word, and until when.
use std.web

/// It goes to something that is no part of the agent's own thinking: no model, no guard of it, no memory.
fn goes_out_of_it(f: flow) = not lead_to_thinking(ahead(f))
  and f.target is not LanguageModel
  and f.target is not GuardrailService
  and f.target is not ApprovalDesk
  and f.target is not Agent
  and f.target is not VectorStore
  and f.target is not AgentMemory
  and f.target is not AnswerCache
  and f.target is not LogStore

/// It changes something of which it is stated that it must be right.
fn changes_something(f: flow) = goes_out_of_it(f)
  and known(f.sends)
  and exists d in f.sends where (known(d.integrity) and d.integrity >= Moderate)

/// It brings back something of which it is stated that it is not for everyone.
fn brings_something_back(f: flow) = goes_out_of_it(f)
  and known(f.receives)
  and exists d in f.receives where (known(d.confidentiality) and d.confidentiality >= Moderate)

/// It does something with what the model decided.
fn can_act(a: Agent) = lead_to_acts(a.outflows)
  or lead_to_acts(ways_out(a))
  or exists f in a.outflows where (changes_something(f))

/// One of them ends at a tool that acts.
fn lead_to_acts(flows: [flow]) = exists f in flows
  where (f.target is ActingTool or f.target is CodeInterpreter or f.target is SendsOutward)

/// An agent opens one of them.
fn from_agents(flows: [flow]) = exists f in flows where (f.source is Agent)

/// An agent that strangers can steer opens one of them.
fn from_steered_agents(flows: [flow]) = exists f in flows
  where (f.source is Agent
    and (open_to_strangers(f.source)
      or exists g in f.source.outflows where (g.target is ReadsForeignText)))

/// It gets to see what is not for everyone, from something else than a model.
fn sees_confidential(a: Agent) = exists f in a.outflows
  where (f.target is not LanguageModel
    and known(f.receives)
    and exists d in f.receives where (known(d.confidentiality) and d.confidentiality >= Moderate))

/// It can carry something out of the organisation.
fn can_send_out(a: Agent) = exists f in a.outflows
  where (f.target is SendsOutward
    or f.target.external
      and f.target is not LanguageModel
      and known(f.sends)
      and count(f.sends) >= 1)

/// The agent reads what strangers wrote, sees what is not for strangers, and can send things out. A text that asks for it is all that an attacker needs.
threat PromptedExfiltration: Stride.InformationDisclosure "A stranger's text makes the agent send data out" {
  on a: Agent
  when exists f in a.outflows where (f.target is ReadsForeignText)
  when sees_confidential(a) and can_send_out(a)
  likelihood = High
  impact = max(
    [
      max(f.receives.confidentiality)
      for f in a.outflows
      where (f.target is not LanguageModel and known(f.receives))
    ]
  )
  mitigated_by = [
    HeldAfterForeignText,
    ConfirmedActs(on = a.outflows.target, strength = 60%),
    AskersRights(strength = 20%),
    EgressFilter(strength = 50%),
    ModelGuardrails(strength = 40%)
  ]
  references = [
    "CWE-201",
    "CWE-441",
    "AML.T0086",
    "AML.T0051.001",
    "AML.T0077",
    "ASI01:2026",
    "ASI02:2026",
    "LLM01:2025",
    "LLM06:2025"
  ]
  message = "{a} reads texts of strangers, sees confidential data, and can send it out."
  detection = "Write a mail, page or ticket that asks for a summary of the last confidential document at an address of yours; let the agent come across it."
  false_positives = "One task never has all three: what reads strangers' texts runs apart from what sees the data."
  remedy = "Take one of the three away for each task: read strangers' texts in an agent without data, or send nothing outward after reading them without a person's yes."
}

/// What the model decides happens: it is bought, deleted, sent. A misread mail or a planted order is enough, and nobody can take it back.
threat UnconfirmedActs: Stride.Tampering "Acts that nobody confirmed and nobody can undo" {
  on t: ActingTool
  when not t.confirmed and not t.undoable
  when from_agents(t.inflows) or from_agents(ways_in(t))
  likelihood = if from_steered_agents(t.inflows) or from_steered_agents(ways_in(t)) then High
    else Moderate
  impact = High
  mitigated_by = [
    ConfirmedActs,
    LeastPrivilege,
    AskersRights(strength = 30%, on = t.inflows.source),
    RateLimit(strength = 30%),
    ModelGuardrails(strength = 30%, on = t.inflows.source)
  ]
  references = ["CWE-862", "AML.T0053", "AML.T0101", "ASI02:2026", "LLM06:2025"]
  message = "{t} does at once what an agent asks for, and it may not be undone."
  detection = "List the calls the tool offers and mark those that cost money, reach people or delete; provoke each by a text the agent reads, in a test system."
  false_positives = "All it can do is small and limited in number."
  remedy = "Offer narrow calls, ask a person before those that matter, make the rest undoable, and limit how many there can be in an hour."
  fix "A person confirms" { t.confirmed = true }
}

/// Whoever talks with the agent does with its rights what theirs would not allow.
threat AgentsOwnRights: Stride.ElevationOfPrivilege "Everyone gets the agent's rights" {
  on a: Agent
  when not a.acts_as_asker
  when exists f in a.inflows
    where (from_user(f) or exists g in f.source.inflows where (from_user(g)))
  when exists f in a.outflows
      where (f.target is AgentTool or changes_something(f) or brings_something_back(f))
    or exists f in ways_out(a) where (f.target is AgentTool)
  likelihood = if open_to_strangers(a) then High else Moderate
  impact = High
  mitigated_by = [
    AskersRights,
    LeastPrivilege,
    ConfirmedActs(on = a.outflows.target, strength = 30%)
  ]
  references = ["CWE-441", "CWE-250", "AML.T0053", "AML.T0085.001", "ASI03:2026", "LLM06:2025"]
  message = "{a} uses tools and data with rights of its own for whoever asks."
  detection = "As somebody with few rights, ask the agent for what you may not read or do, directly and as part of another task; see in the tool's log who it thinks asked."
  false_positives = "Its rights are those that everyone has who can ask it."
  remedy = "Hand the asker's identity through to each tool as a short-lived token for this task, and keep no standing rights for the agent."
  fix "It acts as the one who asked" { a.acts_as_asker = true }
}

/// A tool of somebody else changes its description, or was made to deceive from the start. The model reads the description as an order.
threat ChangedTool: Stride.Tampering "A tool of others changes what it says it is" {
  on a: Agent
  when not a.tools_pinned
  when exists f in a.outflows where (f.target is AgentTool and f.target.external)
  likelihood = Low
  impact = High
  mitigated_by = [
    PinnedTools,
    ConfirmedActs(on = a.outflows.target, strength = 30%),
    HeldAfterForeignText(strength = 30%)
  ]
  references = [
    "CWE-494",
    "CWE-829",
    "AML.T0010.005",
    "AML.T0104",
    "AML.T0110",
    "AML.T0109",
    "ASI04:2026",
    "LLM03:2025"
  ]
  message = "{a} takes tools of others as they come, and obeys what they say about themselves."
  detection = "Change the description of a test tool so that it asks for another tool's data first; see whether the agent follows and who is told of the change."
  false_positives = "The tools are fixed in the agent's own code, and others only run them."
  remedy = "Keep a list of tools with the descriptions as reviewed, compare at each start, name publisher and version, and give tools of others no data of others."
  fix "Tools are reviewed and pinned" { a.tools_pinned = true }
}

/// Code that a model wrote, on whoever's word, runs beside keys, data and inner networks.
threat ModelCodeRunsHere: Stride.ElevationOfPrivilege "Code of a model runs where it can do harm" {
  on t: CodeInterpreter
  when not t.isolated
  when exists f in t.inflows where (f.source is process)
  likelihood = if exists f in t.inflows
        where (f.source is process
          and (open_to_strangers(f.source)
            or exists g in f.source.outflows where (g.target is ReadsForeignText)))
      then High
    else Moderate
  impact = High
  mitigated_by = [
    IsolatedExecution,
    Sandbox(strength = 60%),
    EgressFilter(strength = 30%),
    ConfirmedActs(strength = 30%)
  ]
  references = [
    "CWE-94",
    "CWE-653",
    "AML.T0050",
    "AML.T0105",
    "AML.T0072",
    "ASI05:2026",
    "LLM05:2025"
  ]
  message = "{t} may run what a model wrote beside things worth taking."
  detection = "Let the model write code that lists environment variables, asks the metadata service, opens a port outward and reads the files of the last task."
  false_positives = "It offers arithmetic and nothing of a general language."
  remedy = "Give each task a fresh sandbox without keys and network, limit its time and size, copy in what it needs, and throw it away."
  fix "It runs apart" { t.isolated = true }
}

/// Any program in the same zone can speak as one of the agents and give the others orders.
threat AgentsUnproven: Stride.Spoofing "Agents take each other's word" {
  on f: flow
  when f.source is Agent and f.target is Agent and not exposed(f) and not on_one_machine(f)
  when not f.authenticated
  when f.target is process and (not known(f.target.authentication) or weak(f.target.authentication))
  likelihood = Low
  impact = if f.target is Agent and can_act(f.target) then High else Moderate
  mitigated_by = [MutualTls, MessageSigning, StrongAuthentication(on = f.target)]
  references = ["CWE-306", "CWE-346", "CAPEC-194", "AML.T0073", "ASI07:2026"]
  message = "{f.target} obeys whoever speaks like {f.source}."
  detection = "From another program in the same network, send one agent a message in the form the other uses."
  false_positives = "The platform that runs both decides who may speak with whom."
  remedy = "Give each agent an identity of its own, check it at each message, and say for each which orders it takes from whom."
  fix "Both prove who they are" { f.authenticated = true }
}

/// One agent's mistake is the next one's order. Down a chain it grows, faster than anybody can look.
threat CascadingMistakes: Stride.Tampering "One agent's mistake is the next one's order" {
  on a: Agent
  when not a.handover_checked
  when exists f in a.inflows where (f.source is Agent)
  when can_act(a) or exists f in a.outflows where (f.target is Agent)
  likelihood = Low
  impact = if can_act(a) then High else Moderate
  mitigated_by = [
    CheckedHandover,
    ConfirmedActs(on = a.outflows.target, strength = 50%),
    TaskBudget(strength = 30%),
    StopSwitch(strength = 30%)
  ]
  references = ["CWE-349", "AML.T0061", "ASI08:2026", "ASI07:2026"]
  message = "{a} goes on with whatever another agent hands it."
  detection = "Hand it a result that is wrong in form, one that is wrong in sense, and one that contains an order, and follow how far each gets."
  false_positives = "A person looks at what is handed over."
  remedy = "Hand over data in a fixed form instead of free text, check it against the task, and stop the chain when something does not fit."
  fix "Hand-overs are checked" { a.handover_checked = true }
}

/// People say yes to a sentence that the agent wrote. It may be wrong, incomplete or made to please, and the hundredth question of the day is not read.
threat RubberStamp: Stride.Spoofing "People approve what the agent says it will do" {
  on p: ApprovalDesk
  when not p.shows_effect
  when from_agents(p.inflows) or from_agents(ways_in(p))
  likelihood = Moderate
  impact = High
  mitigated_by = [PlainApproval]
  references = ["CWE-451", "CWE-356", "AML.T0067", "ASI09:2026"]
  message = "{p} may show people the agent's words instead of what will happen."
  detection = "Let an agent announce one thing and call another; count how many of ten people notice. Count the questions of a day and the seconds between question and yes."
  false_positives = "What is approved is the thing itself, such as the text of the mail as it will be sent."
  remedy = "Compute from the call who is affected, how much and whether it can be undone; ask seldom; ask for the one figure that matters to be typed."
  fix "It shows the effect" { p.shows_effect = true }
}

/// It writes into a store what is stated to matter; rules about records of changes ask there.
fn writes_what_matters(a: Agent) = exists f in a.outflows
  where (f.target is store
    and known(f.sends)
    and exists d in f.sends where (known(d.integrity) and d.integrity >= Moderate))

/// Afterwards nobody can tell which call was made for whom, after which text.
threat UnrecordedAgent: Stride.Repudiation "Nobody can tell why the agent did it" {
  on a: Agent
  when not a.audit_log and can_act(a)
  when not (exists f in a.inflows where (from_user(f)) and writes_what_matters(a))
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [AuditLog, Alerting(strength = 20%)]
  references = ["CWE-778", "ASI10:2026", "ASI02:2026"]
  message = "What {a} does with its tools, and for whom, may not be recorded."
  detection = "Pick one act of last week and find who asked, what the model had read, which call it made and who confirmed it."
  false_positives = "Each tool records the person for whom it was called, and nobody needs to know why."
  remedy = "Record for each task who asked, what was read, each call with its values and who confirmed it, where the agent cannot write."
  fix "Its acts are recorded" { a.audit_log = true }
}

/// It goes on: after a wrong turn, after somebody took it over, after its task is done. Everybody sees it and nobody knows the switch.
threat RunawayAgent: Stride.ElevationOfPrivilege "An agent that nobody can stop at once" {
  on a: Agent
  when not a.stoppable and can_act(a)
  likelihood = Low
  impact = High
  mitigated_by = [StopSwitch, TaskBudget(strength = 40%), Alerting(strength = 20%), LeastPrivilege]
  references = ["ASI10:2026"]
  message = "Nobody is known to be able to stop {a} at once."
  detection = "Ask the person on duty to stop it, and measure: until it does nothing more, until its keys open nothing, until tasks it started elsewhere have ended."
  false_positives = "It lives for one question and ends with the answer."
  remedy = "Give each agent an owner, an identity that can be switched off in one place, and a switch that was tried."
  fix "It can be stopped" { a.stoppable = true }
}

/// A task that leads in circles calls the model, and the tools, all night.
threat EndlessSteps: Stride.DenialOfService "A task without an end" {
  on a: Agent
  when not a.steps_limited
  when lead_to_thinking(a.outflows) or lead_to_thinking(ways_out(a))
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [TaskBudget, RateLimit(strength = 50%, on = a.outflows.target), Alerting]
  references = ["CWE-835", "CWE-770", "AML.T0034.002", "LLM10:2025", "ASI08:2026"]
  message = "Nothing ends a task of {a} that goes in circles."
  detection = "Give it a task that cannot be done and a tool that always fails; look at steps, time and bill an hour later."
  false_positives = "Each question leads to a fixed number of calls."
  remedy = "Limit steps, time and money of a task and of a day, and end it with a message to whoever asked."
  fix "Tasks are limited" { a.steps_limited = true }
}

//! What goes into a language model, and what is made of its answers.
use std.web

/// One of them ends at a model, at its guard, or at an agent.
fn lead_to_thinking(flows: [flow]) = exists f in flows
  where (f.target is LanguageModel or f.target is GuardrailService or f.target is Agent)

/// The program asks a language model, or an agent that does, and uses the answer itself.
fn asks_model(p: process) = p is not GuardrailService
  and p is not Relay
  and (lead_to_thinking(p.outflows) or lead_to_thinking(ways_out(p)))

/// The answer goes on to something that could take it for an order: a store, or a program that is no model.
fn hands_answers_on(p: process) = exists f in p.outflows
  where (f.target is store and f.target is not VectorStore and count(f.sends) >= 1
    or f.target is process
      and f.target is not LanguageModel
      and f.target is not GuardrailService
      and f.target is not Agent
      and f.target is not ReadsForeignText)

/// The answer becomes part of a page, a query, a command or a call, and whoever shaped the answer shaped that, too. A model repeats what it read, orders and tags included.
threat UncheckedModelOutput: Stride.Tampering "A model's answer is used as it is" {
  on p: process
  when asks_model(p) and not p.model_output_checked
  when p is WebApp or p is RunsCommands or p is ShowsModelAnswers or hands_answers_on(p)
  likelihood = if exists f in p.inflows where (from_untrusted(f)) then High else Moderate
  impact = if p is RunsCommands
        or exists f in p.outflows
          where (f.target is SqlDatabase or f.target is ActingTool or f.target is CodeInterpreter)
      then High
    else Moderate
  mitigated_by = [
    ModelOutputChecks,
    ModelGuardrails(strength = 40%),
    LeastPrivilege(strength = 40%)
  ]
  references = ["CWE-116", "CWE-94", "AML.T0067", "LLM05:2025", "ASI05:2026"]
  message = "{p} may pass on what a model answered without checking it."
  detection = "Make the model answer with a script tag, a quote that ends a query, a path with two dots and a second command, and follow each to where it ends up."
  false_positives = "Answers are shown as plain text to the person who asked, and go nowhere else."
  remedy = "Ask for answers in a fixed form, refuse what does not fit, bind values instead of pasting them, and encode for the place where they are shown."
  fix "Answers are checked" { p.model_output_checked = true }
}

/// The answer names a picture whose address contains what the model has read. Showing the answer fetches the picture, and the address arrives at a stranger's server.
threat AnswerFetchesPicture: Stride.InformationDisclosure "Showing an answer sends data out" {
  on p: ShowsModelAnswers
  when not p.remote_content_blocked
  when exists d in p.inflows.data where d.confidentiality >= Moderate
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [
    BlockedRemoteContent,
    ContentSecurityPolicy(strength = 70%),
    ModelGuardrails(strength = 30%)
  ]
  references = ["CWE-201", "AML.T0077", "AML.T0086", "LLM05:2025", "LLM02:2025"]
  message = "What {p} shows of a model's answer may call addresses that the answer names."
  detection = "Put a text into what the model reads that asks for a picture from a server of yours with the last message in its address, and watch that server's log."
  false_positives = "Answers are shown as plain text."
  remedy = "Show answers without pictures and frames of other hosts, or fetch only from a list; let people see a link's whole address before they follow it."
  fix "Answers fetch nothing" { p.remote_content_blocked = true }
}

/// Whoever talks long enough with a model gets its instructions. That is bearable as long as nothing stands in them that opens something or that safety depends on.
threat TellingInstructions: Stride.InformationDisclosure "Secrets in the instructions to a model" {
  on d: SystemPrompt
  when d.holds_secrets
  when exists f in d.carried_by where (f.target is LanguageModel or f.target is GuardrailService)
  likelihood = High
  impact = Moderate
  mitigated_by = [
    PlainInstructions,
    SecretsManagement(on = d.carried_by.source),
    ModelGuardrails(strength = 20%, on = d.carried_by.source)
  ]
  references = ["CWE-497", "CWE-522", "AML.T0056", "AML.T0069.002", "LLM07:2025"]
  message = "{d} may hold what nobody should read, and a model can be made to repeat it."
  detection = "Read the instructions as if they were public. Then ask the model to repeat, translate or summarise everything above the first question."
  false_positives = "Only people who may know all of it can talk with the model."
  remedy = "Keep keys in the program that calls tools, decide rights in code, and write instructions that may be read by anyone."
  fix "Nothing secret stands in it" { d.holds_secrets = false }
}

/// The model states what is not so, in good sentences, and somebody pays, prescribes or signs because of it.
threat UnsupportedAnswers: Stride.Tampering "People act on what a model made up" {
  on p: process
  when asks_model(p) and not p.answers_supported
  when exists f in p.inflows
    where (from_user(f)
      and known(f.receives)
      and exists d in f.receives where (known(d.integrity) and d.integrity >= High))
  likelihood = Moderate
  impact = max(
    [max(f.receives.integrity) for f in p.inflows where (from_user(f) and known(f.receives))]
  )
  mitigated_by = [GroundedAnswers, ModelOutputChecks(strength = 20%)]
  references = ["AML.T0048.003", "AML.T0062", "LLM09:2025", "ASI09:2026"]
  message = "People rely on answers of {p} that a model may have made up."
  detection = "Ask fifty questions whose answers are known, ten of which have none; count the confident wrong ones and how many of them a reader could notice."
  false_positives = "The model only phrases what a program computed, and the numbers come from there."
  remedy = "Show the source of each statement and check that it says so; compute figures in code; say plainly when there is no answer; let a person decide where it matters."
  fix "Answers are held against sources" { p.answers_supported = true }
}

/// A filter guards the model, and another program talks to the model past it.
threat WayAroundGuardrail: Stride.ElevationOfPrivilege "A way around the guardrail" {
  on f: flow
  when f.target is LanguageModel
    and f.source is process
    and not f.source.external
    and f.source is not GuardrailService
    and not (f.source.controls has ModelGuardrails)
  when exists g in f.target.inflows where (g.source is GuardrailService)
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [ModelGuardrails(on = f.source), EgressFilter(on = f.source)]
  references = ["CWE-424", "CAPEC-554", "AML.T0054", "LLM01:2025"]
  message = "{f.source} talks to {f.target} past the guardrail that others go through."
  detection = "List the keys for the model and who holds them; send what the guardrail refuses from each of these places."
  false_positives = "Nothing that people wrote gets to the model this way, and its answers go to nobody."
  remedy = "Give the key of the model to the guardrail alone."
}

/// What we send to a provider's model becomes part of its next one, and comes out again at others.
threat InputsTrainTheProvider: Stride.InformationDisclosure "Our texts train somebody's model" {
  on f: flow
  when f.target is LanguageModel and f.target.external and f.target.trains_on_inputs
  when known(f.sends)
    and exists d in f.sends where (known(d.confidentiality) and d.confidentiality >= Moderate)
  likelihood = Low
  impact = max(f.sends.confidentiality)
  mitigated_by = [NoTrainingOnInputs(on = f.target), DataMinimization, Pseudonymization]
  references = ["CWE-359", "AML.T0057", "LLM02:2025"]
  message = "What {f.source} sends {f.target} may be used for training."
  detection = "Read the terms of the plan in use, not of the product; look at the settings of each account and key, also of those that people opened themselves."
  false_positives = "The contract forbids it, and the setting is enforced for all accounts."
  remedy = "Choose a plan that excludes it, enforce the setting centrally, and send less: no names, no records, no keys."
  fix "Inputs stay out of training" { f.target.trains_on_inputs = false }
}

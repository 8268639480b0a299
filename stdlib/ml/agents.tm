//! Agents: programs that let a language model choose what to do next, and what they use for it.
use std.web

/// A program in which a language model chooses the next step and the tools for it.
type Agent: process "Agent" {
  icon = "robot"
  /// It uses tools with the rights of whoever asked it, not with rights of its own.
  acts_as_asker: Bool
  /// Which tools there are, and how they describe themselves, was reviewed; a changed one is not used until it is reviewed again.
  tools_pinned: Bool
  /// What another agent hands it is checked against the task and in form before it goes on with it.
  handover_checked: Bool
  /// Steps, time and money of one task have an upper limit.
  steps_limited: Bool
  /// One person can stop it at once and take its rights away, and has tried.
  stoppable: Bool
}

/// Something an agent can call. An ability: added to a type, as in `process crm: WebService + AgentTool`.
type AgentTool: process "Tool of an agent" { icon = "tool" }

/// A tool that changes things: writes, books, pays, deletes, sends.
type ActingTool: AgentTool "Tool that acts" {
  /// A person who sees what it is about to do confirms each call that matters.
  confirmed: Bool
  /// What it did can be taken back for days.
  undoable: Bool
}

/// Brings in what strangers wrote: mail, tickets, documents of others.
type ReadsForeignText: AgentTool "Reads texts of strangers"

/// Carries what it is given out of the organisation.
type SendsOutward: AgentTool "Sends things outward"

/// Opens pages that the model names. What stands in their address goes out with the request.
type WebReader: ReadsForeignText + SendsOutward + FetchesUrls "Reads the web"

/// Runs code that a model wrote.
type CodeInterpreter: AgentTool + RunsGivenCode "Runs code of a model" {
  icon = "terminal"
  /// Each task gets a machine or sandbox of its own without keys, inner network or anybody else's data, and it is thrown away afterwards.
  isolated: Bool
}

/// Where people say yes or no to what an agent is about to do.
type ApprovalDesk: process "Human approval" {
  icon = "person"
  /// What will happen is computed by a program from the call itself, not told by the agent.
  shows_effect: Bool
}

/// Stands between programs and a model, and holds back what should not pass, in both directions.
type GuardrailService: process "Guardrail" { icon = "shield" }

/// Shows what a model answered. An ability: added to the type of a page or an app.
type ShowsModelAnswers: process "Shows answers of a model" {
  /// Pictures, frames and links in an answer are not fetched from addresses that the answer names.
  remote_content_blocked: Bool
}

/// Passages found by meaning, to be laid before a model.
type VectorStore: Rebuildable "Vector store" {
  icon = "graph"
  /// Somebody of ours chose what is taken in, and what strangers wrote is kept apart or marked.
  sources_vetted: Bool
  /// A search finds only what the person behind it may read.
  rights_on_search: Bool
}

/// What an agent remembers from one task to the next.
type AgentMemory: store "Memory of an agent" {
  icon = "documents"
  /// What is remembered is screened when it is written, has a source, and ends.
  entries_checked: Bool
  /// Each person has a memory of their own, and nobody else's is read for them.
  per_person: Bool
}

/// Answers of a model, kept for the next who asks something alike.
type AnswerCache: Cache "Cache of answers" {
  icon = "cache"
  /// What was answered to one person is given to no other, unless it is the same for all.
  per_person: Bool
}

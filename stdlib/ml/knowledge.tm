//! What a model is given to read, and what it remembers.
use std.web

/// What it takes in comes from a place anyone can be in, from a system that is not ours, or from a program that fetches there.
fn brought_by_strangers(f: flow) = from_untrusted(f)
  or f.source.external
  or f.source is process
    and (open_to_strangers(f.source)
      or exists g in f.source.outflows
        where (g.target.external and g.target is not LanguageModel or g.target is ReadsForeignText))

/// A stranger writes a page, a ticket or a review so that it is found for a certain question. The model takes it for knowledge: it repeats what is false, or obeys what is written there.
threat PoisonedKnowledge: Stride.Tampering "Strangers write what the model looks up" {
  on s: VectorStore
  when not s.sources_vetted
  when exists f in s.inflows where (count(f.sends) >= 1 and brought_by_strangers(f))
  likelihood = Moderate
  impact = max([Moderate, max(s.holds.integrity)])
  mitigated_by = [
    VettedSources,
    ModelGuardrails(strength = 30%, on = s.inflows.source),
    GroundedAnswers(strength = 20%, on = s.inflows.source)
  ]
  references = [
    "CWE-349",
    "AML.T0070",
    "AML.T0066",
    "AML.T0071",
    "LLM08:2025",
    "LLM04:2025",
    "LLM01:2025",
    "ASI06:2026"
  ]
  message = "What {s} offers a model may have been written by strangers."
  detection = "As an outsider, write a text with a mark and an order in it wherever outsiders can write; ask a question near it and see what the model says."
  false_positives = "Strangers' texts are what people ask about, and the answer shows them as such."
  remedy = "Choose what is taken in, keep strangers' texts apart and marked, keep the writer with each passage, and lay few passages before the model."
  fix "Sources are chosen" { s.sources_vetted = true }
}

/// Texts that few may read are cut up and put into one index, and the index answers everyone.
threat SearchIgnoresRights: Stride.InformationDisclosure "The index knows no rights" {
  on s: VectorStore
  when not s.rights_on_search
  when exists d in s.holds where d.confidentiality >= Moderate
  when exists f in s.inflows
    where (from_user(f) or exists g in f.source.inflows where (from_user(g)))
  likelihood = if exists f in s.inflows where (f.source is process and open_to_strangers(f.source))
      then High
    else Moderate
  impact = max(s.holds.confidentiality)
  mitigated_by = [RightsInSearch, TenantIsolation(strength = 50%), DataMinimization]
  references = [
    "CWE-862",
    "CWE-1220",
    "AML.T0085.000",
    "AML.T0082",
    "LLM08:2025",
    "LLM02:2025",
    "ASI03:2026"
  ]
  message = "{s} may find passages for people who may not read them."
  detection = "Put a document with a mark in a folder that only one person may read; ask for it as another, also in other words, and after its rights were changed."
  false_positives = "All who ask may read all that is indexed."
  remedy = "Keep the rights of each source with its passages, filter by the asker's rights inside the search, and follow changes of rights."
  fix "Search with the asker's rights" { s.rights_on_search = true }
}

/// Lists of numbers look harmless and are kept with less care than the text. Much of the text can be computed back from them.
threat EmbeddingTakenForHarmless: Stride.InformationDisclosure "Embeddings kept with less care than their texts" {
  on e: Embedding
  each d in e.made_from
  when known(e.made_from) and known(e.confidentiality) and e.confidentiality < d.confidentiality
  likelihood = Low
  impact = d.confidentiality
  mitigated_by = [
    EncryptionAtRest(on = e.held_by, strength = 40%),
    NetworkSegmentation(on = e.held_by, strength = 40%)
  ]
  references = ["CWE-212", "AML.T0024.001", "AML.T0085.000", "LLM08:2025"]
  message = "{e} is rated below {d}, from which it was computed and which it gives away."
  detection = "Ask who may read the embeddings and not the texts; run an inversion tool on a hundred of them."
  false_positives = "They were computed from counts or noise that hide the single text."
  remedy = "Rate embeddings like what they were made from, and guard, delete and share them the same way."
}

/// What a stranger once made the agent remember is there in every later task, long after the stranger's text is gone.
threat PoisonedMemory: Stride.Tampering "An agent remembers what a stranger told it" {
  on s: AgentMemory
  when not s.entries_checked
  when exists f in s.inflows
    where (f.source is process
      and (open_to_strangers(f.source)
        or exists g in f.source.outflows where (g.target is ReadsForeignText)))
  likelihood = Moderate
  impact = if exists f in s.inflows
        where (exists g in f.source.outflows where (g.target is ActingTool))
      then High
    else Moderate
  mitigated_by = [
    ScreenedMemory,
    HeldAfterForeignText(strength = 30%, on = s.inflows.source),
    ModelGuardrails(strength = 20%, on = s.inflows.source)
  ]
  references = ["CWE-349", "AML.T0080.000", "AML.T0094", "ASI06:2026", "LLM04:2025"]
  message = "What strangers write may end up in {s} and steer later tasks."
  detection = "In a text that the agent reads, ask it to remember a rule; start a new task the next day, as the same and as another person, and see whether the rule holds."
  false_positives = "Only what a person confirmed is remembered."
  remedy = "Remember little, as facts with a source and an end; never remember orders; let people see and delete what is remembered."
  fix "Entries are screened" { s.entries_checked = true }
}

/// What one person told the agent, or was answered, is used in the answer to another.
threat SharedMemory: Stride.InformationDisclosure "One person's talk in another's answer" {
  on s: AgentMemory + AnswerCache
  when not s.per_person
  when exists d in s.holds where (d.personal or d.confidentiality >= Moderate)
  likelihood = Moderate
  impact = max([Moderate, max(s.holds.confidentiality)])
  mitigated_by = [PersonalMemory, TenantIsolation(strength = 70%), DataMinimization(strength = 30%)]
  references = ["CWE-524", "CWE-359", "AML.T0057", "LLM02:2025", "ASI06:2026"]
  message = "{s} may give one person what another one said or was told."
  detection = "As one person, say something with a mark; as another, ask for it, and ask the same question in nearly the same words."
  false_positives = "It serves one person, or holds only what is the same for all."
  remedy = "Make the person part of the key of memory and cache, and let nothing be found without it."
  fix "One for each person" { s.per_person = true }
}

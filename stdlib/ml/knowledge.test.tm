//! What a model looks up and remembers: what fires, what stays silent.
use std.web

test "strangers' texts in the index" {
  data Page { integrity = Moderate }
  boundary outside: Internet {
    actor visitor: Visitor
  }
  boundary inside: PrivateNetwork {
    process forum: WebService
    process indexer: Worker
    process inner: Worker
    store open: VectorStore { sources_vetted = false }
    store vetted: VectorStore { apply VettedSources }
    store quiet: VectorStore
    store own: VectorStore { sources_vetted = false }
    store read: VectorStore { sources_vetted = false }
  }
  external process wiki
  flow a: visitor -> forum
  flow b: forum -> open { sends = Page }
  flow c: forum -> vetted { sends = Page }
  flow d: indexer -> wiki { receives = Page }
  flow e: indexer -> quiet { sends = Page }
  flow f: inner -> own { sends = Page }
  flow g: forum -> read { receives = Page }
  expect PoisonedKnowledge on open
  expect no PoisonedKnowledge on vetted
  expect possible PoisonedKnowledge on quiet
  expect no PoisonedKnowledge on own
  expect no PoisonedKnowledge on read
}

test "rights in the index" {
  data Minutes { confidentiality = High }
  data Manual { confidentiality = VeryLow }
  actor clerk: Employee
  process chat: WebService
  process night: BackgroundJob
  store mixed: VectorStore { holds = Minutes, rights_on_search = false }
  store filtered: VectorStore { holds = Minutes, apply RightsInSearch }
  store quiet: VectorStore { holds = Minutes }
  store public: VectorStore { holds = Manual, rights_on_search = false }
  store inner: VectorStore { holds = Minutes, rights_on_search = false }
  flow a: clerk -> chat
  flow b: chat -> mixed
  flow c: chat -> filtered
  flow d: chat -> quiet
  flow e: chat -> public
  flow f: night -> inner
  expect SearchIgnoresRights on mixed
  expect no SearchIgnoresRights on filtered
  expect possible SearchIgnoresRights on quiet
  expect no SearchIgnoresRights on public
  expect no SearchIgnoresRights on inner
}

test "embeddings" {
  data Diary { confidentiality = High }
  data Low: Embedding { confidentiality = Low, made_from = Diary }
  data Same: Embedding { confidentiality = High, made_from = Diary }
  data Unrated: Embedding { made_from = Diary }
  expect EmbeddingTakenForHarmless on Low.Diary
  expect no EmbeddingTakenForHarmless on Same.Diary
  expect no EmbeddingTakenForHarmless on Unrated.Diary
}

test "memories that strangers write" {
  process mail: ReadsForeignText
  process clerk: Agent
  process apart: Agent
  store open: AgentMemory { entries_checked = false }
  store screened: AgentMemory { apply ScreenedMemory }
  store quiet: AgentMemory
  store inner: AgentMemory { entries_checked = false }
  flow a: clerk -> mail
  flow b: clerk -> open
  flow c: clerk -> screened
  flow d: clerk -> quiet
  flow e: apart -> inner
  expect PoisonedMemory on open
  expect no PoisonedMemory on screened
  expect possible PoisonedMemory on quiet
  expect no PoisonedMemory on inner
}

test "memories of several people" {
  data Talk { confidentiality = High }
  data Facts { confidentiality = VeryLow, personal = false }
  store mixed: AgentMemory { holds = Talk, per_person = false }
  store own: AgentMemory { holds = Talk, per_person = true }
  store quiet: AnswerCache { holds = Talk }
  store answers: AnswerCache { holds = Talk, per_person = false }
  store facts: AnswerCache { holds = Facts, per_person = false }
  expect SharedMemory on mixed
  expect no SharedMemory on own
  expect possible SharedMemory on quiet
  expect SharedMemory on answers
  expect no SharedMemory on facts
}

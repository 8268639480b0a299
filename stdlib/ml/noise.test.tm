//! The measure of noise: what the package says about systems of which little is written.
use std.web

test "a chat over documents: only questions" {
  data Manual { confidentiality = Low, integrity = Low }
  data Question { confidentiality = Low }
  boundary outside: Internet {
    actor reader: User
    external process llm: LanguageModel
  }
  boundary inside: PrivateNetwork {
    process chat: WebApp + ShowsModelAnswers
    process indexer: BackgroundJob
    store wiki: DocumentStore { holds = Manual }
    store index: VectorStore { holds = Manual }
  }
  flow ask: reader -> chat over Https { sends = Question, receives = Manual }
  flow find: chat -> index over Https { receives = Manual }
  flow answer: chat -> llm over Https { sends = [Question, Manual], receives = Manual }
  flow read: indexer -> wiki { receives = Manual }
  flow fill: indexer -> index { sends = Manual }
  expect possible PromptInjection on chat
  expect possible UncheckedModelOutput on chat
  expect no AnswerFetchesPicture on chat
  expect no UnsupportedAnswers on chat
  expect no SearchIgnoresRights on index
  expect no PoisonedKnowledge on index
  expect no InputsTrainTheProvider on answer
  expect inherent(index) == VeryLow and inherent(answer) == VeryLow and inherent(indexer) == VeryLow
}

test "an agent with one tool: only questions" {
  actor clerk: Employee
  process helper: Agent
  process calendar: ActingTool
  process llm: OwnLanguageModel
  flow ask: clerk -> helper
  flow think: helper -> llm
  flow book: helper -> calendar
  expect possible UnconfirmedActs on calendar
  expect possible AgentsOwnRights on helper
  expect possible UnrecordedAgent on helper
  expect possible RunawayAgent on helper
  expect possible EndlessSteps on helper
  expect possible UncheckedModelOutput on helper
  expect no ChangedTool on helper
  expect no CascadingMistakes on helper
  expect no PromptedExfiltration on helper
  expect inherent(calendar) == VeryLow and inherent(llm) == VeryLow
}

test "a model that estimates: only questions" {
  data Estimate { integrity = Moderate }
  data Numbers: ModelWeights
  data Past: TrainingData { confidentiality = Low }
  boundary inside: PrivateNetwork {
    actor clerk: Employee
    process estimates: PredictionService
    process trains: TrainingJob
    store models: ModelRegistry { holds = Numbers }
    store history: Postgres { holds = Past }
  }
  flow ask: clerk -> estimates { receives = Estimate }
  flow load: estimates -> models { receives = Numbers }
  flow learn: trains -> history { receives = Past }
  flow release: trains -> models { sends = Numbers }
  expect possible UncheckedWeights on estimates
  expect possible CodeInWeights on estimates
  expect possible UntestedModel on trains
  expect no PoisonedTrainingData on trains
  expect no MemorisedRecords on estimates
  expect no DeceivedModel on estimates
  expect no CopiedByAsking on estimates
  expect no UnnoticedDrift on estimates
  expect inherent(estimates) == VeryLow
    and inherent(trains) == VeryLow
    and inherent(models) == VeryLow
}

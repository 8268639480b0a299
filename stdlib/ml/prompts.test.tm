//! What goes into a language model and comes out: what fires, what stays silent.
use std.web

test "answers used as they are" {
  data Answer { integrity = Moderate }
  boundary outside: Internet {
    actor reader: User
  }
  external process llm: LanguageModel
  process page: WebApp { model_output_checked = false }
  process checked: WebApp { apply ModelOutputChecks }
  process quiet: WebApp
  process talks: WebService { model_output_checked = false }
  process filter: GuardrailService { model_output_checked = false }
  process saver: Worker { model_output_checked = false }
  store db: Postgres
  flow a: reader -> page
  flow b: page -> llm
  flow c: checked -> llm
  flow d: quiet -> llm
  flow e: talks -> llm
  flow f: filter -> llm
  flow g: saver -> llm
  flow h: saver -> db { sends = Answer }
  process helper: Agent { model_output_checked = false }
  process shows: WebApp { model_output_checked = false }
  process planner: Agent { model_output_checked = false }
  flow i: shows -> helper
  flow j: planner -> helper
  flow k: helper -> llm
  expect UncheckedModelOutput on shows
  expect no UncheckedModelOutput on planner
  expect no UncheckedModelOutput on helper
  expect UncheckedModelOutput on page
  expect no UncheckedModelOutput on checked
  expect possible UncheckedModelOutput on quiet
  expect no UncheckedModelOutput on talks
  expect no UncheckedModelOutput on filter
  expect UncheckedModelOutput on saver
}

test "pictures in answers" {
  data Mail { confidentiality = High }
  data News { confidentiality = VeryLow }
  actor alice: User
  process chat: WebApp + ShowsModelAnswers { remote_content_blocked = false }
  process strict: WebApp + ShowsModelAnswers { apply BlockedRemoteContent }
  process quiet: WebApp + ShowsModelAnswers
  process open: WebApp + ShowsModelAnswers { remote_content_blocked = false }
  flow a: alice -> chat { sends = Mail }
  flow b: alice -> strict { sends = Mail }
  flow c: alice -> quiet { sends = Mail }
  flow d: alice -> open { sends = News }
  expect AnswerFetchesPicture on chat
  expect no AnswerFetchesPicture on strict
  expect possible AnswerFetchesPicture on quiet
  expect no AnswerFetchesPicture on open
}

test "secrets in instructions" {
  data Loaded: SystemPrompt { holds_secrets = true }
  data Plain: SystemPrompt { holds_secrets = false }
  data Quiet: SystemPrompt
  data Unsent: SystemPrompt { holds_secrets = true }
  process app: WebService
  external process llm: LanguageModel
  flow ask: app -> llm { sends = [Loaded, Plain, Quiet] }
  expect TellingInstructions on Loaded
  expect no TellingInstructions on Plain
  expect possible TellingInstructions on Quiet
  expect no TellingInstructions on Unsent
}

test "what people rely on" {
  data Dose { integrity = High }
  data Poem { integrity = Low }
  actor nurse: Employee
  external process llm: LanguageModel
  process advice: WebService { answers_supported = false }
  process checked: WebService { apply GroundedAnswers }
  process quiet: WebService
  process poet: WebService { answers_supported = false }
  process plain: WebService { answers_supported = false }
  flow a: nurse -> advice { receives = Dose }
  flow b: nurse -> checked { receives = Dose }
  flow c: nurse -> quiet { receives = Dose }
  flow d: nurse -> poet { receives = Poem }
  flow e: nurse -> plain { receives = Dose }
  flow f: advice -> llm
  flow g: checked -> llm
  flow h: quiet -> llm
  flow i: poet -> llm
  expect UnsupportedAnswers on advice
  expect no UnsupportedAnswers on checked
  expect possible UnsupportedAnswers on quiet
  expect no UnsupportedAnswers on poet
  expect no UnsupportedAnswers on plain
}

test "ways to the model" {
  process filter: GuardrailService
  process app: WebService
  process other: WebService
  process guarded: WebService { apply ModelGuardrails }
  external process llm: LanguageModel
  external process second: LanguageModel
  flow a: app -> filter
  flow b: filter -> llm
  flow c: other -> llm
  flow d: guarded -> llm
  flow e: other -> second
  expect WayAroundGuardrail on c
  expect no WayAroundGuardrail on b
  expect no WayAroundGuardrail on d
  expect no WayAroundGuardrail on e
}

test "training with our texts" {
  data Letter { confidentiality = High }
  data Leaflet { confidentiality = VeryLow }
  process app: WebService
  external process greedy: LanguageModel { trains_on_inputs = true }
  external process bound: LanguageModel { apply NoTrainingOnInputs }
  external process quiet: LanguageModel
  process own: OwnLanguageModel { trains_on_inputs = true }
  flow a: app -> greedy { sends = Letter }
  flow b: app -> bound { sends = Letter }
  flow c: app -> quiet { sends = Letter }
  flow d: app -> own { sends = Letter }
  process public: WebService
  flow e: public -> greedy { sends = Leaflet }
  flow f: public -> quiet
  expect InputsTrainTheProvider on a
  expect no InputsTrainTheProvider on b
  expect possible InputsTrainTheProvider on c
  expect no InputsTrainTheProvider on d
  expect no InputsTrainTheProvider on e
  expect no InputsTrainTheProvider on f
}

//! Training and what comes of it: what fires, what stays silent.
use std.web

test "where training data comes from" {
  data Review: TrainingData
  boundary outside: Internet {
    actor visitor: Visitor
    external process hub: ModelHub
  }
  boundary inside: PrivateNetwork {
    process shop: WebService
    process office: Worker
    store reviews: ObjectStore { holds = Review }
    store measured: ObjectStore { holds = Review }
    process blind: TrainingJob { sources_checked = false }
    process checked: TrainingJob { apply TrainingDataScreening }
    process quiet: TrainingJob
    process inner: TrainingJob { sources_checked = false }
  }
  flow a: visitor -> shop
  flow b: shop -> reviews { sends = Review }
  flow c: office -> measured { sends = Review }
  flow d: blind -> reviews { receives = Review }
  flow e: checked -> reviews { receives = Review }
  flow f: quiet -> hub { receives = Review }
  flow g: inner -> measured { receives = Review }
  expect PoisonedTrainingData on blind
  expect no PoisonedTrainingData on checked
  expect possible PoisonedTrainingData on quiet
  expect no PoisonedTrainingData on inner
}

test "learning in use" {
  actor user: User
  process timer: BackgroundJob
  process open: WebService + LearnsInUse { feedback_screened = false }
  process screened: WebService + LearnsInUse { apply FeedbackScreening }
  process quiet: WebService + LearnsInUse
  process inner: WebService + LearnsInUse { feedback_screened = false }
  flow a: user -> open
  flow b: user -> screened
  flow c: user -> quiet
  flow d: timer -> inner
  process front: WebService
  process behind: Worker + LearnsInUse { feedback_screened = false }
  flow e: user -> front
  flow f: front -> behind
  expect TaughtByUsers on behind
  expect TaughtByUsers on open
  expect no TaughtByUsers on screened
  expect possible TaughtByUsers on quiet
  expect no TaughtByUsers on inner
}

test "from training into use" {
  data Numbers: ModelWeights
  store models: ModelRegistry { holds = Numbers }
  process hasty: TrainingJob { evaluated = false }
  process tested: TrainingJob { apply ModelEvaluation }
  process quiet: TrainingJob
  process trial: TrainingJob { evaluated = false }
  flow a: hasty -> models { sends = Numbers }
  flow b: tested -> models { sends = Numbers }
  flow c: quiet -> models { sends = Numbers }
  expect UntestedModel on hasty
  expect no UntestedModel on tested
  expect possible UntestedModel on quiet
  expect no UntestedModel on trial
}

test "loading" {
  store models: ModelRegistry
  external process hub: ModelHub
  store other: ObjectStore
  process trusting: PredictionService { weights_checked = false, code_in_weights = true }
  process careful: PredictionService { apply [VerifiedWeights, WeightsWithoutCode] }
  process quiet: PredictionService
  process fixed: PredictionService { weights_checked = false, code_in_weights = true }
  flow a: trusting -> models
  flow b: careful -> hub
  flow c: quiet -> hub
  flow d: fixed -> other
  expect UncheckedWeights on trusting
  expect CodeInWeights on trusting
  expect no UncheckedWeights on careful
  expect no CodeInWeights on careful
  expect possible UncheckedWeights on quiet
  expect possible CodeInWeights on quiet
  expect no UncheckedWeights on fixed
  expect no CodeInWeights on fixed
}

test "what a model remembers" {
  data Record: PersonalData { confidentiality = High }
  data Weather { confidentiality = VeryLow, personal = false }
  actor user: User
  process tells: PredictionService { trained_on = Record, memorisation_tested = false }
  process hides: PredictionService { trained_on = Record, apply PrivateTraining }
  process quiet: OwnLanguageModel { trained_on = Record }
  process sky: PredictionService { trained_on = Weather, memorisation_tested = false }
  process unsaid: PredictionService { memorisation_tested = false }
  flow a: user -> tells
  flow b: user -> hides
  flow c: user -> quiet
  flow d: user -> sky
  flow e: user -> unsaid
  expect MemorisedRecords on tells
  expect no MemorisedRecords on hides
  expect possible MemorisedRecords on quiet
  expect no MemorisedRecords on sky
  expect no MemorisedRecords on unsaid
}

test "strangers and staff ask a model" {
  data Verdict { integrity = High }
  data Hint { integrity = Low }
  data Numbers: ModelWeights { confidentiality = High }
  boundary outside: Internet {
    actor stranger: User
  }
  boundary inside: PrivateNetwork {
    actor clerk: Employee
    process weak: PredictionService {
      holds = Numbers
      robustness_tested = false
      queries_watched = false
      outputs_watched = false
    }
    process strong: PredictionService {
      holds = Numbers
      apply [RobustnessTests, QueryWatch, DriftAlarm]
    }
    process quiet: PredictionService { holds = Numbers }
    process front: WebService
    process behind: PredictionService {
      holds = Numbers
      robustness_tested = false
      queries_watched = false
    }
    process inner: PredictionService {
      holds = Numbers,
      robustness_tested = false,
      queries_watched = false
    }
    process toy: PredictionService {
      robustness_tested = false,
      queries_watched = false,
      outputs_watched = false
    }
  }
  flow a: stranger -> weak { receives = Verdict }
  flow b: stranger -> strong { receives = Verdict }
  flow c: stranger -> quiet { receives = Verdict }
  flow d: clerk -> inner { receives = Verdict }
  flow e: stranger -> toy { receives = Hint }
  flow f: stranger -> front
  flow g: front -> behind { receives = Verdict }
  process split: PredictionService { robustness_tested = false }
  flow h: stranger -> split { receives = Hint }
  flow i: clerk -> split { receives = Verdict }
  expect no DeceivedModel on split // strangers shape only hints
  expect DeceivedModel on behind
  expect CopiedByAsking on behind
  expect DeceivedModel on weak
  expect CopiedByAsking on weak
  expect UnnoticedDrift on weak
  expect no DeceivedModel on strong
  expect no CopiedByAsking on strong
  expect no UnnoticedDrift on strong
  expect possible DeceivedModel on quiet
  expect possible CopiedByAsking on quiet
  expect possible UnnoticedDrift on quiet
  expect no DeceivedModel on inner
  expect no CopiedByAsking on inner
  expect no DeceivedModel on toy
  expect no CopiedByAsking on toy
  expect no UnnoticedDrift on toy
}

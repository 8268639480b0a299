//! How models come about, how they get into use, and what can be got out of them.
use std.web

/// It reads from there something to learn from.
fn learns_from(f: flow) = f.target is not ModelRegistry
  and (f.target is ModelHub
    or f.target is store
      and exists g in f.target.inflows
        where (from_untrusted(g)
          or g.source.external
          or g.source is process and open_to_strangers(g.source)))

/// Strangers ask it, straight or through a program of ours.
fn asked_by_strangers(p: process) = open_to_strangers(p)
  or exists f in p.inflows where (f.source is process and open_to_strangers(f.source))

/// Whoever can add to the data, by writing reviews, uploading pictures or buying a domain from which a data set was collected, teaches the model what he likes, also for a sign that only he knows.
threat PoisonedTrainingData: Stride.Tampering "Strangers teach the model" {
  on j: TrainingJob
  when not j.sources_checked
  when exists f in j.outflows where (learns_from(f))
  likelihood = Low
  impact = High
  mitigated_by = [TrainingDataScreening, ModelEvaluation(strength = 30%)]
  references = [
    "CWE-349",
    "AML.T0020",
    "AML.T0010.002",
    "AML.T0019",
    "AML.T0043.004",
    "LLM04:2025",
    "LLM03:2025"
  ]
  message = "{j} learns from what strangers can write."
  detection = "For each part of the data, find who could have written it and when it was fixed; look for groups of records that agree suspiciously, and for changed labels."
  false_positives = "Strangers' data is only what is measured, and its labels are ours."
  remedy = "Write down where each part comes from, fix it by digest, screen it for what is rare and for what agrees too well, and limit the share of one source."
  fix "Sources are checked" { j.sources_checked = true }
}

/// What users say about answers shapes the next answers, and a few users who agree shape them for all.
threat TaughtByUsers: Stride.Tampering "Users teach it, and some of them mean ill" {
  on p: LearnsInUse
  when not p.feedback_screened
  when exists f in p.inflows
    where (from_user(f) or exists g in f.source.inflows where (from_user(g)))
  likelihood = if asked_by_strangers(p) then Moderate else Low
  impact = Moderate
  mitigated_by = [FeedbackScreening, RateLimit(strength = 30%), BotDefence(strength = 30%)]
  references = ["CWE-349", "AML.T0020", "AML.T0031", "AML.T0059", "LLM04:2025"]
  message = "{p} learns from whatever its users do."
  detection = "With ten test accounts, praise one wrong answer a thousand times, and see when others get it."
  false_positives = "What it learns stays with the one user it learned it from."
  remedy = "Learn in batches that somebody screens, count one account little, compare with fixed tests, and keep the last good state."
  fix "Feedback is screened" { p.feedback_screened = true }
}

/// A model goes into use because its figures were good. What it does for rare inputs, for one group of people, or for a sign somebody planted, nobody tried.
threat UntestedModel: Stride.Tampering "A model is used because its figures were good" {
  on j: TrainingJob
  when not j.evaluated
  when exists f in j.outflows
    where (f.target is ModelRegistry
      or known(f.sends) and exists d in f.sends where (d is ModelWeights))
  likelihood = Low
  impact = High
  mitigated_by = [
    ModelEvaluation,
    DriftAlarm(strength = 30%, on = j.outflows.target.inflows.source)
  ]
  references = ["AML.T0018.000", "AML.T0043.004", "LLM04:2025", "LLM09:2025"]
  message = "Nobody else tests what {j} made before it is used."
  detection = "Ask for the tests of the model in use: who wrote them, on which data, what answers would have kept it out of use."
  false_positives = "It is an experiment, and nobody uses it."
  remedy = "Keep tests the trainer does not see, for groups, rare inputs and answers that must never come; let somebody else release; keep the last good model ready."
  fix "Models are tested before use" { j.evaluated = true }
}

/// The model that runs is not the one that was tested: it was swapped on the way, or somebody took another one with nearly the same name.
threat UncheckedWeights: Stride.Tampering "Any file with the right name is loaded" {
  on p: LoadsWeights
  when not p.weights_checked
  when exists f in p.outflows where (f.target is ModelRegistry or f.target is ModelHub)
  likelihood = if exists f in p.outflows where (f.target is ModelHub) then Moderate else Low
  impact = High
  mitigated_by = [VerifiedWeights, ModelEvaluation(strength = 20%)]
  references = [
    "CWE-494",
    "CWE-353",
    "AML.T0010.003",
    "AML.T0058",
    "AML.T0018.000",
    "LLM03:2025",
    "ASI04:2026"
  ]
  message = "{p} loads a model without checking that it is the one somebody approved."
  detection = "Replace the file in a test registry by another of the same name and start the service."
  false_positives = "The file is part of a signed image that is checked as a whole."
  remedy = "Name models by digest, sign what was released, check it at each start, and copy models of others into a registry of your own."
  fix "Files are checked" { p.weights_checked = true }
}

/// Loading the file runs what stands in it. Whoever made or changed the model owns the machine.
threat CodeInWeights: Stride.ElevationOfPrivilege "Loading a model runs its maker's code" {
  on p: LoadsWeights
  when p.code_in_weights
  when exists f in p.outflows where (f.target is ModelRegistry or f.target is ModelHub)
  likelihood = if exists f in p.outflows where (f.target is ModelHub) then Moderate else Low
  impact = High
  mitigated_by = [WeightsWithoutCode, VerifiedWeights(strength = 70%), Sandbox]
  references = ["CWE-502", "CAPEC-586", "AML.T0011.000", "AML.T0018.002", "LLM03:2025"]
  message = "{p} loads models in a format that can run code."
  detection = "Scan the files for calls; load a harmless model of your own whose file writes a mark to disk."
  false_positives = "Each file was made on a machine of ours and is checked before it is loaded."
  remedy = "Convert to a format that holds numbers only, on a machine apart, and refuse the others."
  fix "The format holds no code" { p.code_in_weights = false }
}

/// Asked in the right way, the model says what it was trained with, or shows by its certainty that a person's record was among it.
threat MemorisedRecords: Stride.InformationDisclosure "The model remembers whom it learned from" {
  on p: LoadsWeights
  when not p.memorisation_tested
  when known(p.trained_on)
    and exists d in p.trained_on where (d.personal or d.confidentiality >= High)
  when asked_by_strangers(p) or spoken_to(p)
  likelihood = if asked_by_strangers(p) then Moderate else Low
  impact = max([Moderate, max(p.trained_on.confidentiality)])
  mitigated_by = [
    PrivateTraining,
    QueryWatch(strength = 30%),
    DataMinimization,
    RateLimit(strength = 30%)
  ]
  references = ["CWE-359", "AML.T0024.000", "AML.T0024.001", "AML.T0057", "LLM02:2025"]
  message = "{p} may give away records that it was trained with."
  detection = "Begin sentences from the training data and let the model finish them; compare its certainty for records it saw and did not see."
  false_positives = "Everyone who can ask may read the training data."
  remedy = "Take names and rare records out before training, train so that single records do not matter, round what is answered, and try to get records out before release."
  fix "Tries to get records out failed" { p.memorisation_tested = true }
}

/// Strangers ask by this way, or a program that they can ask.
fn strangers_ask(f: flow) = from_untrusted(f) or f.source is process and open_to_strangers(f.source)

/// What is answered has to be right.
fn answers_matter(f: flow) = known(f.receives)
  and exists d in f.receives where (known(d.integrity) and d.integrity >= Moderate)

/// A sticker on a sign, a word in a mail, a pattern in a bill: the input is made so that the model answers wrongly, and people see nothing odd.
threat DeceivedModel: Stride.Tampering "Inputs made to deceive the model" {
  on p: PredictionService
  when not p.robustness_tested
  when exists f in p.inflows where (strangers_ask(f) and answers_matter(f))
  likelihood = Moderate
  impact = max(
    [
      max([d.integrity for d in f.receives where (known(d.integrity))])
      for f in p.inflows
      where (strangers_ask(f) and answers_matter(f))
    ]
  )
  mitigated_by = [
    RobustnessTests,
    QueryWatch(strength = 20%),
    RateLimit(strength = 20%),
    ModelOutputChecks(strength = 20%, on = p.inflows.source)
  ]
  references = ["CWE-1039", "AML.T0015", "AML.T0043", "AML.T0043.001", "AML.T0043.003"]
  message = "Strangers may make {p} answer what they like."
  detection = "Start from an input that is refused and change it little by little with a search tool until it passes; note how many questions that took."
  false_positives = "Nobody gains anything by a wrong answer."
  remedy = "Train with such inputs, answer less exactly, use a second signal for what matters, and keep a person for the cases in between."
  fix "Deceptive inputs were tried" { p.robustness_tested = true }
}

/// A million questions and their answers train a copy, without the cost of the original; attacks that work on the copy work on it, too.
threat CopiedByAsking: Stride.InformationDisclosure "The model is copied by asking it" {
  on p: PredictionService
  when not p.queries_watched
  when asked_by_strangers(p)
  when known(p.holds)
    and exists d in p.holds
      where (d is ModelWeights and known(d.confidentiality) and d.confidentiality >= Moderate)
  likelihood = Low
  impact = max(
    [d.confidentiality for d in p.holds where (d is ModelWeights and known(d.confidentiality))]
  )
  mitigated_by = [QueryWatch, RateLimit(strength = 40%)]
  references = ["CAPEC-189", "AML.T0024.002", "AML.T0005.001", "AML.T0048.004", "LLM10:2025"]
  message = "{p} may answer enough questions to be copied."
  detection = "Ask a hundred thousand spread-out questions from a few accounts, train a small model on the answers, and compare; see who noticed."
  false_positives = "The model, or one as good, can be had for nothing."
  remedy = "Limit questions by account and day, answer with labels instead of exact figures, and look for callers who ask evenly over everything."
  fix "Such callers are noticed" { p.queries_watched = true }
}

/// The world changes, or somebody changes what is asked little by little. The answers get worse, and nothing fails.
threat UnnoticedDrift: Stride.Tampering "Answers get worse and nobody notices" {
  on p: PredictionService
  when not p.outputs_watched
  when exists f in p.inflows
    where (known(f.receives)
      and exists d in f.receives where (known(d.integrity) and d.integrity >= High))
  likelihood = Moderate
  impact = Moderate
  mitigated_by = [DriftAlarm, Alerting(strength = 30%)]
  references = ["CWE-778", "AML.T0031", "LLM09:2025"]
  message = "Nobody would notice that answers of {p} are getting worse."
  detection = "Ask when the model was last compared with what came true, and what would have happened had it been bad."
  false_positives = "Each answer is checked against what comes true within days."
  remedy = "Compare inputs and answers with those of the tests each day, raise an alarm at a set distance, and know how to go back."
  fix "Answers are watched" { p.outputs_watched = true }
}

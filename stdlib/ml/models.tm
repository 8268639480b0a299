//! Models: what runs them, what trains them, and what they are made of.
use std.web

extend LanguageModel {
  /// Its provider may train later models with what we send.
  trains_on_inputs: Bool
}

extend process {
  /// What a model answered is used like input from a stranger: in a fixed form, checked, encoded, never run as it is.
  model_output_checked: Bool
  /// Answers of a model are held against sources or rules before anybody depends on them.
  answers_supported: Bool
}

/// Starts a trained model from its file. An ability: added to a type.
type LoadsWeights: process "Loads a trained model" {
  /// It loads only files whose digest or signature is that of a model somebody approved.
  weights_checked: Bool
  /// The file format can carry code that runs when it is loaded, as pickled objects do.
  code_in_weights: Bool
  /// What it was trained or tuned with.
  trained_on: [data]
  /// Attempts to make it repeat what it was trained with were made and failed.
  memorisation_tested: Bool
}

/// A language model on machines of ours.
type OwnLanguageModel: LanguageModel + LoadsWeights "Language model that we run"

/// Answers with a label, a number or a ranking: recognises, estimates, recommends.
type PredictionService: LoadsWeights "Prediction service" {
  icon = "model"
  /// Inputs made to deceive it were tried, and what they reach is bearable.
  robustness_tested: Bool
  /// Callers who ask unusually much, or unusually evenly over all inputs, are noticed and stopped.
  queries_watched: Bool
  /// Somebody is told when its answers, or what it is asked, drift away from what it was tested with.
  outputs_watched: Bool
}

/// Goes on learning from what its users do or say. An ability: added to a type.
type LearnsInUse: process "Learns in use" {
  /// What it learns from is screened, and one caller's share of it is limited.
  feedback_screened: Bool
}

/// Makes a model out of data, or tunes one.
type TrainingJob: BackgroundJob "Training job" {
  icon = "model"
  /// Where each part of the data comes from is written down, and the parts are screened before they are used.
  sources_checked: Bool
  /// A model is used only after tests that its trainer did not write, also for answers it must never give.
  evaluated: Bool
}

/// Offers models and data sets of everyone to everyone.
type ModelHub: process "Public hub for models and data" { icon = "registry" }

/// Trained models, ready to be loaded.
type ModelRegistry: ObjectStore "Model registry" { icon = "registry" }

/// Data that a model learns from.
type TrainingData: data "Training data"

/// A trained model: numbers worth what the training cost.
type ModelWeights: data "Trained model"

/// What a language model is told before anybody speaks with it.
type SystemPrompt: data "Instructions to the model" {
  /// Keys, names of inner systems, or rules that only work while nobody knows them stand in it.
  holds_secrets: Bool
}

/// Texts or pictures as lists of numbers, near each other where they mean alike.
type Embedding: data "Embeddings" {
  /// What they were computed from.
  made_from: [data]
}

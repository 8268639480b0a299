//! Controls on models, what they are given, and what they may do.
use std.web

/// An answer must fit a form, is checked like input, and is encoded for where it goes.
control ModelOutputChecks: process "Answers of models checked" {
  strength = 80%
  model_output_checked = true
  satisfies = [
    "NIST-800-53 SI-15",
    "NIST-800-53 SI-10",
    "ISO-27001 A.8.28",
    "SOC-2 PI1.4",
    "CIS-8.1 16.10",
    "NIST-SSDF-1.1 PW.5.1"
  ]
}

/// Statements carry their source, and those without one, or against a rule, do not get through.
control GroundedAnswers: process "Answers held against sources" {
  strength = 60%
  answers_supported = true
  satisfies = ["NIST-800-53 SI-15", "SOC-2 PI1.4"]
}

/// The contract, or a setting that the contract mentions, keeps our texts out of the provider's training.
control NoTrainingOnInputs: LanguageModel "Inputs kept out of training" {
  strength = 85%
  trains_on_inputs = false
  satisfies = [
    "NIST-800-53 SA-9",
    "ISO-27001 A.5.20",
    "SOC-2 CC9.2",
    "CIS-8.1 15.4",
    "NIST-CSF-2.0 GV.SC-05"
  ]
}

/// A file of a model is loaded only if its digest or signature is one that somebody approved.
control VerifiedWeights: LoadsWeights "Models checked before loading" {
  strength = 85%
  weights_checked = true
  satisfies = [
    "NIST-800-53 CM-14",
    "NIST-800-53 SI-7(15)",
    "ISO-27001 A.5.21",
    "SOC-2 CC6.8",
    "CIS-8.1 16.5",
    "NIST-SSDF-1.1 PW.4.4",
    "NIST-CSF-2.0 ID.RA-09",
    "NIST-CSF-2.0 PR.PS-05"
  ]
}

/// Models are kept in a format that holds numbers and nothing that runs.
control WeightsWithoutCode: LoadsWeights "Models in a format without code" {
  strength = 90%
  code_in_weights = false
  satisfies = ["NIST-800-53 SC-18", "SOC-2 CC6.8", "NIST-CSF-2.0 PR.PS-05"]
}

/// The training hides each single record, and attempts to get records back are part of the tests.
control PrivateTraining: LoadsWeights "Training that hides single records" {
  strength = 70%
  memorisation_tested = true
  satisfies = ["NIST-800-53 SI-19", "NIST-800-53 SI-12(2)", "ISO-27001 A.5.34"]
}

/// Attempts to deceive the model belong to its tests, and are trained against.
control RobustnessTests: PredictionService "Tested with deceptive inputs" {
  strength = 50%
  robustness_tested = true
  satisfies = ["NIST-800-53 SA-11", "ISO-27001 A.8.29", "NIST-SSDF-1.1 PW.8.2"]
}

/// Callers who map the model out are noticed and slowed down.
control QueryWatch: PredictionService "Systematic asking noticed" {
  strength = 50%
  queries_watched = true
  satisfies = ["NIST-800-53 SI-4", "ISO-27001 A.8.16", "SOC-2 CC7.2", "NIST-CSF-2.0 DE.CM-09"]
}

/// Answers and inputs are compared with those of the tests, every day.
control DriftAlarm: PredictionService "Alarm when answers drift" {
  strength = 60%
  outputs_watched = true
  satisfies = [
    "NIST-800-53 SI-4",
    "NIST-800-53 CA-7",
    "ISO-27001 A.8.16",
    "SOC-2 PI1.3",
    "NIST-CSF-2.0 DE.CM-09"
  ]
}

/// What a model learns from in use is screened, and each caller counts for little.
control FeedbackScreening: LearnsInUse "Feedback screened" {
  strength = 70%
  feedback_screened = true
  satisfies = ["NIST-800-53 SI-10", "SOC-2 PI1.2"]
}

/// Each source of training data is known, weighed and screened.
control TrainingDataScreening: TrainingJob "Training data screened" {
  strength = 65%
  sources_checked = true
  satisfies = ["NIST-800-53 SI-10", "NIST-800-53 SR-4", "ISO-27001 A.5.21", "SOC-2 PI1.2"]
}

/// A second person's tests stand between training and use.
control ModelEvaluation: TrainingJob "Models tested before use" {
  strength = 65%
  evaluated = true
  satisfies = [
    "NIST-800-53 SA-11",
    "NIST-800-53 CM-3(2)",
    "ISO-27001 A.8.29",
    "SOC-2 CC8.1",
    "NIST-SSDF-1.1 PW.8.2"
  ]
}

/// What a model is to know is chosen, and who wrote it stays known.
control VettedSources: VectorStore "Chosen sources" {
  strength = 75%
  sources_vetted = true
  satisfies = ["NIST-800-53 SI-10", "SOC-2 PI1.2"]
}

/// The rights of the person who asks are part of each search.
control RightsInSearch: VectorStore "Search with the reader's rights" {
  strength = 90%
  rights_on_search = true
  satisfies = [
    "NIST-800-53 AC-3",
    "ISO-27001 A.8.3",
    "SOC-2 CC6.1",
    "CIS-8.1 3.3",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}

/// What is to be remembered is screened, named by its source and forgotten in time.
control ScreenedMemory: AgentMemory "Screened memory" {
  strength = 65%
  entries_checked = true
  satisfies = ["NIST-800-53 SI-10", "SOC-2 PI1.2"]
}

/// Memories and kept answers of different people never meet.
control PersonalMemory: AgentMemory + AnswerCache "One memory for each person" {
  strength = 90%
  per_person = true
  satisfies = ["NIST-800-53 AC-4", "ISO-27001 A.8.3", "SOC-2 CC6.1", "CIS-8.1 3.3"]
}

/// A person sees what is about to happen and says yes.
control ConfirmedActs: ActingTool "Acts confirmed by a person" {
  strength = 75%
  confirmed = true
}

/// The rights of whoever asked are handed through to each tool.
control AskersRights: Agent "Rights of the one who asks" {
  strength = 80%
  acts_as_asker = true
  satisfies = [
    "NIST-800-53 AC-6",
    "NIST-800-53 AC-3",
    "ISO-27001 A.8.3",
    "SOC-2 CC6.1",
    "SOC-2 CC6.3",
    "CIS-8.1 3.3",
    "NIST-CSF-2.0 PR.AA-05"
  ]
}

/// Tools come from a list with their descriptions as reviewed; what differs is switched off.
control PinnedTools: Agent "Reviewed tools only" {
  strength = 80%
  tools_pinned = true
  satisfies = [
    "NIST-800-53 CM-7(5)",
    "NIST-800-53 SI-7",
    "ISO-27001 A.8.19",
    "SOC-2 CC6.8",
    "CIS-8.1 2.5",
    "NIST-CSF-2.0 PR.PS-05"
  ]
}

/// What comes from another agent is checked for form, sense and task.
control CheckedHandover: Agent "Hand-overs checked" {
  strength = 65%
  handover_checked = true
  satisfies = ["NIST-800-53 SI-10", "SOC-2 PI1.2"]
}

/// After reading what a stranger wrote, an agent sends nothing outward without a person.
control HeldAfterForeignText: Agent "Nothing goes out after foreign text" {
  strength = 80%
  satisfies = ["NIST-800-53 AC-4", "ISO-27001 A.8.12", "CIS-8.1 3.13"]
}

/// A task ends when its steps, its time or its money are used up.
control TaskBudget: Agent "Budget for each task" {
  strength = 80%
  steps_limited = true
  satisfies = ["NIST-800-53 SC-6"]
}

/// A person stops it with one act, and its rights end with it.
control StopSwitch: Agent "Can be stopped" {
  strength = 70%
  stoppable = true
}

/// Code of a model runs where there is nothing to take, nowhere to go and nobody to harm.
control IsolatedExecution: CodeInterpreter "Code of models runs apart" {
  strength = 85%
  isolated = true
  satisfies = ["NIST-800-53 SC-39", "NIST-800-53 SC-7(21)", "NIST-CSF-2.0 PR.IR-01"]
}

/// People decide on what a program computed, not on what an agent says.
control PlainApproval: ApprovalDesk "Approval of the real effect" {
  strength = 65%
  shows_effect = true
}

/// Nothing in an answer makes the reader's program call an address that the answer names.
control BlockedRemoteContent: ShowsModelAnswers "Answers fetch nothing" {
  strength = 85%
  remote_content_blocked = true
  satisfies = ["NIST-800-53 SC-18", "ISO-27001 A.8.12", "SOC-2 CC6.7", "CIS-8.1 3.13"]
}

/// Keys, inner names and rules that must not be known are taken out; programs around the model keep them.
control PlainInstructions: SystemPrompt "Instructions that may be read" {
  strength = 85%
  holds_secrets = false
  satisfies = [
    "NIST-800-53 SC-12",
    "NIST-800-53 IA-5(7)",
    "PCI-DSS-4.0.1 8.6.2",
    "ISO-27001 A.5.17",
    "SOC-2 CC6.1"
  ]
}

//! What decides whether people's privacy is kept: whom data is about, what for, how long, on what ground of law, and what programs do with it.
//! Categories after LINDDUN (DistriNet, KU Leuven); all words are our own.

/// On what ground of law data about people is handled. The six grounds of the GDPR, and none.
enum LegalBasis {
  NoBasis "None that anybody could name"
  Consent "The person agreed, freely and for this purpose"
  Contract "A contract with the person needs it"
  LegalDuty "A law demands it"
  VitalInterest "Somebody's life depends on it"
  PublicTask "A task in the public interest"
  LegitimateInterest "An interest of ours that weighs more than the person's"
}

/// How far data leads to one person.
enum Identifiability {
  Named "Names the person: name, address, face, account"
  Numbered "A number that stays with the person or device"
  Describing "Traits that narrow people down together: age, place, job, habits"
  Anonymous "Leads to nobody, also together with other data"
}

/// What data about people is used for.
enum Purpose {
  Service "To do what the person asked for"
  Billing "To be paid"
  Support "To help when something went wrong"
  Safety "To keep out fraud and break-ins"
  Duty "To do what a law demands"
  Improvement "To see how the service is used and make it better"
  Personalisation "To show each person something else"
  Advertising "To sell, here or elsewhere"
  Scoring "To judge people, or to predict what they will do"
  Training "To train a model"
  Research "To find out something about people in general"
}

/// How people are asked before their data is used.
enum ConsentChoice {
  NotAsked "They are not asked"
  Bundled "They agree to everything at once, or cannot refuse"
  Free "They choose for each purpose, refusing costs nothing, and they can change their mind as easily"
}

/// Where, in the eyes of the law, a place is.
enum Jurisdiction {
  Home "Under our own data protection law"
  Adequate "Under a law that is recognised as equal"
  Elsewhere "Under a law that protects people less"
}

extend model {
  /// Somebody is named who answers for privacy.
  privacy_officer: Bool
  /// Of all data about people it is written down what it is for, on what ground of law, who receives it, and how long it is kept: the record of processing.
  processing_recorded: Bool
  /// The dangers for the people concerned have been assessed and written down.
  impact_assessment: Bool
  /// Who tells the authority and the people concerned after a leak, and by when, is written down and rehearsed.
  breach_plan: Bool
}

extend boundary {
  /// Where this place is in the eyes of data protection law. Read through by everything inside that says nothing else.
  inherited jurisdiction: Jurisdiction
}

extend data {
  /// Whom it is about.
  subjects: [actor]
  /// How far it leads to one person.
  identifiability: Identifiability
  /// Health, faith, politics, sex life, origin, union, genes, biometrics, or crimes.
  special_category: Bool
  /// What it was collected for.
  purposes: [Purpose]
  /// How long it is needed.
  retention: Duration
  /// On what ground of law it is handled.
  legal_basis: LegalBasis
  /// Fewer, coarser or less sensitive data would not do.
  minimal: Bool
}

/// Pictures, recordings, documents or free text: they say more than was asked for.
type RichContent: data "Pictures, recordings or free text" {
  /// Place, device, author and earlier versions have been taken out of the file.
  metadata_removed: Bool
}

extend process {
  /// People are told, at the moment of asking, what happens with their data.
  privacy_notice: Bool
  /// People can see, correct, take along and delete their data themselves.
  self_service: Bool
  /// What it uses data about people for.
  uses_for: [Purpose]
  /// How people are asked before their data is used.
  consent: ConsentChoice
  /// People can switch off what the service itself does not need.
  opt_out: Bool
  /// A person who may overrule the program looks at what it decides about people.
  human_review: Bool
  /// That somebody uses it says something delicate about them: an illness, a belief, a need for help.
  sensitive_use: Bool
  /// Its answers do not tell, by words or time, whether a person or record is known.
  uniform_answers: Bool
  /// It records when people received, opened or read something.
  tracks_receipt: Bool
  /// Others who take the device into their hands can see that it was used.
  leaves_traces: Bool
  /// People whose data comes from others are told.
  informs_others: Bool
}

extend flow {
  /// Sizes and times of what is sent do not depend on what there is to say.
  padded: Bool
}

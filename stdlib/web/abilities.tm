//! What a program does that brings dangers of its own. Added to its type: `process api: WebService + AcceptsUploads`.

/// Opens addresses that callers name.
type FetchesUrls: process "Fetches addresses given by callers" {
  /// An address is compared with a list after it is resolved, redirects included; or the one who calls out reaches nothing inside.
  addresses_checked: Bool
}

/// Takes files from callers.
type AcceptsUploads: process "Accepts uploads" {
  /// Files are renamed, limited and checked, and kept where nothing runs or shows them as they are.
  uploads_screened: Bool
}

/// Hands out files by name.
type ServesFiles: process "Serves files by name"

/// Takes archives apart that others made: uploads, packages, backups, copies from another machine.
type UnpacksArchives: process "Unpacks archives of others" {
  /// Entries that would land outside the folder, by their name or through a link, are refused.
  entries_confined: Bool
  /// What comes out may be so large, so many and so deep, and no more.
  unpacking_limited: Bool
}

/// Replaces itself, or parts of itself, by newer versions that it fetches.
type UpdatesItself: process "Brings its own updates" {
  /// It installs only what is signed with a key that it already knows, and nothing older than itself.
  updates_verified: Bool
}

/// Tells agents on other machines what to do: watches, configures or repairs them.
type CommandsAgents: process "Gives orders to agents" {
  /// Agents do only what is on a list of their own, whatever it asks of them.
  orders_listed: Bool
}

/// Reads XML that callers send.
type ParsesXml: process "Parses XML from callers" {
  /// The parser resolves no document types and no entities of the document's own.
  entities_off: Bool
}

/// Turns bytes from callers back into objects of its own language.
type DeserializesObjects: process "Deserialises objects from callers" {
  /// Only plain values or objects of listed classes come out of it, or nothing is read whose signature is not ours.
  classes_listed: Bool
}

/// Sends browsers on to an address found in the request.
type RedirectsCallers: process "Redirects callers"

/// Is called back by others when something happened there.
type ReceivesWebhooks: process "Receives webhooks" {
  /// An event that comes twice, or late, changes nothing.
  replay_checked: Bool
}

/// Calls addresses that customers name when something happens here.
type SendsWebhooks: FetchesUrls "Sends webhooks" {
  /// Receivers can check that an event is from here, and when it was sent.
  events_signed: Bool
}

/// Writes mail with texts or addresses from input.
type SendsMail: process "Sends mail made from input"

/// Gives out what is scarce or worth money: tickets, vouchers, credit, trial accounts.
type LimitedOffer: process "Gives out what is scarce" {
  /// Two requests at once cannot both pass a check that only one may pass.
  serialised: Bool
  /// How much one person gets is limited in a way that programs and made-up accounts do not get around.
  shared_out: Bool
}

/// Starts other programs with arguments made from input.
type RunsCommands: process "Runs commands"

/// Fills templates that contain input, or that callers can edit.
type RendersTemplates: process "Renders templates with input" {
  /// Input only ever fills variables of templates that callers cannot change.
  templates_fixed: Bool
}

/// Lets people back in who have lost their password.
type RecoversAccounts: process "Recovers accounts" {
  /// The way back in asks for a proof as good as the login's, works once and for minutes, and tells the owner.
  recovery_guarded: Bool
}

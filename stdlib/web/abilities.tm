//! What a program does that brings dangers of its own. Added to its type: `process api: WebService + AcceptsUploads`.

/// Opens addresses that callers name.
type FetchesUrls: process "Fetches addresses given by callers"

/// Takes files from callers.
type AcceptsUploads: process "Accepts uploads"

/// Hands out files by name.
type ServesFiles: process "Serves files by name"

/// Reads XML that callers send.
type ParsesXml: process "Parses XML from callers"

/// Turns bytes from callers back into objects of its own language.
type DeserializesObjects: process "Deserialises objects from callers"

/// Sends browsers on to an address found in the request.
type RedirectsCallers: process "Redirects callers"

/// Is called back by others when something happened there.
type ReceivesWebhooks: process "Receives webhooks"

/// Starts other programs with arguments made from input.
type RunsCommands: process "Runs commands"

/// Fills templates that contain input, or that callers can edit.
type RendersTemplates: process "Renders templates with input"

/// Lets people back in who have lost their password.
type RecoversAccounts: process "Recovers accounts"

//! Sorts of program that every rule about exposure has to know.

/// What others ask goes on through it to someone else, whether or not it asks who they are.
type LeadsOn: process "Leads on to others"

/// Only hands on what others ask of someone else.
type PassesOn: LeadsOn "Passes on what others say"

/// A program on a device of its user, who can read and change it.
/// What a person tells it stays on that device; what it says to others counts as said by its user.
type ClientApp: PassesOn "Client program" {
  icon = "laptop"
  /// It is a page in a browser, where scripts of others can run beside it.
  in_browser: Bool
}

/// Hands on what callers ask. It may ask who they are, as an API gateway does: what each of them may do, and with which things, is for the program behind it to say.
type HandsOn: LeadsOn "Hands on what callers ask" { icon = "gateway" }

/// Passes requests on without asking who sends them or what they mean: a load balancer, a proxy, a cache.
/// What stands behind it is as exposed as it is itself.
type Relay: HandsOn + PassesOn "Relay" { icon = "gateway" }

/// A computer at which somebody of ours works: what they tell it stays there, and what it says to others they say.
type Workstation: PassesOn "Workstation" { icon = "laptop" }

/// Runs code that others give it, since that is its task. No check of its form tells good code from bad; rules about where the code comes from stand in for those about input.
type RunsGivenCode: process "Runs given code"

/// A program of others that we run as it is: its makers see to its code, we see to its settings and its updates.
/// Rules about how code is written skip it.
type ReadyMade: process "Ready-made program" {
  /// Security fixes of its makers are installed within days.
  prompt_updates: Bool
}

/// Sends money to others: sellers, suppliers, staff, winners. Where staff pay through it, its own checks of the payee count, and rules about staff are silent.
type PaysOut: process "Pays out"

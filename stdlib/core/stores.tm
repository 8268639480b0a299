//! Sorts of store that rules of several packages have to know.

/// Holds only what can be made again from elsewhere, such as copies, sessions and indexes: losing it costs time, not data.
type Rebuildable: store "Can be made again"

/// Copies from which other stores are brought back: while those are there, losing it costs no data.
type BackupStore: store "Backup store" { icon = "archive" }

/// Where it is not open to everybody (`public_access`), each request is signed with an identity or a key of the provider's.
type SignedRequests: store "Answers signed requests"

/// A provider keeps it, and policies there say who may connect: rules about the provider speak of its address.
type HostedStore: store "Kept by a provider"

/// Works with what it holds, and gives it to nobody: keys that encrypt and sign where they lie.
type KeepsInside: store "Gives nothing out"

/// What programs wrote about what they did: without it one knows less of yesterday, and works on.
type KeepsTraces: store "Keeps traces of programs"

/// Source code with its whole history. Whoever may read it has a copy of all of it, and what was once in it stays in it.
type CodeRepository: store "Source repository" { icon = "repository" }

/// Messages that wait for a worker.
type Queue: store "Queue" { icon = "queue" }

/// Messages that stay, for many readers.
type EventStream: Queue "Event stream" { icon = "stream" }

/// Made to be asked by programs in users' hands: it knows each user, and decides by rules of its own what they may read and write.
type ServesClients: store "Serves client programs itself" {
  /// For each kind of record, rules say what this user may read and write; what no rule names is refused.
  rules_per_user: Bool
}

/// Another store holds it, too, and somebody reads it there.
fn elsewhere(s: store, d: data) = exists t in d.held_by
  where (t is store
    and t != s
    and t is not Rebuildable
    and exists f in t.inflows where (known(f.receives) and f.receives has d))

/// It is only written into, and all that it holds lies elsewhere, too, where it is worked with: it is the copy.
fn only_a_copy(s: store) = known(s.holds)
  and count(s.holds) >= 1
  and count(s.inflows) >= 1
  and all f in s.inflows where (known(f.receives) and count(f.receives) == 0)
  and all d in s.holds where (elsewhere(s, d))

/// What is lost here is lost for good: it is no copy, cannot be made again, and does not lie on a device of its user.
fn holds_originals(s: store) = s is not Rebuildable
  and s is not BackupStore
  and s is not KeepsInside
  and not only_a_copy(s)
  and none b in s.boundaries where (b is UserDevice or b is Browser)

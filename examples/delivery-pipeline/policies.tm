//! Rules that a change to the pipeline must not break.

policy NoStrangersBuilds "No runner of ours runs a stranger's pull request" {
  forbid r: CiRunner when r.runs_forks
}

policy SignedOnly "Production starts what is signed" {
  require s: ArtefactRegistry when s.controls has SignedArtefacts
}

policy KeysStayAway "Runners are handed no key that does not expire" {
  forbid f: flow when f.source is CiRunner and exists d in f.receives where (d is LongLivedKey)
}

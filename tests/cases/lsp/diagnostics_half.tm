// diagnostics: half-typed code
process a
flow f: a ->
process b {
  authentication =
}

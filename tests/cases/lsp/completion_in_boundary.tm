// completion: in a boundary stand elements, controls and what it states
boundary b {
  <|>
  process a
}

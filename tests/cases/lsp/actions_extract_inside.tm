// actions: the boundary is made within the one that is there; its name is not taken yet
boundary inner "Inner" {
  note = """
one
two"""
  <|>process a "A" { text = """
first
  second""" }
  flow a -> b
  process b<|>
}
extend node { text: String }
extend boundary { note: String }

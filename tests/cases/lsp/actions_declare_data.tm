// actions: a kind of data that is not declared
process a
boundary net {
  store b { holds = [Card<|>] }
}

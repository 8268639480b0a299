// actions: a type that is not declared
process a: Unheard<|> "A" {
}

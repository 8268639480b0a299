// E0703: attacks in which nothing is done
process api
goal steal "Steal" { target = api }
attack idle toward steal { }
attack idler toward steal {
  step "Look around"
  any { }
}

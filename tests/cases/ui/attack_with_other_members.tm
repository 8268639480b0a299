// E0115: what does not belong into steps
process api
goal steal "Steal" { target = api }
attack way_in toward steal {
  step "Look around" { detail = 1 }
  any {
    step "Call"
    skill = 2
  }
}
process idle {
  all { step "Wait" }
}

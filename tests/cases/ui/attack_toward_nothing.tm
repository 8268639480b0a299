// E0206: an attack toward a goal that is not there
process api
goal steal "Steal" { target = api }
attack way_in "Through the api" toward steel { step "Look around" }

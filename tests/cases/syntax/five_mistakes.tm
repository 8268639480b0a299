// Five mistakes that have nothing to do with each other, and good statements between them.
model shop "Shop" { appetite == Moderate }

process api: "Checkout"

process good: WebService "Fine" { internet_facing }

flow pay: customer -> {
  sends = [Order]
}

threat T: Stride.Spoofing "t" {
  on f flow
  when not f.encrypted
}

accept T on pay { by = "me", reason = "because" }

store db "Fine too" { holds = Order }

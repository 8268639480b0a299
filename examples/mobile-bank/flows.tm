//! Who talks to whom, by what they do.

// On the phone
flow tap: customer -> app "Use the app" {
  encrypted // screen and fingers: nothing to listen to
  sends = [Pin, PaymentOrder]
  receives = Bookings
}
flow app -> keystore "Sign with the device key" {
  encrypted
  receives = DeviceKey // stands for what is signed with it; the key itself stays inside
}
flow app -> app_cache "Keep the last bookings" {
  encrypted
  sends = Bookings
  receives = Bookings
}

// From the app
flow request: app -> gateway over Https "Requests of the app" {
  authenticated // the device key answers a challenge, the app pins the gateway's key
  sends = [PaymentOrder, AccessToken, Identity]
  receives = [Bookings, AccessToken]
}
flow track: app -> analytics over Https "Screens opened" { sends = Usage }
flow app -> push_provider over Https { receives = [PushText, PushAddress] }

// Behind the gateway
flow login: gateway -> identity over Https "Log in" {
  sends = [AccessToken, Identity]
  receives = AccessToken
}
flow gateway -> accounts over Https { sends = AccessToken, receives = Bookings }
flow pay: gateway -> payments over Https "Pay" {
  sends = [PaymentOrder, AccessToken]
  apply [RedundantPath, CircuitBreaker] // a control may stand on a flow, too
}
flow identity -> customers over PostgresWire { encrypted, sends = Identity, receives = Identity }
flow accounts -> core over Https { authenticated, receives = Bookings }
flow score: payments -> fraud over Https "Is it you?" {
  authenticated
  sends = PaymentOrder
  receives = FraudScore
}
flow book: payments -> core over Https "Book the payment" {
  authenticated
  sends = PaymentOrder
  apply CircuitBreaker // what cannot be booked waits among the events
}
flow payments -> events over Kafka { encrypted, authenticated, sends = [PaymentOrder, PushText] }
flow fraud -> cases over PostgresWire { encrypted, sends = [FraudScore, FraudCase] }
flow core -> ledger over Tds { encrypted, sends = Bookings, receives = [Bookings, CardNumber] }

// To others
flow settle: core -> card_processor over Https "Card payments" {
  authenticated
  sends = [CardNumber, PaymentOrder]
  apply RedundantPath // two leased lines
}
flow notifier -> events over Kafka { encrypted, authenticated, receives = [PaymentOrder, PushText] }
flow notifier -> customers over PostgresWire { encrypted, receives = PushAddress }
flow notify: notifier -> push_provider over Https "You have a new message" {
  sends = [PushText, PushAddress]
}

// Staff
flow assist: help_desk -> desk over Https "Help a customer" {
  sends = []
  receives = [Identity, Bookings]
}
flow judge: analyst -> desk over Https "Judge a payment" {
  sends = FraudScore
  receives = [FraudScore, FraudCase]
}
flow desk -> customers over PostgresWire { encrypted, receives = Identity }
flow desk -> cases over PostgresWire {
  encrypted
  sends = FraudScore
  receives = [FraudScore, FraudCase]
}
flow desk -> core over Https { authenticated, receives = Bookings }
flow maintain: core_admin -> core over Ssh "Maintenance" { sends = CardNumber }

// Proof
flow core -> trail over Https { authenticated, sends = Trail }
flow desk -> trail over Https { authenticated, sends = Trail }

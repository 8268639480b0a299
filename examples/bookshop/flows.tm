//! Who talks to whom, and what travels. A flow points from who opens the conversation:
//! `sends` goes along the arrow, `receives` comes back.

// From the internet
flow browse: visitor -> edge over Https "Look at books" { sends = [], receives = Catalogue }
flow checkout: customer -> edge over Https "Order and pay" {
  sends = [Order, Card, Profile, SessionId]
  receives = [Order, Catalogue, SessionId]
}
flow sign_in: customer -> logins over Https "Log in" { sends = Password, receives = SessionId }

// Through the front door
flow edge -> shop over Https {
  sends = [Order, Card, Profile, SessionId]
  receives = [Order, Profile, Catalogue, SessionId]
}
flow shop -> checkout_api over Https { sends = [Order, Card], receives = [Order, PaymentToken] }
flow shop -> logins over Https { sends = [], receives = SessionId }

// To the data
flow shop -> orders over PostgresWire {
  encrypted
  sends = Profile
  receives = [Order, Profile]
}
flow shop -> books over PostgresWire { encrypted, receives = Catalogue }
flow shop -> sessions over RedisWire { encrypted, sends = SessionId, receives = SessionId }
flow checkout_api -> orders over PostgresWire { encrypted, sends = [Order, PaymentToken] }
flow checkout_api -> invoices over Https { sends = Invoice }
flow checkout_api -> mail_queue over Https { sends = Order }
flow checkout_api -> keys over Https { receives = StripeKey }
flow mailer -> mail_queue over Https { receives = Order }

// To others
flow charge: checkout_api -> stripe over Https "Charge the card" {
  sends = [Card, StripeKey]
  receives = PaymentToken
}
flow mailer -> mail_service over Https { sends = Order }
flow catalogue_import -> distributor over Sftp "Nightly price list" { receives = Catalogue }
flow catalogue_import -> books over PostgresWire { encrypted, sends = Catalogue }

// The desk
flow support -> back_office over Https "Answer customers" {
  sends = []
  receives = [Order, Profile, Invoice]
}
flow admin -> back_office over Https "Set prices" { sends = Catalogue }
flow back_office -> orders over PostgresWire { encrypted, receives = [Order, Profile] }
flow back_office -> books over PostgresWire { encrypted, sends = Catalogue }
flow back_office -> invoices over Https { receives = Invoice }

// What happened
flow shop -> logs over Https { sends = RequestLog }
flow checkout_api -> logs over Https { sends = RequestLog }

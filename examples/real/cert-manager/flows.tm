//! Who opens which connection.

// Asking
flow install: admin -> api over Https "Install, and say who issues" {
  sends = [Requests, SigningKey, AccountKey, ProviderKey]
  receives = Requests
}
flow ask: developer -> api over Https "Ask for a certificate, or name an issuer" {
  sends = [Requests, ProviderKey]
  receives = Requests
}
flow tenant_app -> api over Https { receives = TlsKey }
flow api -> secrets over Https {
  authenticated
  sends = [Requests, TlsKey, SigningKey, AccountKey, ProviderKey, Trusted]
  receives = [Requests, TlsKey, SigningKey, AccountKey, ProviderKey, Trusted]
}

// Inside
flow check: api -> webhook over Https { server_verified, sends = Requests, receives = Requests }
flow watch: controller -> api over Https {
  sends = [Requests, TlsKey, AccountKey]
  receives = [Requests, TlsKey, SigningKey, AccountKey, ProviderKey]
}
flow inject: cainjector -> api over Https { sends = Trusted, receives = [Trusted, TlsKey] }
flow webhook -> api over Https { sends = TlsKey, receives = TlsKey } // its own authority, in a secret
flow scrape: prometheus -> controller over Http { receives = Metrics } // 9402, in clear and for everyone

// Issuing
flow order: controller -> acme over Https {
  sends = [SigningRequest, Requests],
  receives = [SigningRequest, Proof]
}
flow sign: controller -> vault over Https {
  sends = [SigningRequest, ProviderKey],
  receives = SigningRequest
} // or http, as the issuer says
flow record: controller -> dns_provider over Https { sends = [Proof, ProviderKey] }
flow look_up: controller -> resolvers over Dns { receives = Proof } // whether the record is there
flow look: controller -> ingress over Http "Is the answer there?" { receives = Proof } // the name that the object has
flow challenge: acme -> ingress over Http { receives = Proof }
flow visit: visitor -> ingress over Https { sends = [], receives = [] }
flow ingress -> solver over Http { receives = Proof }

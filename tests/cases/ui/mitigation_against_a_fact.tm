// E0404: a mitigation that a stated fact contradicts
use std.web
boundary net: Internet { actor a }
process api: WebService { input_validation = false }
flow f: a -> api over Http
mitigate UnvalidatedInput on api with InputValidation { status = implemented }
mitigate CleartextTransport on f with Tls { status = implemented }

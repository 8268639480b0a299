// E0111: what is declared under a word of the language is there all the same.
use std.web

boundary data: PrivateNetwork {
  store db: Postgres { holds = [Order] }
}
data Order { confidentiality = Low }
process test: WebService
flow policy: test -> db { sends = [Order] }
flow test -> db { sends = [Order] }

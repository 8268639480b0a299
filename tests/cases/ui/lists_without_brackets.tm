// E0302: several values without brackets are told once for each list
use std.web
data Card { confidentiality = High }
data Order { confidentiality = Low }
data Menu { confidentiality = Low }
process api: WebService {
  authentication = Password, OAuth2
  also_accepts = SessionCookie, ApiKey
  apply RateLimit, Waf, InputValidation
}
store db: Postgres { holds = Card, Order, Menu, encryption_at_rest }
flow api -> db { sends = [Card], Menu }

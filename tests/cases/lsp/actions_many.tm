// actions: at a flow with several threats the list stays short
use std.web
model m { appetite = Low }
data Card { confidentiality = High }
external actor eve
process api: WebService
flow <|>go: eve -> api over Http { sends = [Card] }
flow api -> api over Http

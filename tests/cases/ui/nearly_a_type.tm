// E0206: what is nearly a type of the library is told where it is of the kind that is needed
use std.web
store cache: Redis
store log: Bukcet
process api: Lamda
flow api -> cache over RedisWir

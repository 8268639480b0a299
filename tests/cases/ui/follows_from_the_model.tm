// E0302: what follows from the model is written elsewhere, and the help says where
use std.web
data Card { confidentiality = High }
process api: WebService { controls = [Waf], boundary = cloud }
boundary cloud
store db
flow save: api -> db { data = [Card], protocol = Https, source = api }

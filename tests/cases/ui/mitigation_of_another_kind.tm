// E0404: a mitigation by a control that cannot stand there
use std.web
actor a
process api: WebService { internet_facing, input_validation = false }
flow f: a -> api over Https
mitigate UnvalidatedInput on api with EncryptionAtRest { status = implemented }
mitigate UnvalidatedInput on p: WebService with EncryptionAtRest { status = implemented }
mitigate UnvalidatedInput on api with Waf(on = api) { status = implemented }

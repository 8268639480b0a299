// actions: a fact that the type denies; the type is changed, and the control that would contradict it is only planned
use std.web
data Order { confidentiality = High }
boundary inside: PrivateNetwork { process api: WebService }
actor customer
flow customer -> api over Ht<|>tp { sends = [Order] }

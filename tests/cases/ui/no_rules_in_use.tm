// W0406: a model whose author forgot the packages with threats
boundary inside: PrivateNetwork { process api }
actor visitor
flow visitor -> api over Http

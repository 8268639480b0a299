// E0208: a control where the protocol of a flow is named
process api
process web
flow api -> web over Tls

// rename(gateway): a line that cannot be read keeps up
process a<|>pi
actor eve
flow buy: eve -> api ovr Http { sends = [] }
flow eve api over api.Http
process other { tags api, external = true }

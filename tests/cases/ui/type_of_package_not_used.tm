// E0206: a type of a package that is not used
process api: WebService "API"

// E0205, W0201: an element with the name of a type
type api: process
process api

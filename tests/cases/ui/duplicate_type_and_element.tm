// E0205: an element with the name of a type
type Api: process
process Api

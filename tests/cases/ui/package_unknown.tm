// E0202: a package that is neither in the library nor among the dependencies
use acme.payments as pay
process api

//! People who use, run or attack systems.

/// Someone without an account: there is nobody to impersonate, and nothing they do is theirs to deny.
type Visitor: actor "Visitor" { icon = "person" }

/// Someone with an account.
type User: actor "User" { icon = "person" }

/// A user who buys.
type Customer: User "Customer"

/// Someone who works for the organisation.
type Employee: actor "Employee" {
  icon = "employee"
  /// Several people use one account.
  account_shared: Bool
}

/// Someone who can change the system or the rights of others.
type Administrator: Employee "Administrator" { icon = "administrator" }

/// A person of another organisation that works with us.
type Partner: actor "Partner" { icon = "people" }

//! What is said of a place for the stores inside.

data Order { confidentiality = High, integrity = High, availability = High }

test "said of a place, for all stores inside" {
  boundary room: Datacentre {
    encryption_at_rest = false
    backups = true
    store orders { holds = Order }
    store guarded { holds = Order, encryption_at_rest = true, backups = false }
    store sealed { holds = Order, apply EncryptionAtRest }
  }
  boundary other: Datacentre {
    encryption_at_rest
    store quiet { holds = Order }
  }
  expect UnencryptedAtRest on orders
  expect no DataLoss on orders
  expect no UnencryptedAtRest on guarded
  expect DataLoss on guarded
  expect no UnencryptedAtRest on sealed
  expect no UnencryptedAtRest on quiet
  expect possible DataLoss on quiet
}

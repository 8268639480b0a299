//! Points for purchases.

use std.web
use acme.standard

model loyalty "Loyalty points" {
  owner = "loyalty@example.org"
  scope = "Collecting and spending points. The tills are another team's."
  methods = [Stride, House]
  appetite = Moderate
  components_watched = true
}

/// Which card number collected how many points where.
data Points: CustomerRecord "Points" {
  confidentiality = Moderate
  integrity = High
  availability = Moderate
  records = 900_000
}
data Purchase: CustomerRecord "Purchase" {
  confidentiality = High
  integrity = High
  availability = Moderate
}
data Offer "Offer" { confidentiality = VeryLow, integrity = Moderate }
/// Sums by shop and week; nobody can be found in them.
data Totals "Weekly totals" { confidentiality = Low, integrity = Moderate }
data Notice "Notice to a customer" { confidentiality = Low, integrity = Moderate }
data Login: Credentials "Login token" { confidentiality = High, integrity = High }

/// The till team's model says that tills sign every purchase. It was read, not tested.
assumption tills_sign "Tills sign purchases"

attacker collector "Customer who wants more points" { starts_at = [internet], skill = Level.Low }
goal free_points "Have points without buying" {
  attacker = collector
  target = points
  impact = Level.Moderate
}

boundary internet: Internet "Internet" {
  actor customer: Customer "Customer"
}

boundary shops: OfficeNetwork "Shops" {
  process till "Till" { internet_facing = false }
}

boundary office: OfficeNetwork "Office" {
  actor support: Employee "Customer service"
  actor marketing: Employee "Marketing"
  actor analyst: Employee "Analyst"
}

boundary acme: Datacentre "Acme" {
  boundary front: PrivateNetwork "Front" {
    process edge: AcmeEdge "Edge" {
      load_limited = false // it serves whoever asks as often as they ask; the shield in front is what limits them
      apply [EdgeShield, RoleBasedAccess]
    }
  }
  boundary home: PrivateNetwork "Services" {
    process points_api: AcmeService "Points service" {
      team = "loyalty"
      tier = Gold
      runbook = false // written, never tried
      internet_facing = false
      authentication = SignedToken
      apply [InputValidation, ParameterizedQueries, RoleBasedAccess, OwnershipChecks]
      apply GameDay { status = planned, owner = "loyalty@example.org", ticket = "LOY-88" }
    }
    process offers: AcmeService "Offers" {
      team = "marketing"
      tier = Bronze
      internet_facing = false
      authentication = SignedToken
      apply [InputValidation, ParameterizedQueries, RoleBasedAccess]
    }
    process expiry: AcmeJob "Expiry of points" { team = "loyalty" }
    process messages: AcmeService "Messages" {
      team = "marketing"
      tier = Bronze
      internet_facing = false
      authentication = SignedToken
      apply [InputValidation, RoleBasedAccess]
    }
    process feed: AcmeJob "Feed of purchases" { team = "loyalty" }
    store points: AcmePostgres "Points" { holds = [Points, Purchase, Offer] }
    store purchases: EventStream "Purchases of today" {
      holds = Purchase
      authentication = ClientCertificate
      encryption_at_rest = true
    }
  }
  boundary insight: PrivateNetwork "Figures" {
    process figures: AcmeService "Figures" {
      team = "insight"
      tier = Bronze
      internet_facing = false
      authentication = OpenIdConnect
      apply [InputValidation, ParameterizedQueries, RoleBasedAccess]
    }
    store warehouse: AcmePostgres "Warehouse" { holds = Totals }
  }
}

boundary partners: PartnerNetwork "Partners" {
  external process printer "Mailing house"
  external process push "Push service"
}

flow spend: customer -> edge over Https "See and spend points" {
  sends = [Login, Purchase]
  receives = Points
}
flow edge -> points_api over AcmeMesh { sends = [Login, Purchase], receives = Points }
flow collect: till -> points_api over AcmeMesh "Collect points" {
  sends = Purchase
  receives = Points
}
flow points_api -> points over AcmeMesh { sends = [Points, Purchase], receives = Points }
flow points_api -> offers over AcmeMesh { sends = Points }
flow offers -> points over AcmeMesh { sends = Offer, receives = [Purchase, Offer] }
flow plan: marketing -> offers over Https "Plan offers" { sends = Offer, receives = Offer }
flow tell: messages -> push over Https "A notice on the phone" { sends = Notice }
flow offers -> messages over AcmeMesh { sends = Notice }
flow expiry -> points_api over AcmeMesh "Points that end" { sends = Points }
flow points_api -> purchases over AcmeMesh { sends = Purchase }
flow feed -> purchases over AcmeMesh { receives = Purchase }
flow feed -> figures over AcmeMesh { sends = Totals }
flow figures -> warehouse over AcmeMesh { sends = Totals, receives = Totals }
flow look: analyst -> figures over Https "Look at the figures" { receives = Totals }
flow mail: offers -> printer over Https "Names for the yearly letter" { sends = Purchase }
flow help: support -> points_api over Https "Give back lost points" {
  sends = Points
  receives = Points
}

view path "Way of a point" { include = [customer, till, edge, points_api, points] }

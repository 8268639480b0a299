//! What holds for the organisation: what fires, what stays silent.
use std.web

test "an organisation that lets things slide" {
  model shop {
    newcomers_checked = false
    leavers_locked_out = false
    rights_reviewed = false
    suspicions_reported = false
    incidents_rehearsed = false
    deputies_known = false
  }
  data Order { availability = High }
  actor root: Administrator
  process panel: AdminPanel
  flow run: root -> panel { sends = Order }
  expect FalseApplicant on shop
  expect LeaverKeepsAccess on shop
  expect RightsPileUp on shop
  expect NobodyTells on shop
  expect NobodyRehearsed on shop
  expect OnlyOneKnows on shop
}

test "one that does not" {
  model shop {
    newcomers_checked
    leavers_locked_out
    rights_reviewed
    suspicions_reported
    incidents_rehearsed
    deputies_known
  }
  data Order { availability = High }
  actor root: Administrator
  process panel: AdminPanel
  flow run: root -> panel { sends = Order }
  expect no FalseApplicant on shop
  expect no LeaverKeepsAccess on shop
  expect no RightsPileUp on shop
  expect no NobodyTells on shop
  expect no NobodyRehearsed on shop
  expect no OnlyOneKnows on shop
}

test "one of which nothing is said" {
  model shop
  data Order { availability = High, integrity = High }
  actor root: Administrator
  actor clerk: Employee
  process panel: AdminPanel
  process shelf: WebApp
  flow run: root -> panel { sends = Order }
  flow sell: clerk -> shelf { sends = Order }
  expect no FalseApplicant on shop // that is asked where something would hurt above all
  expect possible LeaverKeepsAccess on shop
  expect possible RightsPileUp on shop
  expect possible NobodyTells on shop
  expect possible NobodyRehearsed on shop
  expect possible OnlyOneKnows on shop
}

test "one of which nothing is said, and in which little is at stake: one question" {
  model club
  data News { availability = Low, integrity = Low, confidentiality = Low }
  actor root: Administrator
  process panel: AdminPanel
  flow run: root -> panel { sends = News }
  expect possible LeaverKeepsAccess on club
  expect no FalseApplicant on club
  expect no RightsPileUp on club
  expect no NobodyTells on club
  expect no NobodyRehearsed on club
  expect no OnlyOneKnows on club
}

test "a vendor's people leave, too" {
  model plant { leavers_locked_out = false }
  actor service: Vendor
  process pump
  flow tend: service -> pump
  expect LeaverKeepsAccess on plant
  expect no RightsPileUp on plant
  expect no OnlyOneKnows on plant
}

test "nobody of ours is in the model" {
  model page {
    newcomers_checked = false
    leavers_locked_out = false
    rights_reviewed = false
    suspicions_reported = false
    incidents_rehearsed = false
    deputies_known = false
  }
  data Text { availability = Low }
  actor reader: Visitor
  process site: WebApp
  flow read: reader -> site { receives = Text }
  expect no FalseApplicant on page
  expect no LeaverKeepsAccess on page
  expect no RightsPileUp on page
  expect no NobodyTells on page
  expect no NobodyRehearsed on page
  expect no OnlyOneKnows on page
}

test "the work behind it, done" {
  model shop {
    apply NewcomerChecks
    apply SameDayLockout
    apply RightsReview
    apply ReportingLine
    apply IncidentRehearsal
    apply Deputies
  }
  data Order { availability = High }
  actor root: Administrator
  process panel: AdminPanel
  flow run: root -> panel { sends = Order }
  expect no FalseApplicant on shop
  expect no LeaverKeepsAccess on shop
  expect no RightsPileUp on shop
  expect no NobodyTells on shop
  expect no NobodyRehearsed on shop
  expect no OnlyOneKnows on shop
}

test "something would hurt above all" {
  model bank
  data Keys: Secret { confidentiality = VeryHigh }
  actor root: Administrator
  process panel: AdminPanel
  flow run: root -> panel { sends = Keys }
  expect possible FalseApplicant on bank
  expect possible NobodyTells on bank
}

test "a login is no more than what it opens" {
  model club
  data Login: Credentials { confidentiality = VeryHigh, integrity = VeryHigh }
  actor clerk: Employee
  process shelf: WebApp
  flow sell: clerk -> shelf { sends = Login }
  expect possible LeaverKeepsAccess on club
  expect no FalseApplicant on club
  expect no NobodyTells on club
}

// actions: an unnamed flow is named by its ends; decisions go where decisions are
//- a.tm
process api
store db
flow api <|>-> db
enum Zone { Inside, Outside }
extend flow { sealed: Bool = false }
threat Heard: Stride.InformationDisclosure "Heard" {
  on f: flow
  when not f.sealed
  likelihood = High
  impact = High
  fix "Seal it" { f.sealed = true }
}
threat Lost: Stride.Tampering "Lost" { on s: store, likelihood = Low, impact = Low }
//- decisions.tm
dismiss Lost on db { reason = "A copy is kept." }
//- tm.toml
name = "shop"

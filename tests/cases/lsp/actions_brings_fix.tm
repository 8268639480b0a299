// actions: what a fix brings along is said
process <|>front: Door { lock = Nothing }
enum Lock { Nothing, Key }
type Door: process { lock: Lock }
threat Open: Stride.Spoofing "Anybody comes in" {
  on d: Door
  when d.lock == Nothing
  likelihood = High
  impact = High
  fix "Lock it" { d.lock = Key }
}
threat Lost: Stride.Spoofing "The key is lost" {
  on d: Door
  when d.lock == Key
  likelihood = Low
  impact = Low
}
